import type { Place } from '../../modules/core/aws/arn';
import type { Statement } from '../../modules/core/policy/statement';
import { type KeyUse, KeyUses } from '../../modules/encryption';
import { policyOf } from './key-of';

const HOME: Place = { accountId: '111111111111', region: 'eu-west-1' };
const CHINA: Place = { accountId: '111111111111', region: 'cn-north-1' };
const ROLE = 'arn:aws:iam::111111111111:role';

/** What a use adds to the policy of a key, as it is rendered. */
function rendered(use: KeyUse, place: Place = HOME): unknown[] {
  const { Statement: statements } = policyOf({ uses: [use] }, place);
  return statements.filter(({ Sid }) => Sid !== 'Account');
}

interface Row {
  readonly name: string;
  readonly use: KeyUse;
  readonly place?: Place;
  readonly statements: readonly Statement[];
}

const rows: readonly Row[] = [
  {
    name: 'logGroups: all of the account and Region',
    use: KeyUses.logGroups(),
    statements: [
      {
        Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111111111111:log-group:*' } },
        Effect: 'Allow',
        Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
        Resource: '*',
        Sid: 'LogGroups',
      },
    ],
  },
  {
    name: 'logGroups: some by name, in China',
    use: KeyUses.logGroups({ names: ['/vpc/*', '/acme/trail'] }),
    place: CHINA,
    statements: [
      {
        Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': [
              'arn:aws-cn:logs:cn-north-1:111111111111:log-group:/acme/trail',
              'arn:aws-cn:logs:cn-north-1:111111111111:log-group:/vpc/*',
            ],
          },
        },
        Effect: 'Allow',
        Principal: { Service: 'logs.cn-north-1.amazonaws.com.cn' },
        Resource: '*',
        Sid: 'LogGroups',
      },
    ],
  },
  {
    name: "cloudTrail: another account's trail",
    use: KeyUses.cloudTrail({ trailArn: 'arn:aws:cloudtrail:eu-west-1:999999999999:trail/organization' }),
    statements: [
      {
        Action: 'kms:GenerateDataKey*',
        Condition: {
          StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:999999999999:trail/organization' },
          StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:999999999999:trail/*' },
        },
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Resource: '*',
        Sid: 'CloudTrail',
      },
      {
        Action: 'kms:DescribeKey',
        Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:999999999999:trail/organization' } },
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Resource: '*',
        Sid: 'CloudTrailDescribe',
      },
    ],
  },
  {
    name: 'config: an organisation',
    use: KeyUses.config({ organizationId: 'o-a1b2c3d4e5' }),
    statements: [
      {
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Condition: { StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } },
        Effect: 'Allow',
        Principal: { Service: 'config.amazonaws.com' },
        Resource: '*',
        Sid: 'Config',
      },
    ],
  },
  {
    name: 'flowLogDelivery: two accounts',
    use: KeyUses.flowLogDelivery({ accountIds: ['333333333333', '222222222222'] }),
    statements: [
      {
        Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        Condition: {
          ArnLike: { 'aws:SourceArn': ['arn:aws:logs:*:222222222222:*', 'arn:aws:logs:*:333333333333:*'] },
          StringEquals: { 'aws:SourceAccount': ['222222222222', '333333333333'] },
        },
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Resource: '*',
        Sid: 'LogDelivery',
      },
    ],
  },
  {
    name: 'flowLogDelivery: an organisation',
    use: KeyUses.flowLogDelivery({ organizationId: 'o-a1b2c3d4e5' }),
    statements: [
      {
        Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        Condition: { StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } },
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Resource: '*',
        Sid: 'LogDelivery',
      },
    ],
  },
  {
    name: 'topics: alarms say for whom, EventBridge does not',
    use: KeyUses.topics({ publishers: ['events.amazonaws.com', 'cloudwatch.amazonaws.com'], names: ['security'] }),
    statements: [
      {
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Condition: {
          StringEquals: { 'aws:SourceAccount': '111111111111' },
          StringLike: { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:eu-west-1:111111111111:security' },
        },
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Resource: '*',
        Sid: 'Topics',
      },
      {
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Condition: {
          StringLike: { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:eu-west-1:111111111111:security' },
        },
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Resource: '*',
        Sid: 'TopicsOfEvents',
      },
    ],
  },
  {
    name: 'parameters: readers decrypt, writers encrypt',
    use: KeyUses.parameters({ path: '/acme/prod/shop', readers: [`${ROLE}/shop`], writers: ['222222222222'] }),
    statements: [
      {
        Action: 'kms:Decrypt',
        Condition: {
          StringEquals: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' },
          StringLike: {
            'kms:EncryptionContext:PARAMETER_ARN': 'arn:aws:ssm:eu-west-1:111111111111:parameter/acme/prod/shop/*',
          },
        },
        Effect: 'Allow',
        Principal: { AWS: `${ROLE}/shop` },
        Resource: '*',
        Sid: 'ReadParameters',
      },
      {
        Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
        Condition: {
          StringEquals: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' },
          StringLike: {
            'kms:EncryptionContext:PARAMETER_ARN': 'arn:aws:ssm:eu-west-1:111111111111:parameter/acme/prod/shop/*',
          },
        },
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::222222222222:root' },
        Resource: '*',
        Sid: 'WriteParameters',
      },
    ],
  },
  {
    name: 'buckets: with and without bucket keys; writers put the parts of uploads together',
    use: KeyUses.buckets({ names: ['acme-state'], readers: [`${ROLE}/auditor`], writers: [`${ROLE}/terraform`] }),
    statements: [
      {
        Action: 'kms:Decrypt',
        Condition: {
          StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
          StringLike: { 'kms:EncryptionContext:aws:s3:arn': ['arn:aws:s3:::acme-state', 'arn:aws:s3:::acme-state/*'] },
        },
        Effect: 'Allow',
        Principal: { AWS: `${ROLE}/auditor` },
        Resource: '*',
        Sid: 'ReadBuckets',
      },
      {
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Condition: {
          StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
          StringLike: { 'kms:EncryptionContext:aws:s3:arn': ['arn:aws:s3:::acme-state', 'arn:aws:s3:::acme-state/*'] },
        },
        Effect: 'Allow',
        Principal: { AWS: `${ROLE}/terraform` },
        Resource: '*',
        Sid: 'WriteBuckets',
      },
    ],
  },
  {
    name: 'sessionManager: people make the key of a session, instances open it',
    use: KeyUses.sessionManager({ people: [`${ROLE}/operator`], instances: [`${ROLE}/web`] }),
    statements: [
      {
        Action: 'kms:Decrypt',
        Condition: { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:ssm:SessionId' } },
        Effect: 'Allow',
        Principal: { AWS: `${ROLE}/web` },
        Resource: '*',
        Sid: 'HoldSessions',
      },
      {
        Action: 'kms:GenerateDataKey',
        Condition: { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:ssm:SessionId' } },
        Effect: 'Allow',
        Principal: { AWS: `${ROLE}/operator` },
        Resource: '*',
        Sid: 'StartSessions',
      },
    ],
  },
];

describe('a use is rendered as AWS documents it', () => {
  test.each(rows)('$name', ({ use, place, statements }) => {
    expect(rendered(use, place)).toEqual(statements);
  });

  test('every use is in the table', () => {
    const shown = rows.map(({ name }) => name.split(':')[0]);
    expect([...new Set(shown)].sort()).toEqual(Object.keys(KeyUses).sort());
  });

  test('who reads nothing has no statement', () => {
    expect(rendered(KeyUses.buckets({ names: ['acme-state'], readers: ['222222222222'] }))).toHaveLength(1);
  });
});

describe('two uses of a kind', () => {
  const path = '/acme/prod/shop';

  test('that differ in nothing but whom they let in are one statement', () => {
    const uses = [`${ROLE}/b`, `${ROLE}/a`].map((reader) => KeyUses.parameters({ path, readers: [reader] }));

    expect(policyOf({ uses }).Statement.map(({ Sid, Principal }) => [Sid, Principal])).toEqual([
      ['Account', { AWS: 'arn:aws:iam::111111111111:root' }],
      ['ReadParameters', { AWS: [`${ROLE}/a`, `${ROLE}/b`] }],
    ]);
  });

  test('that differ in what they open have Sids of their own, which the order in the source leaves alone', () => {
    const uses = ['/acme/prod/shop', '/acme/prod/desk'].map((one) => KeyUses.parameters({ path: one, readers: [`${ROLE}/a`] }));
    const sids = policyOf({ uses }).Statement.map(({ Sid }) => Sid);

    expect(sids).toEqual([
      'Account',
      expect.stringMatching(/^ReadParameters[0-9a-f]{8}$/),
      expect.stringMatching(/^ReadParameters[0-9a-f]{8}$/),
    ]);
    expect(new Set(sids).size).toBe(3);
    expect(policyOf({ uses: [...uses].reverse() })).toEqual(policyOf({ uses }));
  });
});
