import { bucketArn, type Place } from '../core/aws/arn';
import { asWritten, InputError, type ProblemList } from '../core/input-error';
import { renderPolicy } from '../core/policy/render-policy';
import type { Statement } from '../core/policy/statement';
import type { AccessLogs, AclGrant, SecureBucketProps } from './bucket-options';
import { checkBucketName } from '../core/aws/bucket-name';
import { checkKeyArn } from '../core/aws/key-arn';
import { checkLifecycle } from './lifecycle';
import { checkObjectLock } from './object-lock';
import { checkReplication } from './replication';

/** Every request of everybody, without TLS. */
function refuseWithoutTls(arn: string): Statement {
  return {
    Sid: 'RefuseWithoutTls',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

/**
 * The bucket's policy.
 * @throws InputError LZ-POLICY-n
 */
export function bucketPolicy({ region }: Place, { bucketName, statements = [] }: SecureBucketProps): string {
  return renderPolicy('bucket', [refuseWithoutTls(bucketArn(region, bucketName)), ...statements]);
}

function checkAccessLogs(bucketName: string, accessLogs: AccessLogs): void {
  if (accessLogs.bucketName === bucketName) {
    const remedy = 'name another bucket: each record would be a request to record';
    throw InputError.of({
      problem: 'a bucket writes its access logs into itself',
      got: asWritten(bucketName),
      remedy,
      code: 'LZ-BUCKET-14',
    });
  }
  if (/^[^/].*\/$/.test(accessLogs.prefix)) return;
  const remedy = 'end it with "/", and name who is logged: "trail/"';
  throw InputError.of({
    problem: 'the prefix of access logs is no folder',
    got: asWritten(accessLogs.prefix),
    remedy,
    code: 'LZ-BUCKET-15',
  });
}

function checkGrant({ canonicalUserId }: AclGrant): void {
  if (/^[0-9a-f]{64}$/.test(canonicalUserId)) return;
  const remedy = 'give the 64 hexadecimal digits of the canonical user';
  throw InputError.of({
    problem: 'an ACL knows nobody of this name',
    got: asWritten(canonicalUserId),
    remedy,
    code: 'LZ-BUCKET-16',
  });
}

/** All that is wrong with the props, gathered into the list under the subject. */
export function checkBucket(problems: ProblemList, subject: string, place: Place, props: SecureBucketProps): void {
  const { bucketName, keyArn, lifecycle, objectLock, accessLogs, replication, aclGrants = [] } = props;
  const check = <Value>(value: Value | undefined, work: (value: Value) => void): void => {
    if (value !== undefined) {
      problems.attempt(subject, () => {
        work(value);
      });
    }
  };
  check(bucketName, checkBucketName);
  check(keyArn, (arn) => {
    checkKeyArn(arn, place.region);
  });
  check(objectLock, checkObjectLock);
  check(lifecycle, (options) => {
    checkLifecycle(options, objectLock);
  });
  check(accessLogs, (logs) => {
    checkAccessLogs(bucketName, logs);
  });
  check(replication, (to) => {
    checkReplication({ place, bucketName, keyArn }, to);
  });
  for (const grant of aclGrants) check(grant, checkGrant);
  check(props, () => bucketPolicy(place, props));
}
