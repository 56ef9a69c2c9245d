import { InputError } from '../../modules/core/input-error';
import type { LogBucketProps } from '../../modules/logging';
import { bucketOf, KEY, type Kind, KINDS, resourcesOf } from './kinds';

/** Whether a kind takes props; every other error is one. */
function takes(kind: Kind, props: Partial<LogBucketProps>): boolean {
  try {
    bucketOf(kind, props);
    return true;
  } catch (error) {
    if (error instanceof InputError && /\[LZ-LOG-[45]\]$/.test(error.message)) return false;
    throw error;
  }
}

function hasAcl(kind: Kind): boolean {
  return 'aws_s3_bucket_acl' in resourcesOf((scope) => KINDS[kind](scope));
}

const yesOrNo = (answer: boolean): string => (answer ? 'yes' : 'no');

test('each kind takes the key, the lock and the ACL that AWS allows it', () => {
  const table = (Object.keys(KINDS) as Kind[]).map((kind) =>
    [
      kind,
      `key ${yesOrNo(takes(kind, { keyArn: KEY }))}`,
      `governance ${yesOrNo(takes(kind, { objectLock: { mode: 'governance', days: 30 } }))}`,
      `compliance ${yesOrNo(takes(kind, { objectLock: { mode: 'compliance', days: 30 } }))}`,
      `ACL ${yesOrNo(hasAcl(kind))}`,
    ].join(', '),
  );
  expect(table).toEqual([
    'CloudTrailLogBucket, key yes, governance yes, compliance yes, ACL no',
    'ConfigLogBucket, key yes, governance no, compliance no, ACL no',
    'FlowLogBucket, key yes, governance yes, compliance yes, ACL no',
    'LoadBalancerLogBucket, key no, governance no, compliance no, ACL no',
    'AccessLogBucket, key no, governance no, compliance no, ACL no',
    'CloudFrontLogBucket, key yes, governance yes, compliance yes, ACL no',
    'CloudFrontLogBucketV1, key yes, governance no, compliance no, ACL yes',
    'SessionLogBucket, key yes, governance yes, compliance yes, ACL no',
    'ReplicaLogBucket, key yes, governance yes, compliance yes, ACL no',
  ]);
});

test("CloudFront's v1 logs are written by its own user", () => {
  const { aws_s3_bucket_acl } = resourcesOf((scope) => KINDS.CloudFrontLogBucketV1(scope));
  expect(aws_s3_bucket_acl?.logs).toMatchObject({
    access_control_policy: {
      grant: [
        { permission: 'FULL_CONTROL' },
        {
          permission: 'FULL_CONTROL',
          grantee: { id: 'c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0' },
        },
      ],
    },
  });
});
