import type { Statement } from '../core/policy/statement';

/**
 * Nobody deletes, administrators and root users included. Refused is what takes objects away, and nothing that Terraform
 * needs: it must still be able to change this policy, which is how closing takes the refusal back. The lifecycle isn't
 * subject to it (S3 user guide, "Expiring objects"), delivery services and S3 replication never delete.
 */
export function keepEverything(bucketArn: string): Statement {
  const objects = ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:ReplicateDelete', 's3:BypassGovernanceRetention'];
  return {
    Sid: 'KeepEverything',
    Effect: 'Deny',
    Principal: '*',
    Action: [...objects, 's3:DeleteBucket'],
    Resource: [bucketArn, `${bucketArn}/*`],
  };
}
