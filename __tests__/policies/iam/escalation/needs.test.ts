import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { ACCOUNT, policyOf } from '../inquiry/organization';
import { adminOf, may, ofAnn, type Resources, SOMEWHERE, type StatementJson, trusting, waysOf } from './world';

const BOSS: Resources = {
  aws_iam_user: { boss: { name: 'boss' } },
  aws_iam_user_policy: { boss: { user: 'boss', name: 'all', policy: policyOf(may('*')) } },
};
const PASSWORD: Resources = { ...BOSS, aws_iam_user_login_profile: { boss: { user: 'boss' } } };

describe('a password of somebody else', () => {
  const SETS = 'sets the password of dev:aws_iam_user.boss (iam:UpdateLoginProfile)';
  const MAKES = 'makes a password for dev:aws_iam_user.boss (iam:CreateLoginProfile)';

  it('is surely set where there is one in the documents, else perhaps: AWS refuses to set none', () => {
    const set = may('iam:UpdateLoginProfile');
    expect([ofAnn([set], PASSWORD), ofAnn([set], BOSS)]).toEqual([[SETS], [`perhaps ${SETS}`]]);
  });

  it.each([
    ['of which nobody knows whose it is', { user: '${data.aws_iam_user.someone.user_name}' }],
    ['of which nobody knows whether it is there', { user: 'boss', count: '${var.passwords}' }],
  ])('is perhaps set, and perhaps made, where there is one %s', (_, body) => {
    const world = { ...BOSS, aws_iam_user_login_profile: { some: body } };
    const calls = ['iam:UpdateLoginProfile', 'iam:CreateLoginProfile'];
    expect(calls.map((call) => ofAnn([may(call)], world))).toEqual([[`perhaps ${SETS}`], [`perhaps ${MAKES}`]]);
  });

  it('is surely made where there is none in the documents, else perhaps: AWS refuses to make a second', () => {
    const make = may('iam:CreateLoginProfile');
    expect([ofAnn([make], BOSS), ofAnn([make], PASSWORD)]).toEqual([[MAKES], [`perhaps ${MAKES}`]]);
  });
});

it.each([
  ['surely', 0, ''],
  ['surely', 1, ''],
  ['perhaps', 2, 'perhaps '],
])('an access key is %s made for a user who has %d of two in the documents', (_how, many, certainty) => {
  const keys = Array.from({ length: many }, (_, at) => [`key${String(at)}`, { user: 'boss' }] as const);
  const found = ofAnn([may('iam:CreateAccessKey')], { ...BOSS, aws_iam_access_key: Object.fromEntries(keys) });
  expect(found).toEqual([`${certainty}makes an access key for dev:aws_iam_user.boss (iam:CreateAccessKey)`]);
});

it.each(['iam:AttachRolePolicy', 'iam:PutRolePolicy'])('what gives rights to a role gives none to a user: %s', (action) => {
  expect(ofAnn([may(action)])).toEqual([]);
});

it.each<[string, Resources]>([
  ['iam:CreateAccessKey', adminOf('ec2')],
  ['iam:UpdateAssumeRolePolicy', BOSS],
  ['iam:AddUserToGroup', BOSS],
])('%s leads to nobody of another kind', (action, world) => {
  expect(ofAnn([may(action)], world)).toEqual([]);
});

it('a group is joined by whoever may add users to this group, of whom its members are none', () => {
  const world = {
    aws_iam_group: { boss: { name: 'boss' } },
    aws_iam_group_policy: { boss: { group: 'boss', name: 'all', policy: policyOf(may('*')) } },
  };
  const found = ['group/boss', 'user/*'].map((name) => ofAnn([may('iam:AddUserToGroup', `arn:aws:iam::*:${name}`)], world));
  expect(found).toEqual([['joins dev:aws_iam_group.boss (iam:AddUserToGroup)'], []]);
});

describe('an instance is started with a role', () => {
  const START = may(['iam:PassRole', 'ec2:RunInstances']);
  const STARTS = 'starts an instance with dev:aws_iam_role.admin (iam:PassRole, ec2:RunInstances)';
  const other = { name: 'other', assume_role_policy: trusting({ Service: 'ec2.amazonaws.com' }) };
  const world = (role?: string): Resources => ({
    ...adminOf('ec2'),
    aws_iam_role: { ...adminOf('ec2').aws_iam_role, other },
    ...(role === undefined ? {} : { aws_iam_instance_profile: { box: { name: 'box', role } } }),
  });

  it('surely where an instance profile of the documents holds it', () => {
    expect(ofAnn([START], world('${aws_iam_role.admin.name}'))).toEqual([STARTS]);
  });

  it.each([
    ['none does', undefined],
    ['one holds another role', 'other'],
    ['whose one holds isn’t told', '${aws_ssm_parameter.role.value}'],
  ])('perhaps where %s', (_how, role) => {
    expect(ofAnn([START], world(role))).toEqual([`perhaps ${STARTS}`]);
  });
});

describe('a role is handed to a service', () => {
  const [pass, make] = [may('iam:PassRole', 'arn:aws:iam::*:role/admin'), may('lambda:*')];
  const CALLS = '(iam:PassRole, lambda:CreateFunction, lambda:InvokeFunction)';
  const MAKES = `makes and calls a function with dev:aws_iam_role.admin ${CALLS}`;

  it('that it trusts, perhaps where that hangs on a condition, and to no other', () => {
    const trust = trusting(
      { Service: 'lambda.amazonaws.com' },
      { Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } } },
    );
    const careful = { ...adminOf('lambda'), aws_iam_role: { admin: { name: 'admin', assume_role_policy: trust } } };
    const found = [adminOf('lambda'), careful, adminOf('ec2')].map((world) => ofAnn([pass, make], world));
    expect(found).toEqual([[MAKES], [`perhaps ${MAKES}`], []]);
  });

  it('that the policy allows by iam:PassedToService', () => {
    const found = ['lambda', 'ec2'].map((service) => {
      const only = { Condition: { StringEquals: { 'iam:PassedToService': `${service}.amazonaws.com` } } };
      return ofAnn([{ ...pass, ...only }, make], adminOf('lambda'));
    });
    expect(found).toEqual([[MAKES], []]);
  });

  const role = (name: string, ...services: readonly string[]): object => {
    const Service = services.map((service) => `${service}.amazonaws.com`);
    return { name, assume_role_policy: trusting({ Service }) };
  };
  const all = policyOf(may('*'));
  const two: Resources = {
    aws_iam_role: { admin: role('admin', 'lambda'), other: role('other', 'lambda') },
    aws_iam_role_policy: {
      other: { role: 'other', name: 'all', policy: all },
      admin: { role: 'admin', name: 'all', policy: all },
    },
  };
  const toGlue = { Condition: { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } } };
  const ben: Resources = {
    aws_iam_user: { ben: { name: 'ben' } },
    aws_iam_user_policy: {
      ben: { user: 'ben', name: 'b', policy: policyOf(may('iam:PassRole', 'arn:aws:iam::*:role/app'), make) },
    },
  };

  it.each<[string, readonly StatementJson[], Resources, string]>([
    ['each role', [may('iam:PassRole', 'arn:aws:iam::*:role/other'), make], two, MAKES.replace('.admin', '.other')],
    [
      'each role, whether it trusts the service',
      [may('iam:PassRole'), make],
      { ...two, aws_iam_role: { admin: role('admin', 'ec2'), other: role('other', 'lambda') } },
      MAKES.replace('.admin', '.other'),
    ],
    [
      'each service',
      [{ ...pass, ...toGlue }, make, may(['glue:CreateJob', 'glue:StartJobRun'])],
      { ...two, aws_iam_role: { admin: role('admin', 'lambda', 'glue') } },
      'runs a Glue job with dev:aws_iam_role.admin (iam:PassRole, glue:CreateJob, glue:StartJobRun)',
    ],
    ['each who hands it over', [pass, make], { ...adminOf('lambda'), ...ben }, MAKES],
  ])('which is asked for %s', (_what, statements, world, wanted) => {
    expect(ofAnn(statements, world)).toEqual([wanted]);
  });

  it('perhaps, where it may be any role of the account, but not where handing it over hangs on a condition', () => {
    const any = may('iam:PassRole');
    const ANY = `perhaps makes and calls a function with any role of the account that trusts lambda.amazonaws.com ${CALLS}`;
    expect([ofAnn([any, make]), ofAnn([any, { ...make, ...SOMEWHERE }]), ofAnn([{ ...any, ...SOMEWHERE }, make])]).toEqual([
      [ANY],
      [ANY],
      [],
    ]);
  });
});

describe('a permission set, of which nobody knows to whom it is assigned, is changed', () => {
  const [instance, set, account] = ['instance/*', 'permissionSet/*', 'account/*'].map((one) => `arn:aws:sso:::${one}`) as [
    string,
    string,
    string,
  ];
  const calls = ['sso:AttachManagedPolicyToPermissionSet', 'sso:ProvisionPermissionSet'];

  it('perhaps, where that is allowed on the instance of IAM Identity Center, the set and the account', () => {
    expect(ofAnn([may(calls, [instance, set, account])])).toEqual([
      'perhaps attaches any policy to a permission set (sso:AttachManagedPolicyToPermissionSet, sso:ProvisionPermissionSet)',
    ]);
  });

  it.each([[[instance, set]], [[instance, account]], [[set, account]]])('not on %j alone', (resources) => {
    expect(ofAnn([may(calls, resources)])).toEqual([]);
  });
});

describe('a trust policy is rewritten to name whoever rewrites it', () => {
  const LETS = 'lets itself assume dev:aws_iam_role.admin (iam:UpdateAssumeRolePolicy, sts:AssumeRole)';
  const rewrite = may('iam:UpdateAssumeRolePolicy');
  const deny = { Effect: 'Deny', Action: 'sts:*', Resource: '*' };

  it('which is enough without a policy that allows to assume the role', () => {
    expect(ofAnn([rewrite], adminOf('ec2'))).toEqual([LETS]);
  });

  it('by a role, too, perhaps where a boundary limits it, as what its session is called isn’t told', () => {
    const { aws_iam_role, aws_iam_role_policy } = adminOf('ec2');
    const limit = { aws_iam_policy: { limit: { name: 'limit', policy: policyOf(may('iam:*')) } } };
    const found = [{}, { permissions_boundary: '${aws_iam_policy.limit.arn}' }].map((more) => {
      const eve = { name: 'eve', assume_role_policy: trusting({ Service: 'lambda.amazonaws.com' }), ...more };
      const policy = { role: 'eve', name: 'e', policy: policyOf(rewrite) };
      const roles = { aws_iam_role: { ...aws_iam_role, eve }, aws_iam_role_policy: { ...aws_iam_role_policy, eve: policy } };
      return waysOf('dev:aws_iam_role.eve', { ...limit, ...roles }).map(escalationText);
    });
    expect(found).toEqual([[LETS], [`perhaps ${LETS}`]]);
  });

  it('but not where one denies it, and perhaps where one does on a condition', () => {
    expect([ofAnn([rewrite, deny], adminOf('ec2')), ofAnn([rewrite, { ...deny, ...SOMEWHERE }], adminOf('ec2'))]).toEqual([
      [],
      [`perhaps ${LETS}`],
    ]);
  });

  it('nor where the trust policy denied it, which is gone then', () => {
    const world = adminOf('ec2');
    const closed = policyOf({ ...deny, Resource: undefined, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` } });
    const admin = { name: 'admin', assume_role_policy: closed };
    expect(ofAnn([rewrite], { ...world, aws_iam_role: { admin } })).toEqual([LETS]);
  });

  it('which no boundary limits that doesn’t deny it', () => {
    const limit = { aws_iam_policy: { limit: { name: 'limit', policy: policyOf(may('iam:*')) } } };
    const more = { permissions_boundary: '${aws_iam_policy.limit.arn}' };
    expect(ofAnn([rewrite], { ...adminOf('ec2'), ...limit }, more)).toEqual([LETS]);
  });
});
