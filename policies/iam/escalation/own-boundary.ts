import type { Decision } from '../decision';
import type { AskedResource } from '../gather';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import { leavesEverything } from './administrator';
import type { Step } from './kind';

/** What the boundary of somebody leaves of the rights that they give to themselves. */
export interface Room {
  readonly everything: Decision['decision'];
  /** The call that puts the boundary out of the way. @default - it is in nobody's way, or none does */
  readonly opened?: { readonly step: Step; readonly decision: Decision };
}

/** Room without end. */
export const WIDE: Room = { everything: 'allowed' };

/** Takes a boundary into account that stays with somebody whatever else they are given, unless they can change that. */
export function roomOf(inquiry: Inquiry, actor: Actor, resourceOf: (key: string) => AskedResource): Room {
  const { boundary, arn, accountId } = actor.principal;
  if (boundary === undefined) return WIDE;
  const everything = leavesEverything(inquiry, actor, boundary);
  if (everything === 'allowed') return WIDE;
  const itself: AskedResource = { arn, ...(accountId === undefined ? {} : { accountId }) };
  const noun = actor.kind === 'role' ? 'Role' : 'User';
  const calls: readonly (readonly [Step, AskedResource])[] = [
    [{ action: `iam:Delete${noun}PermissionsBoundary`, on: 'itself' }, itself],
    [{ action: `iam:Put${noun}PermissionsBoundary`, on: 'itself' }, itself],
    ...(boundary.form !== 'managed' || boundary.key === undefined
      ? []
      : [[{ action: 'iam:CreatePolicyVersion', on: 'own policy' }, resourceOf(boundary.key)] as const]),
  ];
  const asked = calls.map(([step, resource]) => ({
    step,
    decision: inquiry.ask({ caller: actor.caller, action: step.action, resource, isOwn: true }),
  }));
  const opened =
    asked.find(({ decision }) => decision.decision === 'allowed') ??
    asked.find(({ decision }) => decision.decision === 'unknown');
  return opened === undefined ? { everything } : { everything: opened.decision.decision, opened };
}
