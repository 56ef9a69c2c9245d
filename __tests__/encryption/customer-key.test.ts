import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { App, TerraformStack } from 'cdktf';

import { resourceName } from '../../modules/core/resource-name';
import { CustomerKey, KeyUses } from '../../modules/encryption';
import { define } from '../../modules/terraform';
import { documentOf, testStack } from '../test-stack';
import { bodyOf, keyOf, policyOf } from './key-of';

const ADMIN = 'arn:aws:iam::111111111111:role/key-admin';
const APP = 'arn:aws:iam::111111111111:role/app';

describe('a key', () => {
  test('is rotated every 365 days, can be had back for 30, and refuses to be destroyed', () => {
    const { policy: _, ...body } = keyOf({ administrators: [ADMIN] });

    expect(body).toEqual({
      deletion_window_in_days: 30,
      description: 'Logs',
      enable_key_rotation: true,
      lifecycle: { prevent_destroy: true },
      multi_region: false,
      rotation_period_in_days: 365,
      tags: { Name: 'alias/acme/logs' },
    });
  });

  test('gives its protection up when it is closing', () => {
    expect(Object.keys(keyOf({ closing: true }))).not.toContain('lifecycle');
  });

  test.each([
    ['rotationPeriodDays', 'rotation_period_in_days', [90, 2560]],
    ['deletionWindowDays', 'deletion_window_in_days', [7, 30]],
  ])('takes %s at its bounds', (prop, attribute, bounds) => {
    expect(bounds.map((days) => keyOf({ [prop]: days })[attribute])).toEqual(bounds);
  });

  test('has an alias that leads to it', () => {
    const stack = testStack();
    const key = new CustomerKey(stack, 'logs', { alias: 'alias/acme/logs', description: 'Logs' });

    expect(bodyOf(stack, 'aws_kms_alias', 'logs')).toEqual({
      name: 'alias/acme/logs',
      target_key_id: '${aws_kms_key.logs.key_id}',
    });
    expect(key.aliasName).toBe('alias/acme/logs');
  });

  test('is named by its ARN, which Terraform will know', () => {
    const stack = testStack();
    const key = new CustomerKey(stack, 'logs', { alias: 'alias/acme/logs', description: 'Logs' });
    define(stack, SsmParameter, resourceName('key'), { name: '/key', type: 'String', value: key.arn });

    expect(documentOf(stack).resource.aws_ssm_parameter?.key?.value).toBe('${aws_kms_key.logs.arn}');
  });

  test('takes an alias of 256 characters', () => {
    const alias = `alias/${'a'.repeat(250)}`;

    expect(keyOf({ alias }).tags).toEqual({ Name: alias });
  });

  test('stands in a stack of any kind that says where it is', () => {
    const stack = new TerraformStack(new App(), 'own');
    new CustomerKey(stack, 'logs', { alias: 'alias/logs', description: 'Logs', region: 'eu-west-1', accountId: '222222222222' });
    const policy = documentOf(stack).resource.aws_kms_key?.logs?.policy as string;

    expect(policy).toContain('arn:aws:iam::222222222222:root');
  });
});

describe('the administrators', () => {
  test("are, where nobody is named, the account with all of it, as in AWS's default policy", () => {
    expect(policyOf({}).Statement).toEqual([
      {
        Action: 'kms:*',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111111111111:root' },
        Resource: '*',
        Sid: 'Account',
      },
    ]);
  });

  test('may, where they are named, change the key and not use it', () => {
    expect(policyOf({ administrators: ['111111111111', ADMIN] }).Statement).toEqual([
      {
        Action: [
          'kms:CancelKeyDeletion',
          'kms:CreateAlias',
          'kms:CreateGrant',
          'kms:DeleteAlias',
          'kms:DescribeKey',
          'kms:DisableKey',
          'kms:DisableKeyRotation',
          'kms:EnableKey',
          'kms:EnableKeyRotation',
          'kms:GetKeyPolicy',
          'kms:GetKeyRotationStatus',
          'kms:ListGrants',
          'kms:ListKeyPolicies',
          'kms:ListKeyRotations',
          'kms:ListResourceTags',
          'kms:PutKeyPolicy',
          'kms:RetireGrant',
          'kms:RevokeGrant',
          'kms:RotateKeyOnDemand',
          'kms:ScheduleKeyDeletion',
          'kms:TagResource',
          'kms:UntagResource',
          'kms:UpdateAlias',
          'kms:UpdateKeyDescription',
        ],
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::111111111111:role/key-admin', 'arn:aws:iam::111111111111:root'] },
        Resource: '*',
        Sid: 'Administrators',
      },
    ]);
  });

  test('replicate a multi-Region key', () => {
    const actionsOf = (multiRegion: boolean): unknown => {
      const { Statement } = JSON.parse(keyOf({ administrators: [ADMIN], multiRegion }).policy as string) as {
        Statement: { Action: string[] }[];
      };
      return Statement[0]?.Action.filter((action) => /Replicate|Primary/.test(action));
    };

    expect(actionsOf(true)).toEqual(['kms:ReplicateKey', 'kms:UpdatePrimaryRegion']);
    expect(actionsOf(false)).toEqual([]);
  });

  test('may be somebody of another account and a role of this stack, beside one of the own account by name', () => {
    const stack = testStack();
    const role = define(stack, IamRole, resourceName('late'), { assumeRolePolicy: '{}' });
    const administrators = [role.arn, '222222222222', ADMIN];
    new CustomerKey(stack, 'logs', { alias: 'alias/acme/logs', description: 'Logs', administrators });

    expect(documentOf(stack).resource.aws_kms_key?.logs?.policy).toContain(
      '"Principal":{"AWS":["arn:aws:iam::111111111111:role/key-admin","arn:aws:iam::222222222222:root","${aws_iam_role.late.arn}"]}',
    );
  });
});

describe('users', () => {
  test('encrypt or decrypt directly, and look at the key', () => {
    const users = [
      { principal: APP, may: 'encrypt' },
      { principal: '222222222222', may: 'decrypt' },
    ] as const;

    expect(policyOf({ administrators: [ADMIN], users }).Statement.slice(1)).toEqual([
      {
        Action: ['kms:Decrypt', 'kms:ReEncryptFrom'],
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::222222222222:root' },
        Resource: '*',
        Sid: 'Decrypt',
      },
      {
        Action: 'kms:DescribeKey',
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::111111111111:role/app', 'arn:aws:iam::222222222222:root'] },
        Resource: '*',
        Sid: 'Describe',
      },
      {
        Action: ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptTo'],
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111111111111:role/app' },
        Resource: '*',
        Sid: 'Encrypt',
      },
    ]);
  });

  test('do so through a service and in an encryption context only', () => {
    const encryptionContext = { team: 'shop', 'aws:backup:backup-vault': 'prod-*' };

    expect(
      policyOf({ users: [{ principal: APP, may: 'decrypt', viaService: 'secretsmanager', encryptionContext }] }).Statement[1],
    ).toEqual({
      Action: ['kms:Decrypt', 'kms:ReEncryptFrom'],
      Condition: {
        StringEquals: { 'kms:EncryptionContext:team': 'shop', 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' },
        StringLike: { 'kms:EncryptionContext:aws:backup:backup-vault': 'prod-*' },
      },
      Effect: 'Allow',
      Principal: { AWS: APP },
      Resource: '*',
      Sid: 'DecryptViaSecretsmanagerInContext',
    });
  });
});

describe('statements by hand', () => {
  test('are about this key, and name accounts by their root', () => {
    const statements = [{ Sid: 'Look', Effect: 'Allow', Principal: { AWS: '222222222222' }, Action: 'kms:DescribeKey' }] as const;

    expect(policyOf({ statements }).Statement[1]).toEqual({
      Action: 'kms:DescribeKey',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::222222222222:root' },
      Resource: '*',
      Sid: 'Look',
    });
  });

  test.each([
    ['an administrator changes the key', { Principal: { AWS: ADMIN }, Action: 'kms:*' }],
    [
      "services get grants to work for the key's users",
      {
        Principal: { AWS: APP },
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ],
    [
      'everybody of an organisation decrypts',
      {
        Principal: '*',
        Action: 'kms:Decrypt',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      },
    ],
    [
      "everybody of an organisation's unit decrypts",
      {
        Principal: { AWS: '*' },
        Action: 'kms:Decrypt',
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/*' } },
      },
    ],
    [
      'roles of a path decrypt',
      {
        Principal: '*',
        Action: 'kms:Decrypt',
        Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::222222222222:role/readers/*' } },
      },
    ],
  ] as const)('are taken where %s', (_, statement) => {
    const statements = [{ Sid: 'ByHand', Effect: 'Allow' as const, ...statement }];

    expect(policyOf({ administrators: [ADMIN], statements }).Statement.map(({ Sid }) => Sid)).toEqual([
      'Administrators',
      'ByHand',
    ]);
  });
});

describe('a grant', () => {
  test('is a resource of its own, named after what it is for', () => {
    const stack = testStack();
    const key = new CustomerKey(stack, 'logs', { alias: 'alias/acme/logs', description: 'Logs' });
    key.grant('backup', {
      grantee: APP,
      operations: ['Encrypt', 'Decrypt', 'CreateGrant'],
      retiringPrincipal: '111111111111',
      encryptionContext: { team: 'shop' },
    });

    expect(bodyOf(stack, 'aws_kms_grant', 'logs_backup')).toEqual({
      constraints: [{ encryption_context_subset: { team: 'shop' } }],
      grantee_principal: APP,
      key_id: '${aws_kms_key.logs.key_id}',
      name: 'logs_backup',
      operations: ['CreateGrant', 'Decrypt', 'Encrypt'],
      retiring_principal: 'arn:aws:iam::111111111111:root',
    });
  });
});

test('a use of EventBridge alone has one statement', () => {
  expect(policyOf({ uses: [KeyUses.topics({ publishers: ['events.amazonaws.com'] })] }).Statement.map(({ Sid }) => Sid)).toEqual([
    'Account',
    'TopicsOfEvents',
  ]);
});
