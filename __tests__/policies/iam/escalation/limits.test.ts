import { ACCOUNT, policyOf } from '../inquiry/organization';
import { may, ofAnn, type Resources, type StatementJson, trusting } from './world';

describe('a role or user is made', () => {
  const LIMIT = `arn:aws:iam::${ACCOUNT}:policy/limit`;
  const within = { Condition: { StringEquals: { 'iam:PermissionsBoundary': LIMIT } } };
  const [role, user] = [
    ['iam:CreateRole', 'iam:AttachRolePolicy'],
    ['iam:CreateUser', 'iam:PutUserPolicy'],
  ] as const;
  const elsewhere = { NotResource: `arn:aws:iam::${ACCOUNT}:user/ann`, Resource: undefined };
  const key = { ...may('iam:CreateAccessKey'), ...elsewhere };
  const [ROLE, USER] = ['makes a role with any policy', 'makes a user with a policy of its own'];

  it('and given all rights', () => {
    expect([ofAnn([may(role)]), ofAnn([{ ...may(user), ...elsewhere }, key])]).toEqual([
      [`${ROLE} (iam:CreateRole, iam:AttachRolePolicy, sts:AssumeRole)`],
      [`perhaps ${USER}, and a key (iam:CreateUser, iam:PutUserPolicy, iam:CreateAccessKey)`],
    ]);
  });

  it('but not where it may be within a boundary alone, unless that may be taken away', () => {
    const deletes = ['Role', 'User'].map((noun) => may(`iam:Delete${noun}PermissionsBoundary`)) as [StatementJson, StatementJson];
    const [roles, users] = [
      { ...may(role), ...within },
      { ...may(user), ...within, ...elsewhere },
    ];
    expect([ofAnn([roles]), ofAnn([roles, deletes[0]]), ofAnn([users, key]), ofAnn([users, key, deletes[1]])]).toEqual([
      [],
      [
        `perhaps ${ROLE}, takes its boundary away (iam:CreateRole, iam:AttachRolePolicy, iam:DeleteRolePermissionsBoundary, sts:AssumeRole)`,
      ],
      [],
      [
        `perhaps ${USER}, takes its boundary away, and a key (iam:CreateUser, iam:PutUserPolicy, iam:DeleteUserPermissionsBoundary, iam:CreateAccessKey)`,
      ],
    ]);
  });
});

describe('a boundary that a policy asks for by iam:PermissionsBoundary', () => {
  const [LIMIT, OTHER] = ['limit', 'other'].map((name) => `arn:aws:iam::${ACCOUNT}:policy/${name}`) as [string, string];
  const attach = (arn: string): StatementJson => ({
    ...may('iam:AttachUserPolicy'),
    Condition: { StringEquals: { 'iam:PermissionsBoundary': arn } },
  });
  const limits: Resources = { aws_iam_policy: { limit: { name: 'limit', policy: policyOf(may('*')) } } };
  const ATTACHES = 'attaches any policy to itself (iam:AttachUserPolicy)';

  it.each<[string, object, readonly string[]]>([
    ['is its own', { permissions_boundary: '${aws_iam_policy.limit.arn}' }, [ATTACHES]],
    ['is its own by its ARN', { permissions_boundary: LIMIT }, [ATTACHES]],
    ['isn’t its own', { permissions_boundary: 'arn:aws:iam::aws:policy/AdministratorAccess' }, []],
    ['is that of nobody', {}, []],
    ['is perhaps its own', { permissions_boundary: '${aws_ssm_parameter.limit.value}' }, [`perhaps ${ATTACHES}`]],
  ])('%s', (_how, more, wanted) => {
    expect(ofAnn([attach(LIMIT)], limits, more)).toEqual(wanted);
  });

  it.each<[string, object, readonly string[]]>([
    ['is that of the role that rights are given to', { permissions_boundary: '${aws_iam_policy.limit.arn}' }, ['']],
    ['isn’t that of this role', { permissions_boundary: 'arn:aws:iam::aws:policy/AdministratorAccess' }, []],
    ['is that of no role', {}, []],
    ['is perhaps that of this role', { permissions_boundary: '${aws_ssm_parameter.limit.value}' }, ['perhaps ']],
  ])('%s', (_how, more, wanted) => {
    const role = { name: 'deploy', assume_role_policy: trusting({ AWS: ACCOUNT }), ...more };
    const only = { Condition: { StringEquals: { 'iam:PermissionsBoundary': LIMIT } } };
    const own = [may('sts:AssumeRole'), { ...may('iam:PutRolePolicy', 'arn:aws:iam::*:role/deploy'), ...only }];
    const GIVES = 'writes a policy into dev:aws_iam_role.deploy, then assumes it (iam:PutRolePolicy, sts:AssumeRole)';
    const found = ofAnn(
      own,
      { ...limits, aws_iam_role: { deploy: role } },
      { permissions_boundary: 'arn:aws:iam::aws:policy/AdministratorAccess' },
    );
    expect(found).toEqual(wanted.map((how) => `${how}${GIVES}`));
  });

  it('is perhaps that of a call which doesn’t have to tell any', () => {
    const only = { Condition: { StringEquals: { 'iam:PermissionsBoundary': LIMIT } } };
    const boss: Resources = {
      aws_iam_user: { boss: { name: 'boss' } },
      aws_iam_user_policy: { boss: { user: 'boss', name: 'all', policy: policyOf(may('*')) } },
    };
    expect(ofAnn([{ ...may('iam:CreateAccessKey'), ...only }], { ...boss, ...limits })).toEqual([
      'perhaps makes an access key for dev:aws_iam_user.boss (iam:CreateAccessKey)',
    ]);
  });

  it('is another one of nobody’s', () => {
    expect(ofAnn([attach(OTHER)], limits, { permissions_boundary: LIMIT })).toEqual([]);
  });
});

describe('a boundary is put in the place of another one', () => {
  const [tight, wide] = ['tight', 'wide'].map((name) => `arn:aws:iam::${ACCOUNT}:policy/${name}`) as [string, string];
  const more = { permissions_boundary: tight };
  const PUT = 'iam:PutUserPermissionsBoundary';
  /** Somebody within a boundary who may attach policies to themselves, write some, and set some boundaries. */
  function found(
    limits: string | undefined,
    aws_iam_policy: object = {},
    actions: readonly string[] = [],
    others: Resources = {},
  ): readonly string[] {
    const set = limits === undefined ? {} : { Condition: { ArnLike: { 'iam:PermissionsBoundary': limits } } };
    const boundary = policyOf(may(['iam:AttachUserPolicy', ...actions]), { ...may(PUT), ...set });
    const policies = { tight: { name: 'tight', policy: boundary }, ...aws_iam_policy };
    return ofAnn([may('iam:AttachUserPolicy')], { ...others, aws_iam_policy: policies }, more);
  }
  /** Somebody who may do everything by a policy that is no managed one. */
  const BOSS: Resources = {
    aws_iam_user: { boss: { name: 'boss' } },
    aws_iam_user_policy: { wide: { user: 'boss', name: 'wide', policy: policyOf(may('*')) } },
  };
  const open = { wide: { name: 'wide', policy: policyOf(may('*')) } };
  const ATTACHES = 'attaches any policy to itself (iam:AttachUserPolicy';

  it.each<[string, readonly string[], readonly string[]]>([
    ['surely, where it may be any', found(undefined), [`${ATTACHES}, ${PUT})`]],
    [
      'surely, where it may be AWS’s own that allows everything',
      found('arn:aws:iam::aws:policy/Admin*'),
      [`${ATTACHES}, ${PUT})`],
    ],
    ['not, where it may be AWS’s own that allows less', found('arn:aws:iam::aws:policy/ReadOnlyAccess'), []],
    ['not, where it may be the same alone', found(tight), []],
    ['not, where it may be one that isn’t there', found(wide), []],
    [
      'perhaps, where it may be one that isn’t there, and one is written',
      found(wide, {}, ['iam:CreatePolicy']),
      [`perhaps ${ATTACHES}, iam:CreatePolicy, ${PUT})`],
    ],
    ['surely, where it may be one of the documents that allows everything', found(wide, open), [`${ATTACHES}, ${PUT})`]],
    ['not, where it may be one of the documents that allows less', found(tight, open), []],
    ['not, where what is called like that is no policy of its own', found(wide, {}, [], BOSS), []],
    [
      'surely, where it may be any of the account, and one is written',
      found(`arn:aws:iam::${ACCOUNT}:policy/*`, {}, ['iam:CreatePolicy']),
      [`${ATTACHES}, iam:CreatePolicy, ${PUT})`],
    ],
  ])('%s', (_how, ways, wanted) => {
    expect(ways).toEqual(wanted);
  });
});
