import { identityFactsOf } from '../../model/identity/reading';
import type { Policy } from '../../model/policy/policy';
import { Reference, type Term, Unknown } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { blocksOf } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'identity/no-user-policies';
const FIX = 'attach the policy to a group, and add the user by aws_iam_user_group_membership';

/** Resources that give a user something by being there, and the argument that says what. */
const DIRECT: Readonly<Record<string, string>> = {
  aws_iam_user_policy: 'policy',
  aws_iam_user_policy_attachment: 'policy_arn',
};

/** Those that do if a list in them isn't empty. */
const LISTS: Readonly<Record<string, string>> = {
  aws_iam_policy_attachment: 'users',
  aws_iam_user_policy_attachments_exclusive: 'policy_arns',
  aws_iam_user_policies_exclusive: 'policy_names',
};

/** AWS's own policies that allow nothing: who has lost a key is shut out at once, without a group. */
const SHUTTING_OUT = /^arn:[^:]*:iam::aws:policy\/(AWSDenyAll|AWSCompromisedKeyQuarantine\w*)$/;

function deniesOnly({ statements, faults }: Policy): boolean {
  return faults.length === 0 && statements.length > 0 && statements.every(({ effect }) => effect === 'Deny');
}

type Texts = ReadonlyMap<string, Policy>;

/** The texts of the documents' policies by the resource that holds them. */
function textsOf(universe: Universe): Texts {
  const stated = identityFactsOf(universe).policies;
  return new Map(stated.flatMap(({ fact, policy }) => (policy instanceof Unknown ? [] : [[fact.key, policy] as const])));
}

/** Whether it gives nothing: a policy that only denies is no permission. */
function givesNothing(fact: ResourceFact, term: Term | undefined, texts: Texts): boolean {
  if (typeof term === 'string' && SHUTTING_OUT.test(term)) return true;
  const key = term instanceof Reference && term.targets.length === 1 ? term.targets[0].key : fact.key;
  const policy = texts.get(key);
  return policy !== undefined && deniesOnly(policy);
}

function judgeDirect(fact: ResourceFact, texts: Texts): readonly Finding[] {
  if (givesNothing(fact, fact.body[DIRECT[fact.type] ?? ''], texts)) return [];
  const user = findStated(fact.body.user);
  const whom = user === undefined ? 'a user' : `user ${describeTerm(user)}`;
  return [findingOn(ID, fact, `it gives ${whom} a policy directly`, FIX)];
}

function judgeList(fact: ResourceFact, texts: Texts): readonly Finding[] {
  const argument = LISTS[fact.type] ?? '';
  const items = blocksOf(fact.body[argument]);
  if (items.length === 0 || givesNothing(fact, fact.body.policy_arn, texts)) return [];
  const open = items.find((item) => item instanceof Unknown);
  if (open instanceof Unknown && items.every((item) => item instanceof Unknown)) {
    const problem = `it may give users a policy directly: ${argument} isn't known (${open.why})`;
    return [findingOn(ID, fact, problem, FIX, 'unknown')];
  }
  return [findingOn(ID, fact, `it gives users a policy directly: ${argument} isn't empty`, FIX)];
}

/** Nobody has permissions of their own: they come with a group, and go with it. */
export const noUserPolicies: Rule = {
  id: ID,
  summary: 'Users have permissions by groups alone',
  judge: (universe) => {
    const texts = textsOf(universe);
    return [
      ...[...factsOf(universe, ...Object.keys(DIRECT))].flatMap((fact) => judgeDirect(fact, texts)),
      ...[...factsOf(universe, ...Object.keys(LISTS))].flatMap((fact) => judgeList(fact, texts)),
    ];
  },
};
