import { SecureBucket, type SecureBucketProps } from '../../modules/storage';
import { refusalOf } from '../refusal';
import { testStack } from '../test-stack';

const SUBJECT = 'SecureBucket "shop-eu-west-1-logging/state"';
const NAME_IT = 'name it like "acme-trail-222222222222-eu-west-1" [LZ-BUCKET-1]';
const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/0a1b';
const COPY = { bucketArn: 'arn:aws:s3:::acme-copy', accountId: '222222222222' };
const ORDER = 'STANDARD_IA, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE';

const bucket = (props: Partial<SecureBucketProps>): SecureBucket =>
  new SecureBucket(testStack('logging'), 'state', { bucketName: 'acme-state', ...props });
const refusal = (props: Partial<SecureBucketProps>): string => refusalOf(() => bucket(props));

describe('a SecureBucket refuses', () => {
  it.each<readonly [string, Partial<SecureBucketProps>, string]>([
    ['a name of 2 characters', { bucketName: 'ab' }, `a bucket name has 3 to 63 characters, got "ab"; ${NAME_IT}`],
    [
      'a name of 64 characters',
      { bucketName: 'a'.repeat(64) },
      `a bucket name has 3 to 63 characters, got "${'a'.repeat(64)}"; ${NAME_IT}`,
    ],
    [
      'capitals',
      { bucketName: 'Acme-State' },
      `a bucket name is made of small letters, digits, dots and hyphens, got "Acme-State"; ${NAME_IT}`,
    ],
    [
      'an underscore',
      { bucketName: 'acme_state' },
      `a bucket name is made of small letters, digits, dots and hyphens, got "acme_state"; ${NAME_IT}`,
    ],
    [
      'a hyphen at the end',
      { bucketName: 'acme-' },
      `a bucket name begins and ends with a letter or digit, got "acme-"; ${NAME_IT}`,
    ],
    ['two dots', { bucketName: 'acme..state' }, `a bucket name has no two dots beside each other, got "acme..state"; ${NAME_IT}`],
    [
      'an IP address',
      { bucketName: '192.0.2.1' },
      `a bucket name is not written like an IP address, got "192.0.2.1"; ${NAME_IT}`,
    ],
    [
      'a reserved start',
      { bucketName: 'xn--acme' },
      `AWS keeps bucket names that begin with xn-- for itself, got "xn--acme"; ${NAME_IT}`,
    ],
    [
      'a reserved end',
      { bucketName: 'acme-s3alias' },
      `AWS keeps bucket names that end with -s3alias for itself, got "acme-s3alias"; ${NAME_IT}`,
    ],
    [
      "an alias for the key's ARN",
      { keyArn: 'arn:aws:kms:eu-west-1:111111111111:alias/state' },
      `this is not a KMS key's ARN, got "arn:aws:kms:eu-west-1:111111111111:alias/state"; write it like "arn:aws:kms:eu-west-1:111111111111:key/…": an alias is another key, or none, in another account [LZ-ARN-3]`,
    ],
    [
      'a key of another Region',
      { keyArn: KEY.replace('eu-west-1', 'us-east-1') },
      `what stands in eu-west-1 is encrypted by a key of eu-west-1, got "arn:aws:kms:us-east-1:111111111111:key/0a1b"; use a key of eu-west-1, or a replica there of a multi-Region key [LZ-ARN-4]`,
    ],
    [
      'a lock of 0 days',
      { objectLock: { mode: 'governance', days: 0 } },
      'Object Lock keeps objects for 1 to 36500 whole days, got 0; say the days for which nobody may delete what was written [LZ-BUCKET-4]',
    ],
    [
      'a lock of 36501 days',
      { objectLock: { mode: 'compliance', days: 36_501 } },
      'Object Lock keeps objects for 1 to 36500 whole days, got 36501; say the days for which nobody may delete what was written [LZ-BUCKET-4]',
    ],
    [
      'an expiry after 0 days',
      { lifecycle: { expireAfterDays: 0 } },
      'expireAfterDays is no number of days, got 0; S3 counts whole days from 1 on [LZ-BUCKET-5]',
    ],
    [
      'half a day',
      { lifecycle: { abortUploadsAfterDays: 0.5 } },
      'abortUploadsAfterDays is no number of days, got 0.5; S3 counts whole days from 1 on [LZ-BUCKET-5]',
    ],
    [
      'STANDARD_IA after 29 days',
      { lifecycle: { transitions: [{ storageClass: 'STANDARD_IA', afterDays: 29 }] } },
      'objects move to STANDARD_IA after 30 days at the earliest, got 29; use 30 or more, or GLACIER_IR, which takes them at once [LZ-BUCKET-6]',
    ],
    [
      'GLACIER before STANDARD_IA',
      {
        lifecycle: {
          transitions: [
            { storageClass: 'STANDARD_IA', afterDays: 90 },
            { storageClass: 'GLACIER', afterDays: 30 },
          ],
        },
      },
      `S3 moves nothing from GLACIER to STANDARD_IA, got GLACIER after 30, STANDARD_IA after 90; leave one out, or order them ${ORDER}; ONEZONE_IA goes on to GLACIER or DEEP_ARCHIVE only [LZ-BUCKET-7]`,
    ],
    [
      'ONEZONE_IA before GLACIER_IR',
      {
        lifecycle: {
          transitions: [
            { storageClass: 'ONEZONE_IA', afterDays: 30 },
            { storageClass: 'GLACIER_IR', afterDays: 90 },
          ],
        },
      },
      `S3 moves nothing from ONEZONE_IA to GLACIER_IR, got ONEZONE_IA after 30, GLACIER_IR after 90; leave one out, or order them ${ORDER}; ONEZONE_IA goes on to GLACIER or DEEP_ARCHIVE only [LZ-BUCKET-7]`,
    ],
    [
      'GLACIER 29 days after STANDARD_IA',
      {
        lifecycle: {
          transitions: [
            { storageClass: 'STANDARD_IA', afterDays: 30 },
            { storageClass: 'GLACIER', afterDays: 59 },
          ],
        },
      },
      'objects stay in STANDARD_IA for at least 30 days, got STANDARD_IA after 30, GLACIER after 59; let GLACIER come after 60 days or more [LZ-BUCKET-8]',
    ],
    [
      'GLACIER and DEEP_ARCHIVE on one day',
      {
        lifecycle: {
          transitions: [
            { storageClass: 'GLACIER', afterDays: 90 },
            { storageClass: 'DEEP_ARCHIVE', afterDays: 90 },
          ],
        },
      },
      'two moves fall on one day, got GLACIER after 90, DEEP_ARCHIVE after 90; let DEEP_ARCHIVE come after 91 days or more [LZ-BUCKET-8]',
    ],
    [
      'an expiry on the day of the last move',
      { lifecycle: { transitions: [{ storageClass: 'GLACIER', afterDays: 90 }], expireAfterDays: 90 } },
      'objects would expire before they have moved, got expireAfterDays 90, GLACIER after 90; let them expire after 91 days or more, or leave the move out [LZ-BUCKET-9]',
    ],
    [
      'an expiry a day before the lock ends',
      { lifecycle: { expireAfterDays: 364 }, objectLock: { mode: 'governance', days: 365 } },
      'objects would expire while they are locked for 365 days, got expireAfterDays 364; let them expire after 365 days or more, or lock them for less [LZ-BUCKET-10]',
    ],
    [
      'a copy into a name instead of an ARN',
      { replication: { ...COPY, bucketArn: 'acme-copy' } },
      `the destination is not a bucket's ARN, got "acme-copy"; write it like "arn:aws:s3:::acme-logs" [LZ-BUCKET-11]`,
    ],
    [
      "a copy into nobody's bucket",
      { replication: { ...COPY, accountId: 'archive' } },
      `the destination has no account id, got "archive"; give the twelve digits of the destination's owner [LZ-BUCKET-11]`,
    ],
    [
      'a copy into itself',
      { replication: { ...COPY, bucketArn: 'arn:aws:s3:::acme-state' } },
      'a bucket is not copied into itself, got "arn:aws:s3:::acme-state"; name another one: a copy beside the original protects nothing [LZ-BUCKET-12]',
    ],
    [
      'a copy without key of what has one',
      { keyArn: KEY, replication: COPY },
      "the bucket is encrypted by a KMS key and its copies would not be; give replication.keyArn, the destination's key: S3 leaves objects under KMS keys out otherwise [LZ-BUCKET-13]",
    ],
    [
      'access logs into itself',
      { accessLogs: { bucketName: 'acme-state', prefix: 'state/' } },
      'a bucket writes its access logs into itself, got "acme-state"; name another bucket: each record would be a request to record [LZ-BUCKET-14]',
    ],
    [
      'access logs without a folder',
      { accessLogs: { bucketName: 'acme-requests', prefix: 'state' } },
      'the prefix of access logs is no folder, got "state"; end it with "/", and name who is logged: "trail/" [LZ-BUCKET-15]',
    ],
    [
      'a right by ACL for an account id',
      { aclGrants: [{ canonicalUserId: '222222222222', permission: 'READ' }] },
      'an ACL knows nobody of this name, got "222222222222"; give the 64 hexadecimal digits of the canonical user [LZ-BUCKET-16]',
    ],
  ])('%s', (_, props, text) => {
    expect(refusal(props)).toBe(`${SUBJECT}: ${text}`);
  });

  it('all mistakes at once', () => {
    const text = refusal({
      bucketName: 'ab',
      keyArn: 'key',
      objectLock: { mode: 'governance', days: 0 },
      lifecycle: { transitions: [{ storageClass: 'STANDARD_IA', afterDays: 10 }], expireAfterDays: 5 },
      replication: { bucketArn: 'acme', accountId: '1' },
    });
    expect([...text.matchAll(/\[(LZ-[A-Z]+-\d+)\]/g)].map((match) => match[1])).toEqual([
      'LZ-BUCKET-1',
      'LZ-ARN-3',
      'LZ-BUCKET-4',
      'LZ-BUCKET-6',
      'LZ-BUCKET-9',
      'LZ-BUCKET-11',
      'LZ-BUCKET-11',
      'LZ-BUCKET-13',
    ]);
  });
});

describe('a SecureBucket takes the other side of each bound:', () => {
  it.each<readonly [string, Partial<SecureBucketProps>]>([
    ['a name of 3 characters', { bucketName: 'abc' }],
    ['a name of 63 characters', { bucketName: 'a'.repeat(63) }],
    ['a lock of 1 day', { objectLock: { mode: 'governance', days: 1 } }],
    ['a lock of 36500 days', { objectLock: { mode: 'compliance', days: 36_500 } }],
    ['STANDARD_IA after 30 days', { lifecycle: { transitions: [{ storageClass: 'STANDARD_IA', afterDays: 30 }] } }],
    ['GLACIER_IR after 1 day', { lifecycle: { transitions: [{ storageClass: 'GLACIER_IR', afterDays: 1 }] } }],
    [
      'GLACIER 30 days after STANDARD_IA and DEEP_ARCHIVE a day later, expiring after another',
      {
        lifecycle: {
          transitions: [
            { storageClass: 'STANDARD_IA', afterDays: 30 },
            { storageClass: 'GLACIER', afterDays: 60 },
            { storageClass: 'DEEP_ARCHIVE', afterDays: 61 },
          ],
          expireAfterDays: 62,
        },
      },
    ],
    [
      'an expiry on the day that the lock ends',
      { lifecycle: { expireAfterDays: 365 }, objectLock: { mode: 'governance', days: 365 } },
    ],
    ['a key that only Terraform will know', { keyArn: '${TfToken[TOKEN.1]}' }],
  ])('%s', (_, props) => {
    expect(bucket(props).bucketName).toBe(props.bucketName ?? 'acme-state');
  });
});
