import { textOf } from '../../model/arns';
import type { AttachedPolicy } from '../../model/identity/identity-facts';
import { Unknown } from '../../model/term';
import type { Decision } from '../decision';
import { decide } from '../evaluate/decide';
import { contextOf, placed } from '../gather';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import type { PolicySet } from '../policy-set';

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

function everything({ facts }: Inquiry, { caller }: Actor, own: Omit<PolicySet, keyof typeof NOBODY_ELSE>): Decision['decision'] {
  const context = contextOf(facts, caller, new Map());
  let worst: Decision['decision'] = 'allowed';
  for (const action of PROBES) {
    const { decision } = decide({ ...NOBODY_ELSE, ...own }, { caller, action, resource: ANYTHING, isOwn: true, context });
    if (decision === 'denied') return 'denied';
    if (decision === 'unknown') worst = 'unknown';
  }
  return worst;
}

/** Whether somebody has all rights already, as far as their own policies go: guardrails limit whatever they come by, too. */
export function isAdministrator(inquiry: Inquiry, actor: Actor): Decision['decision'] {
  const { policies, boundary, doubts } = actor.principal;
  return everything(inquiry, actor, {
    identity: policies.map(placed),
    ...(boundary === undefined ? {} : { boundary: placed(boundary) }),
    doubts,
  });
}

/** Whether a boundary leaves all rights to whom it limits. */
export function leavesEverything(inquiry: Inquiry, actor: Actor, boundary: AttachedPolicy): Decision['decision'] {
  return everything(inquiry, actor, { identity: [placed(boundary)], doubts: [] });
}
