import { partsOf } from '../../../model/arns';
import { identityFactsOf } from '../../../model/identity/reading';
import { findConditionOperator } from '../../../model/policy/condition-operator';
import type { ConditionTest, NamedPrincipal, Statement } from '../../../model/policy/policy';
import { isTermList, isTermMap, Unknown } from '../../../model/term';
import { describeTerm } from '../../../model/term-text';
import type { ResourceFact, Universe } from '../../../model/universe';
import { narrows } from '../../../iam/granting/narrowing';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';

const ID = 'identity/trust/no-strangers';
const FIX = 'ask for sts:ExternalId, or for aws:PrincipalOrgID, by StringEquals';

/** The accounts that are one's own. */
interface OwnAccounts {
  readonly ids: ReadonlySet<string>;
  /** Whether there are no others: the state of an organisation lists all. */
  readonly isComplete: boolean;
}

/** Accounts that the documents are about, and those of the organisation that they name. */
function ownAccountsOf(universe: Universe): OwnAccounts {
  const { organization, managementAccount } = identityFactsOf(universe);
  const ids = new Set<string>(managementAccount === undefined ? [] : [managementAccount]);
  for (const { accountId } of organization.values()) if (accountId !== undefined) ids.add(accountId);
  for (const { resources } of universe.stacks) {
    for (const { accountId } of resources) if (accountId !== undefined) ids.add(accountId);
  }
  if (universe.intent !== undefined) {
    ids.add(universe.intent.organization.managementAccount);
    for (const { accountId } of universe.intent.stacks) ids.add(accountId);
  }
  let isComplete = false;
  for (const { body } of factsOf(universe, 'aws_organizations_organization')) {
    const listed = isTermList(body.accounts) ? body.accounts : [];
    const told = listed.flatMap((one) => (isTermMap(one) && typeof one.id === 'string' ? [one.id] : []));
    isComplete ||= listed.length > 0 && told.length === listed.length;
    for (const id of told) ids.add(id);
  }
  return { ids, isComplete };
}

/** The account that a principal is of; unknown where only apply tells. */
function accountOf({ text }: NamedPrincipal): string | Unknown | undefined {
  const parts = partsOf(text);
  const flat = parts.map((part) => (typeof part === 'string' ? part : '\u0000')).join('');
  const id = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(flat)?.[1];
  if (id !== undefined) return id;
  const open = parts.find((part) => part instanceof Unknown);
  // A reference is to a resource of the documents, or to the account that its own provider works in.
  return open instanceof Unknown ? open : undefined;
}

/** What only somebody knows or is who was told or belongs to one: a secret between two, or an organisation. */
function isPassword(test: ConditionTest): boolean {
  const operator = findConditionOperator(test.operator);
  if (test.key.toLowerCase() !== 'sts:externalid') {
    return narrows(test) === true && /^aws:principalorg(id|paths)$/i.test(test.key);
  }
  if (operator === undefined || operator.negated || operator.ifExists || operator.quantifier !== undefined) return false;
  // Of a secret nobody asks but what it is: to be there, any will do.
  if (!operator.comparison.startsWith('String')) return false;
  return test.values.every(
    (value) => typeof value !== 'string' || operator.comparison === 'StringEquals' || !/^[*?]*$/.test(value),
  );
}

function judgeNamed(fact: ResourceFact, statement: Statement, own: OwnAccounts): readonly Finding[] {
  const { effect, principals, conditions } = statement;
  if (effect === 'Deny' || principals?.except !== false || conditions.some(isPassword)) return [];
  const strangers = principals.items.flatMap((named): readonly Finding[] => {
    const account = named.kind === 'AWS' ? accountOf(named) : undefined;
    if (account === undefined || account === fact.accountId) return [];
    if (account instanceof Unknown) {
      const problem = `whom it trusts isn't known: ${account.why}`;
      return [findingOn(ID, fact, problem, FIX, 'unknown')];
    }
    if (own.ids.has(account)) return [];
    const who = `${describeTerm(named.text)} may assume it without an external id`;
    if (own.isComplete) return [findingOn(ID, fact, `${who}, and account ${account} isn't in the organisation`, FIX)];
    return [findingOn(ID, fact, `${who}, and whose account ${account} is isn't told`, FIX, 'unknown')];
  });
  return [...new Map(strangers.map((finding) => [finding.problem, finding])).values()];
}

/** No role trusts somebody outside of the organisation who only has to ask. */
export const noStrangers: Rule = {
  id: ID,
  summary: 'Roles trust nobody outside without an external id',
  judge: (universe) => {
    const own = ownAccountsOf(universe);
    return identityFactsOf(universe)
      .policies.filter(({ kind }) => kind === 'trust')
      .flatMap(({ fact, policy }) => {
        if (policy instanceof Unknown) return [findingOn(ID, fact, `whom it trusts isn't known: ${policy.why}`, FIX, 'unknown')];
        return policy.statements.flatMap((statement) => judgeNamed(fact, statement, own));
      });
  },
};
