import { keyDeletionWindow } from '../../../../policies/rules/encryption/key-deletion-window';
import { keyPolicyNotPublic } from '../../../../policies/rules/encryption/key-policy-not-public';
import { keyRotation } from '../../../../policies/rules/encryption/key-rotation';
import { noDecryptOnAllKeys } from '../../../../policies/rules/encryption/no-decrypt-on-all-keys';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { stateOf } from '../shown-universe';

const policyText = (...statements: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });

describe('encryption/key-rotation', () => {
  const found = (key: object): readonly string[] => linesOf(keyRotation, universeOf({ 'aws_kms_key.data': key }));

  it.each<[string, object]>([
    ['rotates', { enable_key_rotation: true }],
    ['signs', { key_usage: 'SIGN_VERIFY', customer_master_key_spec: 'ECC_NIST_P256' }],
    ['makes MACs', { key_usage: 'GENERATE_VERIFY_MAC', customer_master_key_spec: 'HMAC_256' }],
    ['encrypts with a public half', { customer_master_key_spec: 'RSA_4096' }],
    ['lies in a key store', { custom_key_store_id: 'cks-0123456789abcdef0' }],
  ])('takes a key that %s', (_, key) => {
    expect(found(key)).toEqual([]);
  });

  it('finds a symmetric key that says so and does not rotate', () => {
    expect(
      found({ key_usage: 'ENCRYPT_DECRYPT', customer_master_key_spec: 'SYMMETRIC_DEFAULT', enable_key_rotation: 'false' }),
    ).toEqual(['violated aws_kms_key.data: enable_key_rotation is false']);
  });

  it.each<[object, string]>([
    [{ enable_key_rotation: '${var.rotate}' }, "enable_key_rotation isn't known: it is set from outside: ${var.rotate}"],
    [
      { customer_master_key_spec: '${var.spec}' },
      'enable_key_rotation is left out, which means false: it is set from outside: ${var.spec}',
    ],
  ])('knows nothing of %j', (key, problem) => {
    expect(found(key)).toEqual([`unknown aws_kms_key.data: ${problem}`]);
  });

  it('reads a state', () => {
    const values = {
      enable_key_rotation: false,
      key_usage: 'ENCRYPT_DECRYPT',
      customer_master_key_spec: 'SYMMETRIC_DEFAULT',
      custom_key_store_id: '',
    };

    expect(linesOf(keyRotation, stateOf({ 'aws_kms_key.data': values }))).toEqual([
      'violated aws_kms_key.data: enable_key_rotation is false',
    ]);
  });
});

describe('encryption/key-deletion-window', () => {
  it.each([
    [undefined, []],
    [30, []],
    [29, ['violated aws_kms_replica_key.data: deletion_window_in_days is 29']],
  ])('of %s days', (deletion_window_in_days, expected) => {
    expect(linesOf(keyDeletionWindow, universeOf({ 'aws_kms_replica_key.data': { deletion_window_in_days } }))).toEqual(expected);
  });
});

describe('encryption/key-policy-not-public', () => {
  const found = (Condition?: object): readonly string[] =>
    linesOf(
      keyPolicyNotPublic,
      universeOf({
        'aws_kms_key_policy.data': {
          key_id: '${aws_kms_key.data.id}',
          policy: policyText({ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', Condition }),
        },
      }),
    );

  it.each<object>([
    { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    { StringEqualsIfExists: { 'kms:CallerAccount': '111111111111' } },
    { StringLike: { 'kms:CallerAccount': '*' } },
    { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  ])('finds a policy for everybody on %j', (condition) => {
    expect(found(condition)).toEqual(['violated aws_kms_key_policy.data: statement 1 of its policy lets everybody in']);
  });

  it('takes one for the callers of an account', () => {
    expect(found({ StringEquals: { 'kms:CallerAccount': '111111111111' } })).toEqual([]);
  });

  it('takes a key without a policy, which has that of its account', () => {
    expect(linesOf(keyPolicyNotPublic, universeOf({ 'aws_kms_key.data': {} }))).toEqual([]);
  });
});

describe('encryption/no-decrypt-on-all-keys', () => {
  const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/0a1b2c3d-0000-4000-8000-000000000000';
  const ALLOW = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };
  const found = (change: object): readonly string[] =>
    linesOf(
      noDecryptOnAllKeys,
      universeOf({ 'aws_iam_policy.app': { name: 'app', policy: policyText({ ...ALLOW, ...change }) } }),
    );

  it.each<[object, string]>([
    [{}, 'kms:Decrypt'],
    [{ Action: 'KMS:DECRYPT' }, 'kms:Decrypt'],
    [{ Action: ['kms:De*'] }, 'kms:Decrypt'],
    [{ Action: '*' }, 'kms:Decrypt'],
    [{ Action: 'kms:ReEncrypt*' }, 'kms:ReEncryptFrom'],
    [{ Action: undefined, NotAction: 'iam:*' }, 'kms:Decrypt'],
    [{ Resource: 'arn:aws:kms:*:111111111111:key/*' }, 'kms:Decrypt'],
    [{ Resource: ['arn:aws:kms:eu-west-1:111111111111:*'] }, 'kms:Decrypt'],
    [{ Resource: undefined, NotResource: KEY }, 'kms:Decrypt'],
    [{ Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }, 'kms:Decrypt'],
    [{ Condition: { StringNotEquals: { 'aws:ResourceTag/team': 'shop' } } }, 'kms:Decrypt'],
    [{ Condition: { StringLike: { 'kms:ResourceAliases': '*' } } }, 'kms:Decrypt'],
  ])('finds %j', (change, action) => {
    expect(found(change)).toEqual([`violated aws_iam_policy.app: statement 1 allows ${action} by every key`]);
  });

  it.each<object>([
    { Effect: 'Deny' },
    { Action: 'kms:Encrypt' },
    { Action: 'kms:DescribeKey' },
    { Action: undefined, NotAction: ['kms:*'] },
    { Resource: KEY },
    { Resource: 'arn:aws:s3:::acme-data/*' },
    { Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } } },
    { Condition: { StringLike: { 'kms:ResourceAliases': 'alias/shop/*' } } },
    { Condition: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::acme-data' } } },
  ])('takes %j', (change) => {
    expect(found(change)).toEqual([]);
  });

  it('takes a key that only apply tells by a reference, and knows nothing of a resource from outside', () => {
    const universe = (resource: string): readonly string[] =>
      linesOf(
        noDecryptOnAllKeys,
        universeOf({ 'aws_kms_key.data': {}, 'aws_iam_policy.app': { policy: policyText({ ...ALLOW, Resource: resource }) } }),
      );

    expect(universe('${aws_kms_key.data.arn}')).toEqual([]);
    expect(universe('${var.key}')).toEqual([
      "unknown aws_iam_policy.app: whether statement 1 allows kms:Decrypt by every key isn't known",
    ]);
  });

  it('takes a boundary, which gives nothing, and not a policy that is attached as well', () => {
    const boundary = {
      'aws_iam_policy.edge': { name: 'edge', policy: policyText(ALLOW) },
      'aws_iam_role.app': { name: 'app', permissions_boundary: '${aws_iam_policy.edge.arn}', assume_role_policy: policyText() },
    };
    const attached = {
      'aws_iam_role_policy_attachment.app': { role: '${aws_iam_role.app.name}', policy_arn: '${aws_iam_policy.edge.arn}' },
    };

    expect(linesOf(noDecryptOnAllKeys, universeOf(boundary))).toEqual([]);
    expect(linesOf(noDecryptOnAllKeys, universeOf({ ...boundary, ...attached }))).toEqual([
      'violated aws_iam_policy.edge: statement 1 allows kms:Decrypt by every key',
    ]);
  });
});
