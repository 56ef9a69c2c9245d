import { textOf } from '../../model/arns';
import { Unknown } from '../../model/term';
import type { Decision } from '../decision';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';

/** Whoever can do all of these to anything needs no way to more rights. */
const PROBES = [
  'iam:AttachRolePolicy',
  'iam:CreateUser',
  's3:DeleteBucket',
  'ec2:TerminateInstances',
  'lambda:CreateFunction',
] as const;
const ANYTHING = textOf([new Unknown('whatever it is done to')]);

/** Whether somebody has all rights already, as far as their own policies go. */
export function isAdministrator(inquiry: Inquiry, { caller, principal: { accountId } }: Actor): Decision['decision'] {
  const resource = { arn: ANYTHING, ...(accountId === undefined ? {} : { accountId }) };
  let worst: Decision['decision'] = 'allowed';
  for (const action of PROBES) {
    const { decision } = inquiry.ask({ caller, action, resource, isOwn: true });
    if (decision === 'denied') return 'denied';
    if (decision === 'unknown') worst = 'unknown';
  }
  return worst;
}
