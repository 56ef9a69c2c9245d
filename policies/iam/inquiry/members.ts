import { fillIn } from '../../model/arns';
import type { IdentityFacts, PrincipalFact } from '../../model/identity/identity-facts';
import type { Caller } from '../request';

/** A user who is only in this group: what members may do, whoever they are. */
function memberOf(group: PrincipalFact): PrincipalFact {
  return {
    kind: 'user',
    fact: group.fact,
    path: '/',
    arn: fillIn('arn:{partition}:iam::{account}:user/member-of-{name}', group.fact),
    ...(group.name === undefined ? {} : { name: `member-of-${group.name}` }),
    ...(group.accountId === undefined ? {} : { accountId: group.accountId }),
    policies: group.policies,
    groups: [group.fact.key],
    tags: {},
    credentials: { passwords: [], accessKeys: [] },
    doubts: group.doubts,
  };
}

/** Somebody of the documents who can ask for something. */
export interface Actor {
  /** `<stack>:<address>` of the user or role, of the group that a hypothetical user is in, or of an assignment of a permission set. */
  readonly key: string;
  /** What people call it: the key, or `permission set Ops for group Operators in 111111111111 (<key>)`. */
  readonly name: string;
  readonly kind: 'user' | 'role' | 'group member';
  readonly principal: PrincipalFact;
  readonly caller: Caller;
}

/** The facts with a hypothetical user `member-of-<group>` in each group, as a tier stands for a hypothetical interface. */
export function withMembers(facts: IdentityFacts): IdentityFacts {
  const groups = facts.principals.filter(({ kind }) => kind === 'group');
  return { ...facts, principals: [...facts.principals.filter(({ kind }) => kind !== 'group'), ...groups.map(memberOf)] };
}
