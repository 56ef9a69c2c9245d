import { callerOf } from '../../../../policies/iam/gather';
import type { Caller } from '../../../../policies/iam/request';
import { textShown, factsOf } from '../../model/identity/facts-text';
import { resource, unknown } from '../../model/network/documents';

const FACTS = factsOf([
  resource('aws_iam_user.alice', { name: 'alice', path: '/ops/' }),
  resource('aws_iam_role.app', { name: 'app', path: '/svc/' }),
  resource('aws_iam_role.late', { name: unknown() }),
  resource('aws_iam_user.team["a"]', { name: 'a' }),
  resource('aws_iam_user.team["b"]', { name: 'b' }),
  resource('module.m.aws_iam_role.inner', { name: 'inner' }),
  resource('aws_iam_user.app', { name: 'app' }),
  resource('aws_iam_group.ops', { name: 'ops' }),
  resource('aws_iam_role.twice', { name: 'twice', path: '/a/' }),
  resource('aws_iam_role.again', { name: 'twice', path: '/b/' }, { stack: 'other' }),
]);

function shown(text: string): unknown {
  const { kind, arn, accountId, roleArn }: Caller = callerOf(FACTS, text);
  return [kind, textShown(arn), accountId, roleArn === undefined ? undefined : textShown(roleArn)];
}

const SESSION = "<not known (the name of the role's session isn't told)>";

describe('who asks is', () => {
  it.each([
    ['aws_iam_user.alice', ['user', 'arn:aws:iam::111111111111:user/ops/alice', '111111111111', undefined]],
    ['net:aws_iam_user.alice', ['user', 'arn:aws:iam::111111111111:user/ops/alice', '111111111111', undefined]],
    ['aws_iam_user.team["a"]', ['user', 'arn:aws:iam::111111111111:user/a', '111111111111', undefined]],
    [
      'aws_iam_role.app',
      [
        'role-session',
        `arn:aws:sts::111111111111:assumed-role/app/${SESSION}`,
        '111111111111',
        'arn:aws:iam::111111111111:role/svc/app',
      ],
    ],
    ['arn:aws:iam::222222222222:user/eve', ['user', 'arn:aws:iam::222222222222:user/eve', '222222222222', undefined]],
    [
      'arn:aws:iam::111111111111:role/svc/app',
      [
        'role-session',
        `arn:aws:sts::111111111111:assumed-role/app/${SESSION}`,
        '111111111111',
        'arn:aws:iam::111111111111:role/svc/app',
      ],
    ],
    [
      'arn:aws:iam::222222222222:role/x/y',
      [
        'role-session',
        `arn:aws:sts::222222222222:assumed-role/y/${SESSION}`,
        '222222222222',
        'arn:aws:iam::222222222222:role/x/y',
      ],
    ],
    [
      'arn:aws:sts::111111111111:assumed-role/app/i-1',
      [
        'role-session',
        'arn:aws:sts::111111111111:assumed-role/app/i-1',
        '111111111111',
        'arn:aws:iam::111111111111:role/svc/app',
      ],
    ],
    [
      'arn:aws:sts::222222222222:assumed-role/app/i-1',
      [
        'role-session',
        'arn:aws:sts::222222222222:assumed-role/app/i-1',
        '222222222222',
        "arn:aws:iam::222222222222:role<not known (the role's path isn't told)>app",
      ],
    ],
    [
      'arn:aws:sts::111111111111:assumed-role/twice/i-1',
      [
        'role-session',
        'arn:aws:sts::111111111111:assumed-role/twice/i-1',
        '111111111111',
        "arn:aws:iam::111111111111:role<not known (the role's path isn't told)>twice",
      ],
    ],
    ['arn:aws:iam::111111111111:root', ['root', 'arn:aws:iam::111111111111:root', '111111111111', undefined]],
    ['111111111111', ['root', 'arn:aws:iam::111111111111:root', '111111111111', undefined]],
    ['ec2.amazonaws.com', ['service', 'ec2.amazonaws.com', undefined, undefined]],
    ['logs.cn-north-1.amazonaws.com.cn', ['service', 'logs.cn-north-1.amazonaws.com.cn', undefined, undefined]],
    ['cognito-identity.amazonaws.com', ['federated', 'cognito-identity.amazonaws.com', undefined, undefined]],
    [
      'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com',
      ['federated', 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com', undefined, undefined],
    ],
    ['anonymous', ['anonymous', '', undefined, undefined]],
    ['*', ['anonymous', '', undefined, undefined]],
    [
      'other:aws_iam_role.again',
      [
        'role-session',
        `arn:aws:sts::111111111111:assumed-role/twice/${SESSION}`,
        '111111111111',
        'arn:aws:iam::111111111111:role/b/twice',
      ],
    ],
  ])('%s: %j', (text, caller) => {
    expect(shown(text)).toEqual(caller);
  });

  it('a session of a role whose name only apply tells', () => {
    expect(shown('aws_iam_role.late')).toEqual([
      'role-session',
      `arn:aws:sts::111111111111:assumed-role/<net:aws_iam_role.late.name>/${SESSION}`,
      '111111111111',
      'arn:aws:iam::111111111111:role/<net:aws_iam_role.late.name>',
    ]);
  });

  it.each([
    [
      'aws_iam_user.team',
      '2 resources have this address, got "aws_iam_user.team"; write "aws_iam_user.team["a"]" or "aws_iam_user.team["b"]" [LZ-CAN-3]',
    ],
    ['aws_iam_group.ops', 'nobody asks as a group, got "aws_iam_group.ops"; ask about a user who is in it [LZ-CAN-4]'],
    [
      'somebody',
      'this is nobody who could ask, got "somebody"; write a user, role or assigned permission set by its address or ARN, an account id for its root user, a service such as "ec2.amazonaws.com", an identity provider by its ARN, or anonymous [LZ-CAN-2]',
    ],
    ['aws_iam_role.ap', 'this is nobody who could ask, got "aws_iam_role.ap"; did you mean "aws_iam_role.app"? [LZ-CAN-2]'],
  ])('nobody by %s', (text, message) => {
    expect(() => callerOf(FACTS, text)).toThrow(message);
  });

  it.each([
    'arn:aws:iam::1:user/x',
    'arn:aws:sts::111111111111:assumed-role/app',
    'arn:aws:iam::111111111111:group/g',
    'aws_s3_bucket.b',
    'arn:aws:iam::111111111111:rooted',
    'arn:aws:iam::111111111111:user/',
    'arn:aws:iam::111111111111:role/',
    'arn:aws:iam::111111111111:assumed-role/app/i-1',
    'arn:aws:sts::111111111111:root',
    'arn:aws:sts::111111111111:user/x',
    'arn:aws:sts::111111111111:role/x',
    'arn:aws:sts::111111111111:assumed-role//i-1',
    'arn:aws:sts::111111111111:assumed-role/app/',
    'arn:aws:sts::111111111111:assumed-role/app/i/1',
    'arn:x:arn:aws:iam::111111111111:user/x',
    'arn:x:arn:aws:iam::111111111111:oidc-provider/x',
    '1111111111111',
    'x111111111111',
    '111111111111x',
    'the ec2.amazonaws.com',
    'ec2.amazonaws.com.de',
    'ec2.amazonaws.comx',
    'my.accounts.google.com',
    'accounts.google.com.de',
  ])('nobody by %s, which is of another form', (text) => {
    expect(() => callerOf(FACTS, text)).toThrow('this is nobody who could ask');
  });
});
