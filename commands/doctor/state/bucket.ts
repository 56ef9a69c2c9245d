import type { S3State } from '../../../modules/terraform';
import { type Check, ok, problem, type Subject, warning } from '../check';
import { nameOf, reasonOf, statusOf } from '../reason';
import type { StateCalls } from './s3-state';

const BUCKET: Subject = { id: 'state-bucket', title: 'state bucket' };
const VERSIONING: Subject = { id: 'state-versioning', title: "state bucket's versions" };
const ENCRYPTION: Subject = { id: 'state-encryption', title: "state bucket's encryption" };

/** That the role which Terraform takes for the states can't be taken. */
export function roleRefused(roleArn: string, error: unknown): Check {
  return problem(BUCKET, {
    found: `${roleArn}, by which Terraform gets at the states, can't be assumed: ${reasonOf(error)}`,
    remedy: 'let that role trust the management account, and these credentials call sts:AssumeRole on it',
  });
}

function unreachable(error: unknown, { bucket, region }: S3State): Check {
  if (statusOf(error) === 404) {
    const remedy = 'make it, for the first time as docs/state.md says, or correct backend.bucket';
    return problem(BUCKET, { found: `there is no bucket ${bucket}`, expected: `${bucket} in ${region}`, remedy });
  }
  if (statusOf(error) === 403) {
    const found = `${bucket} may not be read by these credentials, or belongs to somebody else`;
    return problem(BUCKET, { found, remedy: 'grant s3:ListBucket on it, or choose credentials of the account that holds it' });
  }
  const remedy = 'see whether this machine reaches S3: network, HTTPS_PROXY, AWS_CA_BUNDLE';
  return problem(BUCKET, { found: `${bucket} can't be reached: ${reasonOf(error)}`, remedy });
}

async function regionCheck(backend: S3State, calls: StateCalls): Promise<Check> {
  const asked = await calls.region();
  if (!asked.done) return unreachable(asked.error, backend);
  const found = `${backend.bucket} in ${asked.value}`;
  if (asked.value === backend.region) return ok(BUCKET, found);
  const remedy = `write ${asked.value} as backend.region`;
  return problem(BUCKET, { found, expected: `${backend.bucket} in ${backend.region}`, remedy });
}

async function versioningCheck({ bucket }: S3State, calls: StateCalls): Promise<Check> {
  const asked = await calls.versioning();
  if (asked.done && asked.value === 'Enabled') return ok(VERSIONING, 'kept');
  const remedy = `switch versioning on: a state that was overwritten can't be had back without (aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled)`;
  if (asked.done) {
    return warning(VERSIONING, { found: asked.value === undefined ? 'not kept' : 'suspended', expected: 'kept', remedy });
  }
  return warning(VERSIONING, { found: `unknown: ${reasonOf(asked.error)}`, remedy: 'grant s3:GetBucketVersioning on it' });
}

async function encryptionCheck(calls: StateCalls): Promise<Check> {
  const asked = await calls.encryption();
  if (asked.done) return ok(ENCRYPTION, asked.value);
  if (nameOf(asked.error) === 'ServerSideEncryptionConfigurationNotFoundError') {
    const remedy = 'set a default encryption, best with a KMS key: a state holds values that its readers should be named for';
    return warning(ENCRYPTION, { found: 'none by default', remedy });
  }
  const remedy = 'grant s3:GetEncryptionConfiguration on it';
  return warning(ENCRYPTION, { found: `unknown: ${reasonOf(asked.error)}`, remedy });
}

/** Whether the bucket of the states is there, in its region, keeps versions and encrypts. */
export async function bucketChecks(backend: S3State, calls: StateCalls): Promise<readonly [Check, ...Check[]]> {
  const reached = await regionCheck(backend, calls);
  if (reached.level !== 'ok') return [reached];
  return [reached, ...(await Promise.all([versioningCheck(backend, calls), encryptionCheck(calls)]))];
}
