import { accessLogging } from '../../../../policies/rules/storage/access-logging';
import { encryption } from '../../../../policies/rules/storage/encryption';
import { encryptionByKey } from '../../../../policies/rules/storage/encryption-by-key';
import { lifecycle } from '../../../../policies/rules/storage/lifecycle';
import { noAcl } from '../../../../policies/rules/storage/no-acl';
import { objectLock } from '../../../../policies/rules/storage/object-lock';
import { versioning } from '../../../../policies/rules/storage/versioning';
import type { Rule } from '../../../../policies/rules/rule';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { planOf, stateOf } from '../shown-universe';

const found = (rule: Rule, side: Readonly<Record<string, object>>, bucket: object = {}): readonly string[] =>
  linesOf(rule, universeOf({ 'aws_s3_bucket.data': { bucket: 'acme-data', ...bucket }, ...side }));
const side = (type: string, body: object): Readonly<Record<string, object>> => ({
  [`${type}.data`]: { bucket: '${aws_s3_bucket.data.id}', ...body },
});
const inState = (rule: Rule, values: Readonly<Record<string, never>> | object): readonly string[] =>
  linesOf(rule, stateOf({ 'aws_s3_bucket.data': { id: 'acme-data', bucket: 'acme-data', ...values } }));
const policy = (service: string): Readonly<Record<string, object>> =>
  side('aws_s3_bucket_policy', {
    policy: JSON.stringify({
      Statement: [
        { Effect: 'Allow', Principal: { Service: service }, Action: 's3:PutObject', Resource: 'arn:aws:s3:::acme-data/*' },
      ],
    }),
  });

describe('storage/versioning', () => {
  const status = (text: unknown): Readonly<Record<string, object>> =>
    side('aws_s3_bucket_versioning', { versioning_configuration: [{ status: text }] });

  it.each(['Suspended', 'Disabled'])('finds a bucket whose versioning is %s', (text) => {
    expect(found(versioning, status(text))).toEqual([`violated aws_s3_bucket.data: its versioning is ${text}`]);
  });

  it('takes a bucket whose versioning is Enabled, whatever the block inside says', () => {
    expect(found(versioning, status('Enabled'), { versioning: [{ enabled: false }] })).toEqual([]);
  });

  it.each([
    [true, []],
    [false, ['violated aws_s3_bucket.data: its versioning is off']],
  ])('reads the block that a state has inside the bucket: %s', (enabled, expected) => {
    expect(inState(versioning, { versioning: [{ enabled, mfa_delete: false }] })).toEqual(expected);
  });

  it('knows nothing of a status from outside', () => {
    expect(found(versioning, status('${var.status}'))).toEqual([
      "unknown aws_s3_bucket.data: whether it is versioned isn't known: it is set from outside: ${var.status}",
    ]);
  });

  it('takes what the provider fills in for nothing, in a plan', () => {
    const universe = planOf({
      resources: [{ address: 'aws_s3_bucket.data', known: { bucket: 'acme-data' }, unknown: { versioning: true } }],
      written: { 'aws_s3_bucket.data': { bucket: { constant_value: 'acme-data' } } },
    });

    expect(linesOf(versioning, universe)).toEqual(['violated aws_s3_bucket.data: nothing turns its versioning on']);
  });
});

describe('storage/access-logging', () => {
  it.each<[string, object]>([
    ['a bucket by name', { target_bucket: 'acme-access' }],
    ['a bucket that only apply tells', { target_bucket: '${var.access_bucket}' }],
  ])('takes a bucket that logs to %s', (_, body) => {
    expect(found(accessLogging, side('aws_s3_bucket_logging', body))).toEqual([]);
  });

  it('takes the block inside a bucket, and not an empty one', () => {
    expect(found(accessLogging, {}, { logging: [{ target_bucket: 'acme-access' }] })).toEqual([]);
    expect(found(accessLogging, {}, { logging: [] })).toEqual(['violated aws_s3_bucket.data: access to it is not logged']);
  });

  it('knows nothing of blocks that are generated', () => {
    expect(found(accessLogging, {}, { dynamic: { logging: [{ for_each: '${var.logs}', content: {} }] } })).toEqual([
      'unknown aws_s3_bucket.data: whether access to it is logged isn\'t known: not known (its blocks are generated: dynamic "logging")',
    ]);
  });

  it('asks nothing of a bucket whose policy lets access logs be written, and of others of AWS it does', () => {
    expect(found(accessLogging, policy('logging.s3.amazonaws.com'))).toEqual([]);
    expect(found(accessLogging, policy('cloudtrail.amazonaws.com'))).toHaveLength(1);
  });
});

describe('storage/lifecycle', () => {
  const rules = (...statuses: readonly unknown[]): Readonly<Record<string, object>> =>
    side('aws_s3_bucket_lifecycle_configuration', { rule: statuses.map((status) => ({ status })) });

  it('takes a bucket of which one rule of two is on', () => {
    expect(found(lifecycle, rules('Disabled', 'Enabled'))).toEqual([]);
  });

  it.each([
    [true, []],
    [false, ['violated aws_s3_bucket.data: none of its lifecycle rules is on']],
  ])('reads the rules inside the bucket: %s', (enabled, expected) => {
    expect(found(lifecycle, {}, { lifecycle_rule: [{ enabled }] })).toEqual(expected);
  });

  it('knows nothing of a rule whose status is from outside', () => {
    expect(found(lifecycle, rules('Disabled', '${var.status}'))).toEqual([
      "unknown aws_s3_bucket.data: whether a lifecycle rule is on isn't known: it is set from outside: ${var.status}",
    ]);
  });
});

describe('storage/object-lock', () => {
  it.each([true, 'true'])('takes a bucket with object_lock_enabled = %j', (enabled) => {
    expect(found(objectLock, {}, { object_lock_enabled: enabled })).toEqual([]);
  });

  it.each(['config.amazonaws.com', 'logging.s3.amazonaws.com', 'logdelivery.elasticloadbalancing.amazonaws.com'])(
    'asks nothing of a bucket to which %s writes',
    (service) => {
      expect(found(objectLock, policy(service))).toEqual([]);
    },
  );

  it.each(['cloudtrail.amazonaws.com', 'delivery.logs.amazonaws.com'])('asks it of a bucket to which %s writes', (service) => {
    expect(found(objectLock, policy(service))).toEqual([
      'violated aws_s3_bucket.data: its objects can be overwritten and deleted: none can be locked',
    ]);
  });
});

describe('storage/no-acl', () => {
  it.each(['ObjectWriter', 'BucketOwnerPreferred'])('finds a bucket with %s', (ownership) => {
    expect(found(noAcl, side('aws_s3_bucket_ownership_controls', { rule: { object_ownership: ownership } }))).toEqual([
      `violated aws_s3_bucket.data: its ACLs count: object_ownership is ${ownership}`,
    ]);
  });

  it('knows nothing of an ACL where what may turn it off names a bucket from outside', () => {
    const resources = {
      ...side('aws_s3_bucket_acl', { acl: 'private' }),
      'aws_s3_bucket_ownership_controls.x': { bucket: '${var.bucket}', rule: { object_ownership: 'BucketOwnerEnforced' } },
    };

    expect(found(noAcl, resources)).toEqual([
      'unknown aws_s3_bucket_acl.data: its ACL is private, and nothing turns ACLs off, and dev:aws_s3_bucket_ownership_controls.x may belong to it',
    ]);
  });

  it('names the ACL that is stated', () => {
    expect(found(noAcl, side('aws_s3_bucket_acl', { acl: 'public-read' }))).toEqual([
      'violated aws_s3_bucket_acl.data: its ACL is public-read, and nothing turns ACLs off',
    ]);
  });

  it.each(['${aws_s3_bucket.data.bucket_domain_name}', 'acme-data.s3.amazonaws.com', 'acme-data.s3.eu-west-1.amazonaws.com'])(
    'asks nothing of a bucket that CloudFront knows as %s',
    (host) => {
      expect(found(noAcl, { 'aws_cloudfront_distribution.site': { logging_config: [{ bucket: host }] } })).toEqual([]);
    },
  );

  it('asks it of a bucket of which another one has the name and more', () => {
    const site = { logging_config: [{ bucket: '${aws_s3_bucket.data.id}-logs.s3.amazonaws.com' }] };

    expect(found(noAcl, { 'aws_cloudfront_distribution.site': site })).toEqual([
      'violated aws_s3_bucket.data: nothing turns its ACLs off',
    ]);
  });
});

describe('storage/encryption-by-key', () => {
  const type = 'aws_s3_bucket_server_side_encryption_configuration';
  const by = (algorithm: string): Readonly<Record<string, object>> =>
    side(type, { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: algorithm }] }] });

  it.each(['aws:kms', 'aws:kms:dsse'])('takes %s', (algorithm) => {
    expect(found(encryptionByKey, by(algorithm))).toEqual([]);
  });

  it('finds a rule that says nothing of it, which is AES256', () => {
    expect(found(encryptionByKey, side(type, { rule: [{ bucket_key_enabled: true }] }))).toEqual([
      'violated aws_s3_bucket.data: it is encrypted by AES256, with keys that S3 keeps',
    ]);
  });

  it('reads what a state has inside the bucket', () => {
    const rule = [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: 'k' }] }];

    expect(inState(encryptionByKey, { server_side_encryption_configuration: [{ rule }] })).toEqual([]);
  });

  it.each<[string, string, number]>([
    ['aws_lb', 'application', 0],
    ['aws_lb', 'network', 1],
    ['aws_lb', '${var.kind}', 1],
  ])('asks nothing of the logs of %s of type %s, if it can have no key: %i findings', (lb, kind, count) => {
    const logs = { load_balancer_type: kind, access_logs: [{ bucket: 'acme-data', enabled: true }] };

    expect(found(encryptionByKey, { [`${lb}.web`]: logs })).toHaveLength(count);
  });

  it('asks it of a bucket to which a load balancer would log if it did', () => {
    expect(found(encryptionByKey, { 'aws_lb.web': { access_logs: [{ bucket: 'acme-data', enabled: false }] } })).toHaveLength(1);
  });
});

describe('storage/encryption', () => {
  it.each<[object, string]>([
    [
      { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms:dsse' }, bucket_key_enabled: true },
      'bucket_key_enabled is true, and sse_algorithm aws:kms:dsse has no bucket keys',
    ],
    [{ apply_server_side_encryption_by_default: { sse_algorithm: 'aes256' } }, 'sse_algorithm "aes256" is none of S3\'s'],
  ])('finds %j', (rule, problem) => {
    const type = 'aws_s3_bucket_server_side_encryption_configuration';

    expect(found(encryption, side(type, { rule }))).toEqual([`violated ${type}.data: ${problem}`]);
    expect(found(encryption, {}, { server_side_encryption_configuration: { rule } })).toEqual([
      `violated aws_s3_bucket.data: ${problem}`,
    ]);
  });

  it('takes a bucket of which nothing is said, since S3 encrypts it', () => {
    expect(found(encryption, {})).toEqual([]);
  });
});
