import { identityFactsOf } from '../../model/identity/reading';
import type { AttachedPolicy, IdentityFacts, PrincipalFact, StatedPolicy } from '../../model/identity/identity-facts';
import type { Statement } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { Universe } from '../../model/universe';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { attachedPolicies } from './attached';
import { allowsEverything } from './full-access';

const ID = 'identity/no-full-admin';
const FIX = 'allow the actions that are needed, on the resources that are meant';
const ADMINISTRATOR = 'AdministratorAccess';

const GRANTING: readonly StatedPolicy['kind'][] = ['managed', 'inline-user', 'inline-group', 'inline-role', 'permission-set'];

/** Managed policies that only limit: they are somebody's boundary, and attached to nobody. */
function boundariesOf({ principals }: IdentityFacts, universe: Universe): ReadonlySet<string> {
  const attached = new Set(principals.flatMap(({ policies }) => policies.flatMap(({ key }) => key ?? [])));
  const limits = principals.flatMap(({ boundary }) => boundary?.key ?? []);
  // Permission sets name their boundary by its name alone.
  const names = [...factsOf(universe, 'aws_ssoadmin_permissions_boundary_attachment')].map(({ body }) =>
    JSON.stringify(body.permissions_boundary ?? null),
  );
  const byName = [...factsOf(universe, 'aws_iam_policy')].flatMap(({ key, body: { name } }) =>
    typeof name === 'string' && names.some((text) => text.includes(JSON.stringify(name))) ? [key] : [],
  );
  return new Set([...limits, ...byName].filter((key) => !attached.has(key)));
}

function judgeStated({ fact, argument, policy }: StatedPolicy): readonly Finding[] {
  if (policy instanceof Unknown) {
    return [findingOn(ID, fact, `what ${argument} allows isn't known: ${policy.why}`, FIX, 'unknown')];
  }
  const full = allowsEverything(policy.statements);
  if (full === false) return [];
  if (full === true) return [findingOn(ID, fact, `${argument} allows everything on everything`, FIX)];
  return [
    findingOn(ID, fact, `${argument} may allow everything on everything: parts of it are known only after apply`, FIX, 'unknown'),
  ];
}

function judgeAttachments(universe: Universe): readonly Finding[] {
  return attachedPolicies(universe).flatMap(({ by, awsName }): readonly Finding[] => {
    if (awsName === ADMINISTRATOR) return [findingOn(ID, by, `it attaches ${ADMINISTRATOR}`, FIX)];
    if (!(awsName instanceof Unknown)) return [];
    return [findingOn(ID, by, `which policy it attaches isn't known: ${awsName.why}`, FIX, 'unknown')];
  });
}

function statementsOf({ policy }: AttachedPolicy): readonly Statement[] {
  return policy instanceof Unknown ? [] : policy.statements;
}

/** What no policy allows by itself, and all together do. A permission set is judged where it is made, for all accounts. */
function judgeTogether({ kind, fact: own, policies, boundary, permissionSet }: PrincipalFact): readonly Finding[] {
  if (policies.length < 2) return [];
  const isFull = (statements: readonly Statement[]): boolean => allowsEverything(statements) === true;
  if (policies.some((policy) => isFull(statementsOf(policy)))) return [];
  if (!isFull(policies.flatMap(statementsOf))) return [];
  const limit = boundary?.policy;
  const within = limit === undefined || (limit instanceof Unknown ? undefined : allowsEverything(limit.statements));
  if (within === false) return [];
  const names = policies.map(({ name }) => name).join(', ');
  const { fact = own } = permissionSet ?? {};
  const problem = `the policies of the ${permissionSet === undefined ? kind : 'permission set'} together allow everything on everything: ${names}`;
  if (within === true) return [findingOn(ID, fact, problem, FIX)];
  return [findingOn(ID, fact, `${problem}, unless its boundary, which isn't known, limits them`, FIX, 'unknown')];
}

/** Nobody may do everything: neither by one statement nor by many that come to the same. */
export const noFullAdmin: Rule = {
  id: ID,
  summary: 'No policy allows everything on everything',
  judge: (universe) => {
    const facts = identityFactsOf(universe);
    const boundaries = boundariesOf(facts, universe);
    const granting = facts.policies.filter(({ kind, fact }) => GRANTING.includes(kind) && !boundaries.has(fact.key));
    const together = facts.principals.flatMap(judgeTogether);
    const distinct = new Map(together.map((finding) => [JSON.stringify(finding), finding]));
    return [...granting.flatMap(judgeStated), ...judgeAttachments(universe), ...distinct.values()];
  },
};
