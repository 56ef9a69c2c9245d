import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { type Escalation, escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { policyOf, universeOf } from '../inquiry/organization';

export type Resources = Parameters<typeof universeOf>[0];
export type StatementJson = Readonly<Record<string, unknown>>;

/** On a condition that nobody knows. */
export const SOMEWHERE = { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } };

/** A statement about some actions, on anything where no resource is given. */
export function may(actions: string | readonly string[], resources: string | readonly string[] = '*'): StatementJson {
  return { Effect: 'Allow', Action: actions, Resource: resources };
}

/** A trust policy. */
export function trusting(principal: object, more: object = {}): string {
  return policyOf({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal, ...more });
}

/** A role that may do everything and trusts a service. */
export function adminOf(service: string): Resources {
  return {
    aws_iam_role: { admin: { name: 'admin', assume_role_policy: trusting({ Service: `${service}.amazonaws.com` }) } },
    aws_iam_role_policy: { admin: { role: 'admin', name: 'all', policy: policyOf(may('*')) } },
  };
}

/** How somebody comes to all rights among these resources. */
export function waysOf(key: string, resources: Resources): readonly Escalation[] {
  return escalationsOf(Inquiry.of(universeOf(resources))).filter(({ actor }) => actor.key === key);
}

/** How ann comes to all rights, who may do this, beside other resources. */
export function waysOfAnn(
  statements: readonly StatementJson[] | string,
  others: Resources = {},
  more: object = {},
): readonly Escalation[] {
  const policy = typeof statements === 'string' ? statements : policyOf(...statements);
  return waysOf('dev:aws_iam_user.ann', {
    ...others,
    aws_iam_user: { ...others.aws_iam_user, ann: { name: 'ann', ...more } },
    aws_iam_user_policy: { ...others.aws_iam_user_policy, ann: { user: 'ann', name: 'a', policy } },
  });
}

/** The same in words. */
export function ofAnn(...world: Parameters<typeof waysOfAnn>): readonly string[] {
  return waysOfAnn(...world).map(escalationText);
}
