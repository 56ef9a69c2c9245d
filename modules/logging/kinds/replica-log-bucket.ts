import type { Construct } from 'constructs';

import { bucketArn, iamArn, type Place } from '../../core/aws/arn';
import { ProblemList } from '../../core/input-error';
import type { Conditions, Statement } from '../../core/policy/statement';
import { checkBucketName } from '../../core/aws/bucket-name';
import { replicationRoleArn } from '../../storage';
import { LogBucket, type LogBucketProps } from '../log-bucket';
import { checkAccountId, checkOrganizationId } from '../../core/aws/source-ids';
import { checkOneOf } from '../sources';

/** A bucket that is copied here. */
export interface CopiedBucket {
  readonly accountId: string;
  readonly bucketName: string;
}

/** Where copies of buckets go, of other accounts and Regions too. */
export interface ReplicaLogBucketProps extends LogBucketProps {
  /** @default [] */
  readonly sourceBuckets?: readonly CopiedBucket[];
  /** `o-…`: buckets of every account of it. @default - only sourceBuckets */
  readonly sourceOrganizationId?: string;
}

function checkCopied({ sourceBuckets = [], sourceOrganizationId }: ReplicaLogBucketProps): void {
  const problems = new ProblemList();
  problems.attempt('', () => {
    checkOneOf(['sourceBuckets', 'sourceOrganizationId'], sourceBuckets, sourceOrganizationId);
  });
  for (const { accountId, bucketName } of sourceBuckets) {
    problems.attempt('', () => {
      checkAccountId(accountId);
    });
    problems.attempt('', () => {
      checkBucketName(bucketName);
    });
  }
  if (sourceOrganizationId !== undefined) {
    problems.attempt('', () => {
      checkOrganizationId(sourceOrganizationId);
    });
  }
  problems.throwIfAny();
}

function copying(place: Place, bucketName: string, sid: string, account: string, Condition: Conditions): Statement {
  return {
    Sid: sid,
    Effect: 'Allow',
    // By condition, since S3 refuses a principal that isn't there yet, and the role comes after this bucket.
    Principal: account === '*' ? '*' : { AWS: iamArn({ ...place, accountId: account }, 'root') },
    Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
    Resource: bucketArn(place.region, bucketName, '*'),
    Condition,
  };
}

function deliverCopies(place: Place, props: ReplicaLogBucketProps): Statement[] {
  checkCopied(props);
  const { bucketName, sourceBuckets = [], sourceOrganizationId } = props;
  if (sourceOrganizationId !== undefined) {
    return [
      copying(place, bucketName, 'CopiesArrive', '*', {
        StringEquals: { 'aws:PrincipalOrgID': sourceOrganizationId },
        ArnLike: { 'aws:PrincipalArn': replicationRoleArn({ ...place, accountId: '*' }, '*') },
      }),
    ];
  }
  const accounts = [...new Set(sourceBuckets.map(({ accountId }) => accountId))];
  return accounts.map((account) => {
    const own = sourceBuckets.filter(({ accountId }) => accountId === account);
    const roles = own.map((source) => replicationRoleArn({ ...place, accountId: account }, source.bucketName));
    return copying(place, bucketName, `CopiesArriveFrom${account}`, account, { ArnEquals: { 'aws:PrincipalArn': roles } });
  });
}

/**
 * Copies of other buckets, kept under the rules that their originals can't have: AWS Config and S3 access logs lock
 * nothing, S3 access logs leave no account.
 */
export class ReplicaLogBucket extends LogBucket {
  /** @throws InputError LZ-LOG-n, LZ-BUCKET-n, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: ReplicaLogBucketProps) {
    const { sourceBuckets, sourceOrganizationId, ...bucket } = props;
    super(scope, id, { noun: 'ReplicaLogBucket' }, bucket, (place) => ({ statements: deliverCopies(place, props) }));
  }
}
