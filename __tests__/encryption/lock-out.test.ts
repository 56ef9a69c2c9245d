import type { Conditions, Statement } from '../../modules/core/policy/statement';
import { refusalOf } from '../refusal';
import { keyOf, policyOf } from './key-of';

const ADMIN = 'arn:aws:iam::111111111111:role/key-admin';
const OTHER = 'arn:aws:iam::111111111111:role/ops/other';

const deny = (statement: Partial<Statement>, Sid = 'Guard'): Statement => ({
  Sid,
  Effect: 'Deny',
  Principal: '*',
  Action: 'kms:*',
  ...statement,
});
const when = (Condition: Conditions): Statement => deny({ Condition });

describe('a Deny that takes kms:PutKeyPolicy from every administrator is refused', () => {
  test('with its Sid and the administrators', () => {
    expect(refusalOf(() => keyOf({ administrators: [ADMIN], statements: [deny({})] }))).toBe(
      'CustomerKey "shop-eu-west-1-network/logs": statement "Guard" may take kms:PutKeyPolicy from every administrator, and nobody could ever change the key again, got ["arn:aws:iam::111111111111:role/key-admin"]; deny actions of use only, or spare an administrator by ArnNotEquals with aws:PrincipalArn [LZ-KEY-11]',
    );
  });

  const rows: readonly (readonly [name: string, statements: readonly Statement[], administrators?: readonly string[]])[] = [
    ['by name', [deny({ Principal: { AWS: ADMIN } })]],
    ['by the account', [deny({ Principal: { AWS: '111111111111' } })]],
    ['by a pattern of actions', [deny({ Action: 'kms:P?t*' })]],
    ['by NotAction', [{ Sid: 'Guard', Effect: 'Deny', Principal: '*', NotAction: 'kms:Decrypt' }]],
    [
      'one after the other',
      [deny({ Principal: { AWS: ADMIN } }, 'One'), deny({ Principal: { AWS: OTHER } }, 'Two')],
      [ADMIN, OTHER],
    ],
    ['for everybody but a role of another name', [when({ ArnNotEquals: { 'aws:PrincipalArn': OTHER } })]],
    [
      'for everybody but a pattern that StringNotEquals takes for letters',
      [when({ StringNotEquals: { 'aws:PrincipalArn': 'arn:*' } })],
    ],
    ['for everybody but an ARN of too few parts', [when({ ArnNotLike: { 'aws:PrincipalArn': 'arn:*' } })]],
    ['for everybody but another account', [when({ StringNotEquals: { 'aws:PrincipalAccount': '222222222222' } })]],
    ['for everybody in the account', [when({ StringEquals: { 'aws:PrincipalAccount': '111111111111' } })]],
    ['for whoever is themselves', [when({ ArnEquals: { 'aws:PrincipalArn': '${aws:PrincipalArn}' } })]],
    ['without a second factor, which a role may never have', [when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })]],
    ['at any time since 2020', [when({ DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } })]],
    [
      'of the account, by a pattern that may be all of it',
      [when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:*' } })],
      ['111111111111'],
    ],
    [
      'of the account, where each Deny spares another role',
      [
        deny({ Condition: { ArnNotEquals: { 'aws:PrincipalArn': ADMIN } } }, 'One'),
        deny({ Condition: { ArnNotEquals: { 'aws:PrincipalArn': OTHER } } }, 'Two'),
      ],
      ['111111111111'],
    ],
  ];

  const named = rows.map(([name, statements, administrators = [ADMIN]]) => ({ name, statements, administrators }));

  test.each(named)('$name', ({ statements, administrators }) => {
    expect(refusalOf(() => keyOf({ administrators, statements }))).toMatch(
      /kms:PutKeyPolicy from every administrator.*\[LZ-KEY-11\]$/,
    );
  });

  test('also where the account administers it by default', () => {
    expect(refusalOf(() => keyOf({ statements: [deny({ Principal: { AWS: '111111111111' } })] }))).toContain('[LZ-KEY-11]');
  });
});

describe('a Deny is taken that spares', () => {
  const rows: readonly (readonly [name: string, statement: Statement, administrators?: readonly string[]])[] = [
    ['administration', deny({ Action: ['kms:Decrypt', 'kms:GenerateDataKey*'] })],
    ['all sessions of a role but one', deny({ Principal: { AWS: 'arn:aws:sts::111111111111:assumed-role/key-admin/x' } })],
    ['one administrator of two', deny({ Principal: { AWS: OTHER } }), [ADMIN, OTHER]],
    ['whoever is named by the condition', when({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN } })],
    ['whoever a pattern of ARNs fits', when({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/key-*' } })],
    ['whoever a pattern of texts fits', when({ StringNotLike: { 'aws:principalarn': '*key-admin' } })],
    ['the account', when({ StringNotEquals: { 'kms:CallerAccount': ['222222222222', '111111111111'] } })],
    ['all but one role', when({ StringEquals: { 'aws:PrincipalArn': OTHER } })],
    ['all but a role, where the account administers', deny({ Principal: { AWS: ADMIN } }), ['111111111111']],
    ['a role, where the account administers', when({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN } }), ['111111111111']],
    [
      'roles of a path, where the account administers',
      when({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/admins/*' } }),
      ['111111111111'],
    ],
    [
      'whoever a pattern does not fit, where the account administers',
      when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/ci-*' } }),
      ['111111111111'],
    ],
  ];

  const named = rows.map(([name, statement, administrators = [ADMIN]]) => ({ name, statement, administrators }));

  test.each(named)('$name', ({ statement, administrators }) => {
    expect(policyOf({ administrators, statements: [statement] }).Statement.map(({ Sid }) => Sid)).toEqual([
      'Administrators',
      'Guard',
    ]);
  });
});
