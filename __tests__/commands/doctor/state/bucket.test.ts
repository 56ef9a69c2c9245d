import { bucketChecks } from '../../../../commands/doctor/state/bucket';
import { done, refused, unreached } from '../answers';
import { bucketOf } from './bucket-of';

const backend = { kind: 's3', bucket: 'acme-state', region: 'eu-west-1' } as const;
const bucket = { id: 'state-bucket', title: 'state bucket' };
const versioning = { id: 'state-versioning', title: "state bucket's versions" };
const encryption = { id: 'state-encryption', title: "state bucket's encryption" };

test('a bucket in its region that keeps versions and encrypts is well', async () => {
  expect(await bucketChecks(backend, bucketOf())).toEqual([
    { ...bucket, level: 'ok', found: 'acme-state in eu-west-1' },
    { ...versioning, level: 'ok', found: 'kept' },
    { ...encryption, level: 'ok', found: 'aws:kms alias/state' },
  ]);
});

test('a bucket in another region is a problem that names both, and nothing else is asked', async () => {
  expect(await bucketChecks(backend, bucketOf({ region: () => Promise.resolve(done('eu-central-1')) }))).toEqual([
    {
      ...bucket,
      level: 'problem',
      found: 'acme-state in eu-central-1',
      expected: 'acme-state in eu-west-1',
      remedy: 'write eu-central-1 as backend.region',
    },
  ]);
});

test.each([
  [
    refused('NotFound', 'NotFound', 404),
    {
      found: 'there is no bucket acme-state',
      expected: 'acme-state in eu-west-1',
      remedy: 'make it, for the first time as docs/state.md says, or correct backend.bucket',
    },
  ],
  [
    refused('403', 'UnknownError', 403),
    {
      found: 'acme-state may not be read by these credentials, or belongs to somebody else',
      remedy: 'grant s3:ListBucket on it, or choose credentials of the account that holds it',
    },
  ],
  [
    unreached('ECONNREFUSED'),
    {
      found: "acme-state can't be reached: nothing listens there (ECONNREFUSED)",
      remedy: 'see whether this machine reaches S3: network, HTTPS_PROXY, AWS_CA_BUNDLE',
    },
  ],
])('a bucket that answers %j is a problem', async (answer, finding) => {
  expect(await bucketChecks(backend, bucketOf({ region: () => Promise.resolve(answer) }))).toEqual([
    { ...bucket, level: 'problem', ...finding },
  ]);
});

test.each([
  [undefined, 'not kept'],
  ['Suspended', 'suspended'],
])('versioning %j is a warning', async (status, found) => {
  const [, check] = await bucketChecks(backend, bucketOf({ versioning: () => Promise.resolve(done(status)) }));

  expect(check).toEqual({
    ...versioning,
    level: 'warning',
    found,
    expected: 'kept',
    remedy:
      "switch versioning on: a state that was overwritten can't be had back without (aws s3api put-bucket-versioning --bucket acme-state --versioning-configuration Status=Enabled)",
  });
});

test('no default encryption is a warning', async () => {
  const none = refused('ServerSideEncryptionConfigurationNotFoundError', 'was not found', 404);
  const [, , check] = await bucketChecks(backend, bucketOf({ encryption: () => Promise.resolve(none) }));

  expect(check).toEqual({
    ...encryption,
    level: 'warning',
    found: 'none by default',
    remedy: 'set a default encryption, best with a KMS key: a state holds values that its readers should be named for',
  });
});

test('what may not be asked is unknown, not well', async () => {
  const denied = Promise.resolve(refused('AccessDenied', 'Access Denied', 403));
  const [, second, third] = await bucketChecks(backend, bucketOf({ versioning: () => denied, encryption: () => denied }));

  expect([second, third]).toEqual([
    {
      ...versioning,
      level: 'warning',
      found: 'unknown: AccessDenied: Access Denied (HTTP 403)',
      remedy: 'grant s3:GetBucketVersioning on it',
    },
    {
      ...encryption,
      level: 'warning',
      found: 'unknown: AccessDenied: Access Denied (HTTP 403)',
      remedy: 'grant s3:GetEncryptionConfiguration on it',
    },
  ]);
});
