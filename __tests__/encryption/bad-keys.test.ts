import type { Statement } from '../../modules/core/policy/statement';
import { CustomerKey, type CustomerKeyProps, KeyUses } from '../../modules/encryption';
import { refusalOf } from '../refusal';
import { testStack } from '../test-stack';
import { keyOf } from './key-of';

const SUBJECT = 'CustomerKey "shop-eu-west-1-network/logs": ';
const APP = 'arn:aws:iam::111111111111:role/app';
const ADMIN = 'arn:aws:iam::111111111111:role/key-admin';

const byHand = (statement: Partial<Statement>): Partial<CustomerKeyProps> => ({
  statements: [{ Sid: 'ByHand', Effect: 'Allow', Principal: { AWS: APP }, Action: 'kms:Decrypt', ...statement }],
});

const rows: readonly [name: string, props: Partial<CustomerKeyProps>, message: string][] = [
  [
    'an alias without its prefix',
    { alias: 'acme/logs' },
    'an alias begins with alias/, got "acme/logs"; write "alias/acme/logs" [LZ-KEY-1]',
  ],
  [
    'an alias that AWS keeps for itself',
    { alias: 'alias/aws/logs' },
    'AWS keeps alias/aws/ for itself, got "alias/aws/logs"; choose another name: these are AWS\'s own keys [LZ-KEY-2]',
  ],
  [
    'an alias with a dot',
    { alias: 'alias/acme.logs' },
    'an alias is made of letters, digits, /, _ and -, 256 characters at most with its prefix, got "alias/acme.logs"; name it after what it encrypts, like "alias/acme/logs" [LZ-KEY-3]',
  ],
  [
    'an alias of 257 characters',
    { alias: `alias/${'a'.repeat(251)}` },
    `an alias is made of letters, digits, /, _ and -, 256 characters at most with its prefix, got "alias/${'a'.repeat(110)}...; name it after what it encrypts, like "alias/acme/logs" [LZ-KEY-3]`,
  ],
  [
    'no administrators',
    { administrators: [] },
    'nobody could ever change or delete the key again, got administrators []; leave it out for account 111111111111 itself, or name who administers the key [LZ-KEY-4]',
  ],
  [
    'administrators of another account only',
    { administrators: ['222222222222'] },
    'no administrator is a role, a user or the root of the key\'s account 111111111111, which alone can change it, got ["222222222222"]; add one of them, as text: "arn:…:iam::111111111111:role/…", or "111111111111" for the account itself [LZ-KEY-5]',
  ],
  [
    'a session as the only administrator',
    { administrators: ['arn:aws:sts::111111111111:assumed-role/key-admin/alice'] },
    'no administrator is a role, a user or the root of the key\'s account 111111111111, which alone can change it, got ["arn:aws:sts::111111111111:assumed-role/key-admin/alice"]; add one of them, as text: "arn:…:iam::111111111111:role/…", or "111111111111" for the account itself [LZ-KEY-5]',
  ],
  [
    'everybody as an administrator',
    { administrators: ['*'] },
    'a principal is one role, user or account, got "*"; name an account by its twelve digits, or a role or user by its ARN, such as arn:aws:iam::111111111111:role/deploy [LZ-ARN-2]',
  ],
  ['a rotation period of 89 days', { rotationPeriodDays: 89 }, 'a rotation period is 90 to 2560 days, got 89; use 90 [LZ-KEY-6]'],
  [
    'a rotation period of 2561 days',
    { rotationPeriodDays: 2561 },
    'a rotation period is 90 to 2560 days, got 2561; use 2560 [LZ-KEY-6]',
  ],
  ['a deletion window of 6 days', { deletionWindowDays: 6 }, 'a deletion window is 7 to 30 days, got 6; use 7 [LZ-KEY-7]'],
  ['a deletion window of 31 days', { deletionWindowDays: 31 }, 'a deletion window is 7 to 30 days, got 31; use 30 [LZ-KEY-7]'],
  ['a deletion window of 7.5 days', { deletionWindowDays: 7.5 }, 'a deletion window is 7 to 30 days, got 7.5; use 8 [LZ-KEY-7]'],
  [
    'kms:* to a user',
    byHand({ Action: 'kms:*' }),
    'statement "ByHand" gives kms:CancelKeyDeletion to ["arn:aws:iam::111111111111:role/app"], and only administrators change a key, got "kms:*"; name the actions of use, like "kms:Decrypt", or name the principal under administrators [LZ-KEY-8]',
  ],
  [
    'an administrative action by a pattern, in other letters',
    byHand({ Action: ['kms:Decrypt', 'KMS:put*'] }),
    'statement "ByHand" gives kms:PutKeyPolicy to ["arn:aws:iam::111111111111:role/app"], and only administrators change a key, got ["kms:Decrypt","KMS:put*"]; name the actions of use, like "kms:Decrypt", or name the principal under administrators [LZ-KEY-8]',
  ],
  [
    'administrative actions by what NotAction leaves',
    { statements: [{ Sid: 'ByHand', Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, NotAction: 'kms:Decrypt' }] },
    'statement "ByHand" gives kms:CancelKeyDeletion to ["ec2.amazonaws.com"], and only administrators change a key, got {"NotAction":"kms:Decrypt"}; name the actions of use, like "kms:Decrypt", or name the principal under administrators [LZ-KEY-8]',
  ],
  [
    'grants for anybody to give',
    byHand({ Action: 'kms:CreateGrant', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'false' } } }),
    'statement "ByHand" gives kms:CreateGrant to ["arn:aws:iam::111111111111:role/app"], and only administrators change a key, got "kms:CreateGrant"; name the actions of use, like "kms:Decrypt", or name the principal under administrators [LZ-KEY-8]',
  ],
  [
    'a statement without principals',
    { statements: [{ Sid: 'ByHand', Effect: 'Allow', Action: 'kms:Decrypt' }] },
    'statement "ByHand" doesn\'t say by Principal whom it is about; name them; to spare somebody, use Principal "*" with a condition on aws:PrincipalArn [LZ-KEY-9]',
  ],
  [
    'NotPrincipal',
    byHand({ NotPrincipal: { AWS: APP } } as Partial<Statement>),
    'statement "ByHand" doesn\'t say by Principal whom it is about, got {"NotPrincipal":{"AWS":"arn:aws:iam::111111111111:role/app"}}; name them; to spare somebody, use Principal "*" with a condition on aws:PrincipalArn [LZ-KEY-9]',
  ],
  [
    'everybody without a condition',
    byHand({ Principal: '*' }),
    'statement "ByHand" lets everybody in, and no condition names accounts, an organisation or principals, got {}; name the principals, or add StringEquals with aws:PrincipalOrgID, aws:PrincipalAccount or aws:PrincipalArn [LZ-KEY-10]',
  ],
  [
    'a use that lets nobody in',
    { uses: [KeyUses.buckets({ names: ['acme-state'] })] },
    'the use buckets lets nobody in: it has no readers and no writers; name at least one, or leave the use out [LZ-KEY-12]',
  ],
  [
    'a service for nobody',
    { uses: [KeyUses.config({})] },
    'the use config lets nobody in: it has no account and no organisation; name at least one, or leave the use out [LZ-KEY-12]',
  ],
  [
    'a service for accounts of an organisation',
    { uses: [KeyUses.config({ accountIds: ['222222222222'], organizationId: 'o-a1b2c3d4e5' })] },
    'the use config names accounts and an organisation, and only who is both would be let in, got {"accountIds":["222222222222"],"organizationId":"o-a1b2c3d4e5"}; name one of the two [LZ-KEY-12]',
  ],
  [
    'a service for an account with hyphens',
    { uses: [KeyUses.flowLogDelivery({ accountIds: ['2222-2222-2222'] })] },
    'this is not the id of an account, got "2222-2222-2222"; write its twelve digits as a text, like "222222222222" [LZ-ARN-6]',
  ],
  [
    'a star for an organisation',
    { uses: [KeyUses.config({ organizationId: '*' })] },
    'this is not the id of an organisation, got "*"; write it as AWS shows it, like "o-a1b2c3d4e5" [LZ-ARN-5]',
  ],
  [
    'any trail',
    { uses: [KeyUses.cloudTrail({ trailArn: 'arn:aws:cloudtrail:*:*:trail/*' })] },
    'this is no trail\'s ARN, got "arn:aws:cloudtrail:*:*:trail/*"; write it as text, like "arn:aws:cloudtrail:eu-west-1:111111111111:trail/organization": the trail comes after its key [LZ-KEY-13]',
  ],
  [
    'a bucket by a pattern',
    { uses: [KeyUses.buckets({ names: ['acme-*'], readers: [APP] })] },
    'a bucket name is made of small letters, digits, dots and hyphens, got "acme-*"; name it like "acme-trail-222222222222-eu-west-1" [LZ-BUCKET-1]',
  ],
  [
    'a path of parameters without a slash in front',
    { uses: [KeyUses.parameters({ path: 'acme/prod', readers: [APP] })] },
    'a path of parameters begins with / and has names of letters, digits and _ . - between slashes, got "acme/prod"; write it like "/acme/prod/shop" [LZ-KEY-13]',
  ],
  [
    'a log group with a star in its middle',
    { uses: [KeyUses.logGroups({ names: ['/a*/b'] })] },
    'a log group\'s name is made of letters, digits and _ - / . #, with a * at its end at most, got "/a*/b"; write it like "/acme/shop" or "/acme/*" [LZ-KEY-13]',
  ],
  [
    'a role as the publisher to a topic',
    { uses: [KeyUses.topics({ publishers: [APP] })] },
    'this is no service as policies name it, got "arn:aws:iam::111111111111:role/app"; write it like "cloudwatch.amazonaws.com"; roles that publish are users of the key [LZ-KEY-13]',
  ],
  [
    'a service by its host',
    { users: [{ principal: APP, may: 'decrypt', viaService: 's3.amazonaws.com' }] },
    'this is no name of a service, got "s3.amazonaws.com"; write its name alone, like "s3" or "ssm" [LZ-KEY-13]',
  ],
  [
    'no description',
    { description: ' ' },
    'a description has 1 to 8192 characters, got " "; say in one sentence what the key is for [LZ-KEY-16]',
  ],
  [
    'a description of 8193 characters',
    { description: 'x'.repeat(8193) },
    'a description has 1 to 8192 characters, got 8193 characters; say in one sentence what the key is for [LZ-KEY-16]',
  ],
];

describe('a key is refused with', () => {
  test.each(rows)('%s', (_, props, message) => {
    expect(refusalOf(() => keyOf(props))).toBe(`${SUBJECT}${message}`);
  });

  test.each([
    ['a condition on the address', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
    ['any organisation', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }],
    ['any account', { StringLike: { 'aws:PrincipalAccount': '*' } }],
    ['any role', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } }],
    ['one account of two that is any', { StringLike: { 'aws:PrincipalAccount': ['222222222222', '*'] } }],
    ['an organisation if there is one', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }],
    ['every value of a key that is not there', { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } }],
    ['everybody but one account', { StringNotEquals: { 'aws:PrincipalAccount': '222222222222' } }],
    ['an account that a variable names', { StringEquals: { 'aws:PrincipalAccount': '${aws:PrincipalAccount}' } }],
  ])('everybody let in by %s', (_, Condition) => {
    expect(refusalOf(() => keyOf(byHand({ Principal: { AWS: '*' }, Condition })))).toContain('lets everybody in');
  });

  test('all its mistakes at once', () => {
    const message = refusalOf(() =>
      keyOf({
        alias: 'logs',
        rotationPeriodDays: 1,
        deletionWindowDays: 31,
        administrators: [],
        uses: [KeyUses.config({}), KeyUses.logGroups({ names: ['a b'] })],
        users: [{ principal: 'app', may: 'decrypt' }],
        statements: [{ Sid: 'All', Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt' }],
      }),
    );

    expect(message.split('\n').map((line) => [line.startsWith(SUBJECT), /\[([A-Z0-9-]+)\]$/.exec(line)?.[1]])).toEqual(
      ['LZ-KEY-1', 'LZ-KEY-6', 'LZ-KEY-7', 'LZ-KEY-4', 'LZ-KEY-12', 'LZ-KEY-13', 'LZ-ARN-1', 'LZ-KEY-10'].map((code) => [
        true,
        code,
      ]),
    );
  });

  test('a policy of more than 32 KB', () => {
    const users = Array.from({ length: 800 }, (_, n) => ({
      principal: `arn:aws:iam::111111111111:role/reader-${String(n)}`,
      may: 'decrypt' as const,
      viaService: 's3',
    }));

    expect(refusalOf(() => keyOf({ users }))).toMatch(
      /^CustomerKey "shop-eu-west-1-network\/logs": a key policy has at most 32768 characters, got \d+; name an organisation instead of accounts, or a path instead of roles \[LZ-POLICY-1\]$/,
    );
  });
});

describe('a grant is refused with', () => {
  const grant = (operations: string[], grantee = ADMIN): string =>
    refusalOf(() => {
      const key = new CustomerKey(testStack(), 'logs', { alias: 'alias/acme/logs', description: 'Logs' });
      key.grant('backup', { grantee, operations });
    });
  const subject = 'CustomerKey "shop-eu-west-1-network/logs" grant "backup": ';

  test('an operation that there is not', () => {
    expect(grant(['Decript'])).toBe(
      `${subject}a symmetric key has no such operation to grant, got "Decript"; did you mean "Decrypt"? [LZ-KEY-14]`,
    );
  });

  test('an operation of asymmetric keys, and no grantee', () => {
    expect(grant(['VerifyMac'], 'backup').split('\n')).toEqual([
      `${subject}a symmetric key has no such operation to grant, got "VerifyMac"; use one of "CreateGrant", "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo", "RetireGrant" [LZ-KEY-14]`,
      `${subject}this names no principal, got "backup"; name an account by its twelve digits, or a role or user by its ARN, such as arn:aws:iam::111111111111:role/deploy [LZ-ARN-1]`,
    ]);
  });

  test('nothing', () => {
    expect(grant([])).toBe(`${subject}the grant grants nothing, got []; name at least one, like "Decrypt" [LZ-KEY-14]`);
  });
});
