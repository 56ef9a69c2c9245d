import { textOf } from '../../model/arns';
import { Unknown } from '../../model/term';
import type { Decision } from '../decision';
import { decide } from '../evaluate/decide';
import { contextOf, placed } from '../gather';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import type { PlacedPolicy, PolicySet } from '../policy-set';

/** Whoever can do all of these to anything needs no way to more rights. */
const PROBES = [
  'iam:AttachRolePolicy',
  'iam:CreateUser',
  's3:DeleteBucket',
  'ec2:TerminateInstances',
  'lambda:CreateFunction',
] as const;
const ANYTHING = textOf([new Unknown('whatever it is done to')]);
const NOBODY_ELSE = { resource: [], resourceKind: 'other', grants: [] } as const;

/** How far the rights go that somebody's own policies give, with those that are gained: to everything, or perhaps. */
export function ownRights(
  { facts }: Inquiry,
  { caller, principal }: Actor,
  gained: readonly PlacedPolicy[] = [],
  isBounded = true,
): Decision['decision'] {
  const { policies, boundary, doubts } = principal;
  const context = contextOf(facts, caller, new Map());
  const set: PolicySet = {
    ...NOBODY_ELSE,
    identity: [...policies.map(placed), ...gained],
    ...(boundary === undefined || !isBounded ? {} : { boundary: placed(boundary) }),
    doubts,
  };
  let worst: Decision['decision'] = 'allowed';
  for (const action of PROBES) {
    const { decision } = decide(set, { caller, action, resource: ANYTHING, isOwn: true, context });
    if (decision === 'denied') return 'denied';
    if (decision === 'unknown') worst = 'unknown';
  }
  return worst;
}

/** Whether somebody has all rights already, as far as their own policies go: guardrails limit whatever they come by, too. */
export function isAdministrator(inquiry: Inquiry, actor: Actor): Decision['decision'] {
  return ownRights(inquiry, actor);
}
