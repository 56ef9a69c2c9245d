import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { ACCOUNT, policyOf, universeOf } from '../inquiry/organization';

type Resources = Parameters<typeof universeOf>[0];

/** Every chain, by who has it. */
function chains(resources: Resources): Readonly<Record<string, string>> {
  const found = escalationsOf(Inquiry.of(universeOf(resources)));
  return Object.fromEntries(found.map((one) => [one.actor.key, escalationText(one)]));
}

const allow = (action: string | readonly string[], resource = '*'): string =>
  policyOf({ Sid: 'S', Effect: 'Allow', Action: action, Resource: resource });
const trusts = (principal: object): string =>
  policyOf({ Sid: 'T', Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal });
const user = (name: string): string => `arn:aws:iam::${ACCOUNT}:user/${name}`;
const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;

describe('chains of several ways', () => {
  const chain = {
    aws_iam_user: { ann: { name: 'ann' }, ben: { name: 'ben' } },
    aws_iam_user_policy: {
      ann: { user: 'ann', name: 'a', policy: allow('iam:CreateAccessKey', user('ben')) },
      ben: { user: 'ben', name: 'b', policy: allow('sts:AssumeRole', role('deploy')) },
    },
    aws_iam_role: { deploy: { name: 'deploy', assume_role_policy: trusts({ AWS: ACCOUNT }) } },
    aws_iam_role_policy: { deploy: { role: 'deploy', name: 'd', policy: allow('iam:PutRolePolicy', role('deploy')) } },
  };

  it('are told from their beginning to their end, for each who is on the way', () => {
    expect(chains(chain)).toEqual({
      'dev:aws_iam_user.ann':
        'makes an access key for dev:aws_iam_user.ben (iam:CreateAccessKey), which assumes dev:aws_iam_role.deploy (sts:AssumeRole), which writes a policy into itself (iam:PutRolePolicy)',
      'dev:aws_iam_user.ben':
        'assumes dev:aws_iam_role.deploy (sts:AssumeRole), which writes a policy into itself (iam:PutRolePolicy)',
      'dev:aws_iam_role.deploy': 'writes a policy into itself (iam:PutRolePolicy)',
    });
  });

  it('end where one of them is closed', () => {
    const closed = { ...chain, aws_iam_role_policy: { deploy: { role: 'deploy', name: 'd', policy: allow('s3:GetObject') } } };

    expect(chains(closed)).toEqual({});
  });

  it('go round in no circle', () => {
    const circle = {
      ...chain,
      aws_iam_role_policy: { deploy: { role: 'deploy', name: 'd', policy: allow('iam:CreateAccessKey', user('ann')) } },
    };

    expect(chains(circle)).toEqual({});
  });
});

describe('whoever a trust policy names', () => {
  const admin = (principal: object, more: object = {}) => ({
    aws_iam_user: { ann: { name: 'ann' } },
    aws_iam_role: {
      admin: {
        name: 'admin',
        assume_role_policy: policyOf({ Sid: 'T', Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal, ...more }),
      },
    },
    aws_iam_role_policy: { admin: { role: 'admin', name: 'all', policy: allow('*') } },
  });

  it('assumes the role without a policy of its own', () => {
    expect(chains(admin({ AWS: user('ann') }))).toEqual({
      'dev:aws_iam_user.ann': 'assumes dev:aws_iam_role.admin (sts:AssumeRole)',
    });
  });

  it('only as a whole account does not', () => {
    expect(chains(admin({ AWS: ACCOUNT }))).toEqual({});
  });

  it('on a condition that nobody knows perhaps does', () => {
    const unless = { Condition: { StringEquals: { 'sts:ExternalId': 'secret' } } };

    expect(chains(admin({ AWS: user('ann') }, unless))).toEqual({
      'dev:aws_iam_user.ann': 'perhaps assumes dev:aws_iam_role.admin (sts:AssumeRole)',
    });
  });
});

describe('roles that are not in the documents', () => {
  const deploy = (passed: string) => ({
    aws_iam_user: { ci: { name: 'ci' } },
    aws_iam_user_policy: {
      ci: {
        user: 'ci',
        name: 'deploy',
        policy: policyOf(
          { Sid: 'Pass', Effect: 'Allow', Action: 'iam:PassRole', Resource: passed },
          { Sid: 'Run', Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' },
        ),
      },
    },
  });

  it('are perhaps reached by whoever may pass every role', () => {
    expect(chains(deploy('*'))).toEqual({
      'dev:aws_iam_user.ci':
        'perhaps starts an instance with any role of the account that trusts ec2.amazonaws.com (iam:PassRole, ec2:RunInstances)',
    });
  });

  it('are not where only some roles may be passed', () => {
    expect(chains(deploy(role('app-*')))).toEqual({});
  });
});

it('somebody with all rights needs no way to them', () => {
  expect(
    chains({
      aws_iam_user: { root: { name: 'root' } },
      aws_iam_user_policy: { root: { user: 'root', name: 'p', policy: allow('*') } },
    }),
  ).toEqual({});
});

it('a member of a group has the ways of the group', () => {
  const group = {
    aws_iam_group: { ops: { name: 'ops' } },
    aws_iam_group_policy: { ops: { group: 'ops', name: 'p', policy: allow('iam:AttachUserPolicy') } },
  };

  expect(chains(group)).toEqual({ 'dev:aws_iam_group.ops': 'attaches any policy to itself (iam:AttachUserPolicy)' });
});
