import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { ACCOUNT, policyOf, universeOf } from '../inquiry/organization';

type Resources = Parameters<typeof universeOf>[0];

/** Every chain, by who has it. */
function chains(resources: Resources, region?: string): Readonly<Record<string, string>> {
  const found = escalationsOf(Inquiry.of(universeOf(resources, [], region)));
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

  it('by a session of its role perhaps assumes it', () => {
    const session = `arn:aws:sts::${ACCOUNT}:assumed-role/ci/build`;
    const world = admin({ AWS: session });
    const ci = { name: 'ci', assume_role_policy: trusts({ Service: 'ec2.amazonaws.com' }) };

    expect(chains({ ...world, aws_iam_role: { ...world.aws_iam_role, ci } })).toEqual({
      'dev:aws_iam_role.ci': 'perhaps assumes dev:aws_iam_role.admin (sts:AssumeRole)',
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

  it.each(['*', role('*')])('are perhaps reached by whoever may pass every role: %s', (passed) => {
    expect(chains(deploy(passed))).toEqual({
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

it('what somebody makes lies in the partition of their own account', () => {
  const china = {
    aws_iam_user: { ci: { name: 'ci' } },
    aws_iam_user_policy: {
      ci: {
        user: 'ci',
        name: 'deploy',
        policy: policyOf(
          { Sid: 'Pass', Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' },
          { Sid: 'Run', Effect: 'Allow', Action: 'lambda:*', Resource: 'arn:aws-cn:lambda:*:*:function:*' },
        ),
      },
    },
    aws_iam_role: { admin: { name: 'admin', assume_role_policy: trusts({ Service: 'lambda.amazonaws.com' }) } },
    aws_iam_role_policy: { admin: { role: 'admin', name: 'all', policy: allow('*') } },
  };

  expect(chains(china, 'cn-north-1')).toEqual({
    'dev:aws_iam_user.ci':
      'makes and calls a function with dev:aws_iam_role.admin (iam:PassRole, lambda:CreateFunction, lambda:InvokeFunction)',
  });
});

describe('a permissions boundary', () => {
  const bounded = (more: readonly string[], boundary: readonly string[]) => ({
    aws_iam_user: { ann: { name: 'ann', permissions_boundary: '${aws_iam_policy.limit.arn}' } },
    aws_iam_policy: { limit: { name: 'limit', policy: allow(boundary) } },
    aws_iam_user_policy: { ann: { user: 'ann', name: 'a', policy: allow(['iam:AttachUserPolicy', ...more]) } },
  });

  it('that lets somebody attach policies to itself goes on limiting what it attaches', () => {
    expect(chains(bounded([], ['iam:AttachUserPolicy', 's3:*']))).toEqual({});
  });

  it('that allows everything limits nothing', () => {
    expect(chains(bounded([], ['*']))).toEqual({
      'dev:aws_iam_user.ann': 'attaches any policy to itself (iam:AttachUserPolicy)',
    });
  });

  it.each(['iam:DeleteUserPermissionsBoundary', 'iam:PutUserPermissionsBoundary', 'iam:CreatePolicyVersion'])(
    'that somebody can put out of the way by %s, once they have attached what allows it, limits nothing',
    (action) => {
      expect(chains(bounded([], ['iam:AttachUserPolicy', action]))).toEqual({
        'dev:aws_iam_user.ann': `attaches any policy to itself (iam:AttachUserPolicy, ${action})`,
      });
    },
  );

  it('goes on limiting who joins a group, which is only perhaps of use', () => {
    const joining = {
      ...bounded(['iam:AddUserToGroup'], ['iam:AddUserToGroup', 's3:*']),
      aws_iam_group: { admins: { name: 'admins' } },
      aws_iam_group_policy: { admins: { group: 'admins', name: 'all', policy: allow('*') } },
    };

    expect(chains(joining)).toEqual({
      'dev:aws_iam_user.ann': 'perhaps joins dev:aws_iam_group.admins (iam:AddUserToGroup)',
    });
  });
});

it('a guardrail takes no rights from an administrator that a way could give back', () => {
  const guarded = {
    aws_organizations_organization: { acme: { feature_set: 'ALL', master_account_id: '999999999999' } },
    aws_organizations_account: { dev: { id: ACCOUNT, name: 'dev', email: 'dev@example.com' } },
    aws_organizations_policy: {
      keep: {
        name: 'keep',
        type: 'SERVICE_CONTROL_POLICY',
        content: policyOf({ Sid: 'Keep', Effect: 'Deny', Action: 's3:DeleteBucket', Resource: 'arn:aws:s3:::logs' }),
      },
    },
    aws_organizations_policy_attachment: {
      keep: {
        policy_id: '${aws_organizations_policy.keep.id}',
        target_id: ACCOUNT,
      },
    },
    aws_iam_user: { root: { name: 'root' } },
    aws_iam_user_policy: { root: { user: 'root', name: 'p', policy: allow('*') } },
  };

  expect(chains(guarded)).toEqual({});
});
