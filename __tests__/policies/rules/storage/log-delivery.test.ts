import { logDelivery } from '../../../../policies/rules/storage/log-delivery';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';

const found = (resources: Readonly<Record<string, object>>): readonly string[] =>
  linesOf(logDelivery, universeOf({ 'aws_s3_bucket.logs': { bucket: 'acme-logs' }, ...resources }));
const encrypted = (algorithm: string): object => ({
  'aws_s3_bucket_server_side_encryption_configuration.logs': {
    bucket: '${aws_s3_bucket.logs.id}',
    rule: { apply_server_side_encryption_by_default: { sse_algorithm: algorithm } },
  },
});
const locked = (rule: object): object => ({ 'aws_s3_bucket_object_lock_configuration.logs': { bucket: 'acme-logs', ...rule } });
const RETENTION = { rule: { default_retention: { mode: 'GOVERNANCE', days: 30 } } };
const allow = (principal: object, action: unknown = 's3:PutObject'): object => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: 'arn:aws:s3:::acme-logs/*',
});
const policy = (...statements: readonly object[]): Readonly<Record<string, object>> => ({
  'aws_s3_bucket_policy.logs': { bucket: 'acme-logs', policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }) },
});
const TRAIL = { 'aws_cloudtrail.all': { s3_bucket_name: '${aws_s3_bucket.logs.bucket}' } };
const CONFIG = { 'aws_config_delivery_channel.all': { s3_bucket_name: 'acme-logs' } };
const FLOW = { 'aws_flow_log.vpc': { log_destination: '${aws_s3_bucket.logs.arn}/vpc', log_destination_type: 's3' } };
const ALB = { 'aws_lb.web': { access_logs: [{ bucket: 'acme-logs', enabled: true }] } };
const ACCESS = { 'aws_s3_bucket_logging.data': { bucket: 'acme-data', target_bucket: '${aws_s3_bucket.logs.id}' } };

describe('a key of KMS', () => {
  it.each<[string, object, string]>([
    ['an application load balancer', ALB, 'application and classic load balancers'],
    [
      'its connection logs',
      { 'aws_lb.web': { connection_logs: { bucket: 'acme-logs', enabled: true } } },
      'application and classic load balancers',
    ],
    [
      'a classic load balancer',
      { 'aws_elb.web': { access_logs: { bucket: 'acme-logs' } } },
      'application and classic load balancers',
    ],
    [
      'the account of load balancers of its Region',
      policy(allow({ AWS: 'arn:aws:iam::156460612806:root' })),
      'application and classic load balancers',
    ],
    [
      'the service of load balancers',
      policy(allow({ Service: 'logdelivery.elasticloadbalancing.amazonaws.com' })),
      'application and classic load balancers',
    ],
    ['S3 access logging', ACCESS, 'S3 access logging'],
    [
      'S3 access logging by policy',
      policy(allow({ Service: ['logging.s3.amazonaws.com'] }, ['s3:PutObject*'])),
      'S3 access logging',
    ],
  ])('is found on a bucket for %s', (_, writer, name) => {
    expect(found({ ...writer, ...encrypted('aws:kms') })).toEqual([
      `violated aws_s3_bucket.logs: ${name} can't write to it: it is encrypted by aws:kms`,
    ]);
    expect(found({ ...writer, ...encrypted('AES256') })).toEqual([]);
  });

  it.each<[string, object]>([
    ['a trail', TRAIL],
    ['AWS Config', CONFIG],
    ['flow logs', FLOW],
    [
      'a network load balancer',
      { 'aws_lb.web': { load_balancer_type: 'network', access_logs: { bucket: 'acme-logs', enabled: true } } },
    ],
    ['an account like any other', policy(allow({ AWS: 'arn:aws:iam::111111111111:root' }))],
    [
      'load balancers that only look',
      policy(allow({ Service: 'logdelivery.elasticloadbalancing.amazonaws.com' }, 's3:GetBucketAcl')),
    ],
  ])('is taken on a bucket for %s', (_, writer) => {
    expect(found({ ...writer, ...encrypted('aws:kms') })).toEqual([]);
  });
});

describe('a default retention', () => {
  it.each<[string, object, string]>([
    ['AWS Config', CONFIG, 'AWS Config'],
    ['S3 access logging', ACCESS, 'S3 access logging'],
  ])('is found on a bucket for %s, and a lock without one is not', (_, writer, name) => {
    expect(found({ ...writer, ...locked(RETENTION) })).toEqual([
      `violated aws_s3_bucket.logs: ${name} can't write to it: objects are locked by default`,
    ]);
    expect(found({ ...writer, ...locked({ object_lock_enabled: 'Enabled' }) })).toEqual([]);
  });

  it.each<[string, object]>([
    ['a trail', TRAIL],
    ['flow logs', FLOW],
  ])('is taken on a bucket for %s', (_, writer) => {
    expect(found({ ...writer, ...locked(RETENTION) })).toEqual([]);
  });
});

describe('a bucket that logs', () => {
  it.each(['acme-logs', '${aws_s3_bucket.logs.id}', '${aws_s3_bucket.logs.bucket}'])('to itself by %s is found', (target) => {
    expect(found({ 'aws_s3_bucket_logging.logs': { bucket: 'acme-logs', target_bucket: target } })).toEqual([
      'violated aws_s3_bucket.logs: it logs to itself: each log that is written makes another',
    ]);
  });

  it('to another one whose name begins like its own is not', () => {
    expect(
      found({ 'aws_s3_bucket_logging.logs': { bucket: 'acme-logs', target_bucket: '${aws_s3_bucket.logs.id}-access' } }),
    ).toEqual([]);
  });
});

describe('a Deny', () => {
  const deny = (Condition: object, change: object = {}): Readonly<Record<string, object>> =>
    policy({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::acme-logs/*',
      Condition,
      ...change,
    });
  const NO_HEADER = { Null: { 's3:x-amz-server-side-encryption': 'true' } };
  const OTHER_HEADER = { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } };
  const OTHERS = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
  const refused = (name: string): readonly string[] => [
    `violated aws_s3_bucket_policy.logs: statement 1 of its policy refuses what is written by ${name}`,
  ];

  it.each<[string, object]>([
    ['a missing header of encryption', NO_HEADER],
    ['another header of encryption', OTHER_HEADER],
    ['another organisation', OTHERS],
    ['another network', { StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } }],
    ['another network, if there is any', { StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-0123456789abcdef0' } }],
  ])('by %s refuses the logs of a load balancer', (_, condition) => {
    expect(found({ ...ALB, ...deny(condition) })).toEqual(refused('application and classic load balancers'));
  });

  it('by organisation refuses what a trail and AWS Config write', () => {
    expect(found({ ...TRAIL, ...CONFIG, ...deny(OTHERS) })).toEqual(refused('CloudTrail, AWS Config'));
  });

  it.each<[string, Readonly<Record<string, object>>]>([
    ['that exempts services', deny({ ...OTHERS, Bool: { 'aws:PrincipalIsAWSService': 'false' } })],
    ['that exempts services, if there are any', deny({ ...OTHERS, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } })],
    ['of plain HTTP', deny({ Bool: { 'aws:SecureTransport': 'false' } }, { Action: 's3:*' })],
    ['of reads', deny(OTHERS, { Action: 's3:GetObject' })],
    ['for one principal', deny(OTHERS, { Principal: { AWS: 'arn:aws:iam::111111111111:root' } })],
    ['where a header is there', deny({ Null: { 's3:x-amz-server-side-encryption': 'false' } })],
    ['for one organisation', deny({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
  ])('%s refuses no logs', (_, statement) => {
    expect(found({ ...ALB, ...statement })).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['arn:aws:s3:::acme-logs', []],
    ['arn:aws:s3:::acme-other/*', []],
    [
      'arn:aws:s3:::acme-logs/data/*',
      [
        'unknown aws_s3_bucket_policy.logs: statement 1 of its policy may refuse what is written by CloudTrail: it is for some objects',
      ],
    ],
    [
      '${var.objects}',
      [
        'unknown aws_s3_bucket_policy.logs: statement 1 of its policy may refuse what is written by CloudTrail: what it is for is known only after apply',
      ],
    ],
  ])('on %s does not surely refuse what a trail writes', (Resource, expected) => {
    expect(found({ ...TRAIL, ...deny(OTHERS, { Resource }) })).toEqual(expected);
  });

  it('by header refuses no trail, which sends one with its key', () => {
    expect(found({ ...TRAIL, ...deny(NO_HEADER) })).toEqual([]);
  });

  it('on a bucket to which nothing is sent refuses no logs', () => {
    expect(found(deny(OTHERS))).toEqual([]);
  });
});
