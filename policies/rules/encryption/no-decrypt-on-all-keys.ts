import { identityFactsOf } from '../../model/identity/reading';
import type { IdentityFacts, PolicyKind } from '../../model/identity/identity-facts';
import { findConditionOperator } from '../../model/policy/condition-operator';
import type { ConditionTest, Listed, PolicyText, Statement } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import { statementName } from '../granting/public-grant';
import { hasOpenPart, listCovers, marked } from '../../iam/granting/text-cover';
import { findingOn, type Rule } from '../rule';

const ID = 'encryption/no-decrypt-on-all-keys';
const FIX = 'name the keys by their ARNs, or narrow the statement by kms:ResourceAliases or aws:ResourceTag';
const KINDS: ReadonlySet<PolicyKind> = new Set(['managed', 'inline-user', 'inline-group', 'inline-role', 'permission-set']);
const ACTIONS = ['kms:Decrypt', 'kms:ReEncryptFrom'] as const;
/** All keys there are, of an account or of a Region: what stands for the key's id is a wildcard from its beginning. */
const ALL_KEYS = /^(?:\*+|arn:[^:]*:(?:kms|\*):(?:[^:]*:[^:]*:)?(?:\*|key\/\*).*|arn:\*)$/;
/** Conditions that pick keys out. */
const PICKS = /^(?:aws:resourcetag\/.+|kms:resourcealiases|kms:requestalias|kms:encryptioncontext(?:keys)?(?::.+)?)$/i;

function picks({ operator: written, key, values }: ConditionTest): boolean {
  const operator = findConditionOperator(written);
  const positive = operator !== undefined && !operator.negated && !operator.ifExists && operator.comparison !== 'Null';
  return positive && operator.quantifier !== 'ForAllValues' && PICKS.test(key) && !values.includes('*');
}

function lists({ except, items }: Listed<PolicyText>, action: string): boolean {
  return except ? !listCovers({ except: false, items }, action) : listCovers({ except, items }, action);
}

/** Whether a statement holds for all keys; undefined where a resource of it isn't known. */
function isForAllKeys({ resources }: Statement): boolean | undefined {
  if (resources === undefined || resources.except) return resources !== undefined;
  if (resources.items.some((item) => ALL_KEYS.test(marked(item)))) return true;
  return resources.items.some((item) => hasOpenPart(item) && !/^arn:[^:]*:(?!kms)/.test(marked(item))) ? undefined : false;
}

/** Policies that only limit what others give. */
function boundariesOf({ principals }: IdentityFacts): ReadonlySet<string> {
  const attached = new Set(principals.flatMap(({ policies }) => policies.flatMap(({ key }) => key ?? [])));
  const limits = principals.flatMap(({ boundary }) => boundary?.key ?? []);
  return new Set(limits.filter((key) => !attached.has(key)));
}

/** Whoever may decrypt by every key reads what no key was meant to show him. */
export const noDecryptOnAllKeys: Rule = {
  id: ID,
  summary: 'No policy of an identity lets decrypt by every key',
  judge: (universe) => {
    const facts = identityFactsOf(universe);
    const boundaries = boundariesOf(facts);
    return facts.policies.flatMap(({ kind, fact, policy }) => {
      if (!KINDS.has(kind) || boundaries.has(fact.key)) return [];
      if (policy instanceof Unknown) {
        return [findingOn(ID, fact, `by which keys its policy lets decrypt isn't known: ${policy.why}`, FIX, 'unknown')];
      }
      return policy.statements.flatMap((statement) => {
        const action = ACTIONS.find((each) => lists(statement.actions, each));
        const all = isForAllKeys(statement);
        if (statement.effect === 'Deny' || action === undefined || all === false) return [];
        if (statement.conditions.some(picks)) return [];
        const name = statementName(statement);
        return all === undefined
          ? [findingOn(ID, fact, `whether ${name} allows ${action} by every key isn't known`, FIX, 'unknown')]
          : [findingOn(ID, fact, `${name} allows ${action} by every key`, FIX)];
      });
    });
  },
};
