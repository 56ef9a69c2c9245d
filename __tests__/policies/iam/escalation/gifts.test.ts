import { ACCOUNT, policyOf } from '../inquiry/organization';
import { adminOf, may, ofAnn, type Resources, SOMEWHERE, type StatementJson, trusting } from './world';

const on = (name: string): string => `arn:aws:iam::*:${name}`;
const READ = policyOf(may('s3:GetObject'));

/** A user ben, a role deploy and a group ops, who may read alone, by policies of their own that are attached to them. */
function team(deploy: object = {}, trusted: object = { AWS: ACCOUNT }): Resources {
  return {
    aws_iam_user: { ben: { name: 'ben' } },
    aws_iam_group: { ops: { name: 'ops' } },
    aws_iam_role: { deploy: { name: 'deploy', assume_role_policy: trusting(trusted), ...deploy } },
    aws_iam_policy: {
      of: { name: 'of-all', policy: READ },
      limit: { name: 'limit', policy: policyOf(may(['s3:*', 'iam:DeleteRolePermissionsBoundary'])) },
      tight: { name: 'tight', policy: policyOf(may('s3:*')) },
    },
    aws_iam_user_policy_attachment: { ben: { user: 'ben', policy_arn: '${aws_iam_policy.of.arn}' } },
    aws_iam_role_policy_attachment: { deploy: { role: 'deploy', policy_arn: '${aws_iam_policy.of.arn}' } },
    aws_iam_group_policy_attachment: { ops: { group: 'ops', policy_arn: '${aws_iam_policy.of.arn}' } },
    aws_iam_user_group_membership: { ben: { user: 'ben', groups: ['ops'] } },
  };
}

const ASSUME = may('sts:AssumeRole', on('role/deploy'));
const KEY = may('iam:CreateAccessKey', on('user/ben'));
const JOIN = may('iam:AddUserToGroup', on('group/ops'));
const [BEN, DEPLOY, OPS] = ['dev:aws_iam_user.ben', 'dev:aws_iam_role.deploy', 'dev:aws_iam_group.ops'] as const;

describe('whoever may give rights to somebody else, and come by their credentials, comes by all rights', () => {
  it.each<[string, string, StatementJson, string]>([
    ['iam:AttachRolePolicy', 'role/deploy', ASSUME, `attaches any policy to ${DEPLOY}, then assumes it`],
    ['iam:PutRolePolicy', 'role/deploy', ASSUME, `writes a policy into ${DEPLOY}, then assumes it`],
    ['iam:CreatePolicyVersion', 'policy/of-all', ASSUME, `rewrites a policy of ${DEPLOY}, then assumes it`],
    ['iam:AttachUserPolicy', 'user/ben', KEY, `attaches any policy to ${BEN}, then makes an access key for it`],
    ['iam:PutUserPolicy', 'user/ben', KEY, `writes a policy into ${BEN}, then makes an access key for it`],
    ['iam:AttachGroupPolicy', 'group/ops', KEY, `attaches any policy to ${BEN}, then makes an access key for it`],
    ['iam:PutGroupPolicy', 'group/ops', KEY, `writes a policy into ${BEN}, then makes an access key for it`],
    ['iam:CreatePolicyVersion', 'policy/of-all', KEY, `rewrites a policy of ${BEN}, then makes an access key for it`],
    ['iam:AttachGroupPolicy', 'group/ops', JOIN, `attaches any policy to ${OPS}, then joins it`],
    ['iam:PutGroupPolicy', 'group/ops', JOIN, `writes a policy into ${OPS}, then joins it`],
    ['iam:CreatePolicyVersion', 'policy/of-all', JOIN, `rewrites a policy of ${OPS}, then joins it`],
  ])('by %s on %s', (action, name, comes, text) => {
    const [give, elsewhere] = [name, `${name}s`].map((resource) => may(action, on(resource))) as [StatementJson, StatementJson];
    const calls = `(${action}, ${String(comes.Action)})`;
    expect([
      ofAnn([give, comes], team()),
      ofAnn([{ ...give, ...SOMEWHERE }, comes], team()),
      ofAnn([give, { ...comes, ...SOMEWHERE }], team()),
      ofAnn([elsewhere, comes], team()),
      ofAnn([give], team()),
      ofAnn([comes], team()),
    ]).toEqual([[`${text} ${calls}`], [`perhaps ${text} ${calls}`], [`perhaps ${text} ${calls}`], [], [], []]);
  });

  it.each(['iam:AttachUserPolicy', 'iam:PutUserPolicy', 'iam:AttachGroupPolicy', 'iam:PutGroupPolicy'])(
    'but what is given to a user or group, as by %s, is given to no role, nor what is given to a user to a group',
    (action) => {
      const give = may(action, [on('role/deploy'), on('group/*'), on('user/member-of-ops')]);
      const user = may(['iam:AttachUserPolicy', 'iam:PutUserPolicy'], on('group/ops'));
      expect([ofAnn([give, ASSUME], team()), ofAnn([user, JOIN], team())]).toEqual([[], []]);
    },
  );

  it('also by a service that is handed the role, or works with it', () => {
    const give = may('iam:PutRolePolicy', on('role/deploy'));
    const world = team({}, { Service: 'lambda.amazonaws.com' });
    const held = {
      ...world,
      aws_lambda_function: { api: { function_name: 'api', role: 'arn:aws:iam::111111111111:role/deploy' } },
    };
    const hands = may(['iam:PassRole', 'lambda:*'], [on('role/deploy'), 'arn:aws:lambda:*:*:*']);
    expect([ofAnn([give, hands], world), ofAnn([give, may('lambda:UpdateFunctionCode')], held)]).toEqual([
      [
        `writes a policy into ${DEPLOY}, then makes and calls a function with it (iam:PutRolePolicy, iam:PassRole, lambda:CreateFunction, lambda:InvokeFunction)`,
      ],
      [
        `writes a policy into ${DEPLOY}, then puts code of its own into a function that works with it, dev:aws_lambda_function.api, (iam:PutRolePolicy, lambda:UpdateFunctionCode)`,
      ],
    ]);
  });
});

it('a sure gift is told before one that perhaps is there', () => {
  const gifts = [{ ...may('iam:AttachRolePolicy'), ...SOMEWHERE }, may('iam:PutRolePolicy')];
  expect(ofAnn([...gifts, ASSUME], team())).toEqual([
    `writes a policy into ${DEPLOY}, then assumes it (iam:PutRolePolicy, sts:AssumeRole)`,
  ]);
});

it('is given by somebody on the way, too, be it the first', () => {
  const give = may('iam:PutRolePolicy', on('role/deploy'));
  const world = team();
  const ben = { user: 'ben', name: 'b', policy: policyOf(ASSUME) };
  const TAKES = 'makes an access key for dev:aws_iam_user.ben (iam:CreateAccessKey)';
  const found = (own: StatementJson, more: object): readonly string[] =>
    ofAnn([KEY, own], { ...world, aws_iam_user_policy: { ben: { ...ben, ...more } } });
  expect([found(give, {}), found(may('s3:GetObject'), { policy: policyOf(ASSUME, give) })]).toEqual([
    [
      `${TAKES}, which writes a policy into ${DEPLOY} as dev:aws_iam_user.ann, then assumes it (iam:PutRolePolicy, sts:AssumeRole)`,
    ],
    [`${TAKES}, which writes a policy into ${DEPLOY}, then assumes it (iam:PutRolePolicy, sts:AssumeRole)`],
  ]);
});

it('a sure gift is told before a shorter way, or a shorter way to a gift, that perhaps is there', () => {
  const { aws_iam_role, ...world } = team();
  const stage = { name: 'stage', assume_role_policy: trusting({ AWS: ACCOUNT }) };
  const give = (name: string): StatementJson => may('iam:PutRolePolicy', on(`role/${name}`));
  const self = { ...may('iam:PutUserPolicy', on('user/ann')), ...SOMEWHERE };
  const longer = {
    ...world,
    aws_iam_role: { ...aws_iam_role, stage },
    aws_iam_role_policy: {
      deploy: { role: 'deploy', name: 'd', policy: policyOf(may('sts:AssumeRole', on('role/stage'))) },
    },
    aws_iam_user_policy: { ben: { user: 'ben', name: 'b', policy: policyOf(ASSUME) } },
  };
  expect([
    ofAnn([self, give('deploy'), ASSUME], team()),
    ofAnn([KEY, { ...give('deploy'), ...SOMEWHERE }, give('stage')], longer),
  ]).toEqual([
    [`writes a policy into ${DEPLOY}, then assumes it (iam:PutRolePolicy, sts:AssumeRole)`],
    [
      `makes an access key for ${BEN} (iam:CreateAccessKey), which assumes ${DEPLOY} (sts:AssumeRole), which writes a policy into dev:aws_iam_role.stage as dev:aws_iam_user.ann, then assumes it (iam:PutRolePolicy, sts:AssumeRole)`,
    ],
  ]);
});

it('is given at the end of however long a way', () => {
  const { aws_iam_role, ...world } = team();
  const stage = { name: 'stage', assume_role_policy: trusting({ AWS: ACCOUNT }) };
  const found = ofAnn([KEY, may('iam:PutRolePolicy', on('role/deploy'))], {
    ...world,
    aws_iam_role: { ...aws_iam_role, stage },
    aws_iam_role_policy: { stage: { role: 'stage', name: 's', policy: policyOf(ASSUME) } },
    aws_iam_user_policy: { ben: { user: 'ben', name: 'b', policy: policyOf(may('sts:AssumeRole', on('role/stage'))) } },
  });
  expect(found).toEqual([
    `makes an access key for ${BEN} (iam:CreateAccessKey), which assumes dev:aws_iam_role.stage (sts:AssumeRole), which writes a policy into ${DEPLOY} as dev:aws_iam_user.ann, then assumes it (iam:PutRolePolicy, sts:AssumeRole)`,
  ]);
});

it('nothing is given to whoever has all rights already', () => {
  const admin = { name: 'admin', assume_role_policy: trusting({ AWS: ACCOUNT }) };
  const found = ofAnn([may(['iam:PutRolePolicy', 'sts:AssumeRole'])], { ...adminOf('ec2'), aws_iam_role: { admin } });
  expect(found).toEqual(['assumes dev:aws_iam_role.admin (sts:AssumeRole)']);
});

it('is given by whoever on the way surely may, before somebody who perhaps may', () => {
  const give = may('iam:PutRolePolicy', on('role/deploy'));
  const ben = { user: 'ben', name: 'b', policy: policyOf(ASSUME, give) };
  const found = ofAnn([KEY, { ...give, ...SOMEWHERE }], { ...team(), aws_iam_user_policy: { ben } });
  expect(found).toEqual([
    `makes an access key for ${BEN} (iam:CreateAccessKey), which writes a policy into ${DEPLOY}, then assumes it (iam:PutRolePolicy, sts:AssumeRole)`,
  ]);
});

describe('a limit of whoever is given rights', () => {
  const give = may('iam:PutRolePolicy', on('role/deploy'));
  const limited = (name: string): Resources => team({ permissions_boundary: `\${aws_iam_policy.${name}.arn}` });
  const taking = may('iam:DeleteRolePermissionsBoundary', on('role/deploy'));

  it('goes on limiting them, or perhaps does where it isn’t told', () => {
    const untold = team({ permissions_boundary: '${aws_ssm_parameter.limit.value}' });
    expect([ofAnn([give, ASSUME], limited('tight')), ofAnn([give, ASSUME], untold)]).toEqual([
      [],
      [`perhaps writes a policy into ${DEPLOY}, then assumes it (iam:PutRolePolicy, sts:AssumeRole)`],
    ]);
  });

  it('is taken away by whoever gives, or by themselves where it lets them', () => {
    const GIVES = `writes a policy into ${DEPLOY}, then assumes it`;
    const calls = '(iam:PutRolePolicy, iam:DeleteRolePermissionsBoundary, sts:AssumeRole)';
    expect([ofAnn([give, ASSUME, taking], limited('tight')), ofAnn([give, ASSUME], limited('limit'))]).toEqual([
      [`${GIVES} ${calls}`],
      [`${GIVES} ${calls}`],
    ]);
  });

  it('is rewritten, or another one put in its place, by whoever gives', () => {
    const rewrite = may('iam:CreatePolicyVersion', on('policy/tight'));
    const put = may(['iam:PutRolePermissionsBoundary', 'iam:CreatePolicy'], [on('role/deploy'), on('policy/*')]);
    const only = { ...put, Condition: { ArnNotLike: { 'iam:PermissionsBoundary': 'arn:aws:iam::aws:policy/*' } } };
    const write = may('iam:CreatePolicy', on('policy/*'));
    const found = [[rewrite], [put], [only, write], [only]].map((more) => ofAnn([give, ASSUME, ...more], limited('tight')));
    const GIVES = `writes a policy into ${DEPLOY}, then assumes it (iam:PutRolePolicy,`;
    expect(found).toEqual([
      [`${GIVES} iam:CreatePolicyVersion, sts:AssumeRole)`],
      [`${GIVES} iam:PutRolePermissionsBoundary, sts:AssumeRole)`],
      [`${GIVES} iam:CreatePolicy, iam:PutRolePermissionsBoundary, sts:AssumeRole)`],
      [`perhaps ${GIVES} iam:CreatePolicy, iam:PutRolePermissionsBoundary, sts:AssumeRole)`],
    ]);
  });

  it('of whoever joins a group limits what the group is given', () => {
    const gives = [JOIN, may('iam:PutGroupPolicy', on('group/ops'))];
    const more = { permissions_boundary: '${aws_iam_policy.own.arn}' };
    const found = (actions: readonly string[]): readonly string[] => {
      const { aws_iam_policy, ...world } = team();
      return ofAnn(
        gives,
        { ...world, aws_iam_policy: { ...aws_iam_policy, own: { name: 'own', policy: policyOf(may(actions)) } } },
        more,
      );
    };
    expect([found(['iam:AddUserToGroup', 'iam:PutGroupPolicy']), found(['*'])]).toEqual([
      [],
      [`writes a policy into ${OPS}, then joins it (iam:PutGroupPolicy, iam:AddUserToGroup)`],
    ]);
  });
});
