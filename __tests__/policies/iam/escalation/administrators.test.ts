import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { ACCOUNT, policyOf, universeOf } from '../inquiry/organization';

const allow = (action: string, more: object = {}): string =>
  policyOf({ Sid: 'A', Effect: 'Allow', Action: action, Resource: '*', ...more });
const trust = policyOf({
  Sid: 'T',
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` },
});

/** What ann comes to, who has no policy, by a role with these that trusts her. */
function found(policy: string, boundary?: string): readonly string[] {
  const limited = boundary === undefined ? {} : { permissions_boundary: '${aws_iam_policy.limit.arn}' };
  const universe = universeOf({
    aws_iam_user: { ann: { name: 'ann' } },
    aws_iam_role: { boss: { name: 'boss', assume_role_policy: trust, ...limited } },
    aws_iam_role_policy: { boss: { role: 'boss', name: 'a', policy } },
    ...(boundary === undefined ? {} : { aws_iam_policy: { limit: { name: 'limit', policy: boundary } } }),
  });
  const all = escalationsOf(Inquiry.of(universe));
  return all.filter(({ actor }) => actor.key === 'dev:aws_iam_user.ann').map(escalationText);
}

const ASSUMES = 'assumes dev:aws_iam_role.boss (sts:AssumeRole)';
const AT_HOME = { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } };

describe('who may assume a role comes to all rights', () => {
  it('where the role may do everything, also within a boundary that allows everything', () => {
    expect([found(allow('*')), found(allow('*'), allow('*'))]).toEqual([[ASSUMES], [ASSUMES]]);
  });

  it('not where its boundary allows a service alone, nor where its policy does', () => {
    expect([found(allow('*'), allow('s3:*')), found(allow('s3:*'))]).toEqual([[], []]);
  });

  it('perhaps, where its policy or boundary allows everything on a condition, or isn’t told', () => {
    const untold = '${aws_ssm_parameter.policy.value}';

    expect([
      found(allow('*', AT_HOME)),
      found(allow('*'), allow('*', AT_HOME)),
      found(untold),
      found(allow('*'), untold),
    ]).toEqual(Array.from({ length: 4 }, () => [`${ASSUMES}, which perhaps has all rights`]));
  });

  it('perhaps, where the role may do everything to one bucket: what all rights would be done to isn’t told', () => {
    const one = allow('*', { Resource: 'arn:aws:s3:::one' });

    expect(found(one)).toEqual([`${ASSUMES}, which perhaps has all rights`]);
  });
});
