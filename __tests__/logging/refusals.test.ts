import type { Construct } from 'constructs';

import type { LogBucket } from '../../modules/logging';
import { refusalOf } from '../refusal';
import { testStack } from '../test-stack';
import { KEY, KINDS, ORGANIZATION, SHOP, TRAIL } from './kinds';

const LOCK = { mode: 'governance', days: 30 } as const;
const WHERE = 'shop-eu-west-1-logging/logs';

const refusal = (make: (scope: Construct) => LogBucket): string => refusalOf(() => make(testStack('logging')));

const accountsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i).padStart(12, '0'));

describe('a log bucket refuses', () => {
  it.each<readonly [string, (scope: Construct) => LogBucket, string]>([
    [
      'a KMS key for load balancers',
      (scope) => KINDS.LoadBalancerLogBucket(scope, { keyArn: KEY }),
      `LoadBalancerLogBucket "${WHERE}": load balancers write only into buckets under S3's own keys (SSE-S3), got keyArn "${KEY}"; leave keyArn out, or replicate it into a ReplicaLogBucket that has a key [LZ-LOG-4]`,
    ],
    [
      'a KMS key for access logs',
      (scope) => KINDS.AccessLogBucket(scope, { keyArn: KEY }),
      `AccessLogBucket "${WHERE}": S3 writes access logs only into buckets under S3's own keys (SSE-S3), got keyArn "${KEY}"; leave keyArn out, or replicate it into a ReplicaLogBucket that has a key [LZ-LOG-4]`,
    ],
    [
      'a lock for AWS Config',
      (scope) => KINDS.ConfigLogBucket(scope, { objectLock: LOCK }),
      `ConfigLogBucket "${WHERE}": AWS Config delivers into no bucket with a default retention, got 30 days in governance mode; replicate it into a ReplicaLogBucket that has one [LZ-LOG-5]`,
    ],
    [
      'a lock for access logs',
      (scope) => KINDS.AccessLogBucket(scope, { objectLock: LOCK }),
      `AccessLogBucket "${WHERE}": S3 writes access logs into no bucket with a default retention, got 30 days in governance mode; replicate it into a ReplicaLogBucket that has one [LZ-LOG-5]`,
    ],
    [
      'a lock for load balancers',
      (scope) => KINDS.LoadBalancerLogBucket(scope, { objectLock: LOCK }),
      `LoadBalancerLogBucket "${WHERE}": AWS documents no delivery of load balancers into a bucket with a default retention, got 30 days in governance mode; replicate it into a ReplicaLogBucket that has one [LZ-LOG-5]`,
    ],
    [
      'a lock for CloudFront v1',
      (scope) => KINDS.CloudFrontLogBucketV1(scope, { objectLock: LOCK }),
      `CloudFrontLogBucket "${WHERE}": AWS documents no delivery of CloudFront's v1 logs into a bucket with a default retention, got 30 days in governance mode; use delivery v2, or replicate it into a ReplicaLogBucket that has one [LZ-LOG-5]`,
    ],
    [
      'no source',
      (scope) => KINDS.FlowLogBucket(scope, { sourceAccountIds: [] }),
      `FlowLogBucket "${WHERE}": nobody delivers logs here; give sourceAccountIds, or sourceOrganizationId for all of an organisation [LZ-LOG-1]`,
    ],
    [
      'accounts and an organisation',
      (scope) => KINDS.FlowLogBucket(scope, { sourceOrganizationId: ORGANIZATION }),
      `FlowLogBucket "${WHERE}": sourceAccountIds and sourceOrganizationId say two things; give sourceAccountIds, or sourceOrganizationId for all of an organisation [LZ-LOG-1]`,
    ],
    [
      'no trail',
      (scope) => KINDS.CloudTrailLogBucket(scope, { trailArns: [] }),
      `CloudTrailLogBucket "${WHERE}": nobody delivers logs here; give trailArns [LZ-LOG-1]`,
    ],
    [
      'no source bucket',
      (scope) => KINDS.AccessLogBucket(scope, { sourceBuckets: [] }),
      `AccessLogBucket "${WHERE}": nobody delivers logs here; give sourceBuckets, the names of those whose requests are written down [LZ-LOG-1]`,
    ],
    [
      'no bucket to copy',
      (scope) => KINDS.ReplicaLogBucket(scope, { sourceBuckets: [] }),
      `ReplicaLogBucket "${WHERE}": nobody delivers logs here; give sourceBuckets, or sourceOrganizationId for all of an organisation [LZ-LOG-1]`,
    ],
    [
      'an organisation whose writers have no name',
      (scope) => KINDS.SessionLogBucket(scope, { writers: [], sourceOrganizationId: ORGANIZATION }),
      `SessionLogBucket "${WHERE}": sourceOrganizationId and writerRoleName belong together; give both, or name writers by their ARNs [LZ-LOG-1]`,
    ],
    [
      'an account id of 11 digits',
      (scope) => KINDS.ConfigLogBucket(scope, { sourceAccountIds: ['22222222222'] }),
      `ConfigLogBucket "${WHERE}": this is not the id of an account, got "22222222222"; write its twelve digits as a text, like "222222222222" [LZ-ARN-6]`,
    ],
    [
      "an organisation's name for its id",
      (scope) => KINDS.ConfigLogBucket(scope, { sourceAccountIds: [], sourceOrganizationId: 'acme' }),
      `ConfigLogBucket "${WHERE}": this is not the id of an organisation, got "acme"; write it as AWS shows it, like "o-a1b2c3d4e5" [LZ-ARN-5]`,
    ],
    [
      'a user as reader',
      (scope) => KINDS.FlowLogBucket(scope, { readers: ['arn:aws:iam::111111111111:user/alice'] }),
      `FlowLogBucket "${WHERE}": who gets at logs is a role, not a user nor a whole account, got "arn:aws:iam::111111111111:user/alice"; name it by its ARN, such as arn:aws:iam::111111111111:role/auditor [LZ-LOG-3]`,
    ],
    [
      'an account as reader',
      (scope) => KINDS.FlowLogBucket(scope, { readers: [SHOP] }),
      `FlowLogBucket "${WHERE}": who gets at logs is a role, not a user nor a whole account, got "222222222222"; name it by its ARN, such as arn:aws:iam::111111111111:role/auditor [LZ-LOG-3]`,
    ],
    [
      'everybody as reader',
      (scope) => KINDS.FlowLogBucket(scope, { readers: ['*'] }),
      `FlowLogBucket "${WHERE}": a principal is one role, user or account, got "*"; name an account by its twelve digits, or a role or user by its ARN, such as arn:aws:iam::111111111111:role/deploy [LZ-ARN-2]`,
    ],
    [
      "a trail's name for its ARN",
      (scope) => KINDS.CloudTrailLogBucket(scope, { trailArns: ['organisation'] }),
      `CloudTrailLogBucket "${WHERE}": this is not a trail's ARN, got "organisation"; write it like "arn:aws:cloudtrail:eu-west-1:111111111111:trail/organisation" [LZ-LOG-6]`,
    ],
    [
      'sources with CloudFront v1',
      (scope) => KINDS.CloudFrontLogBucketV1(scope, { sourceAccountIds: [SHOP] }),
      `CloudFrontLogBucket "${WHERE}": CloudFront v1 delivers from no other account, got sources with v1; use delivery v2, or leave the sources out: v1 writes by ACL, for distributions of the bucket's account [LZ-LOG-6]`,
    ],
    [
      'a pattern for the writers of sessions',
      (scope) => KINDS.SessionLogBucket(scope, { writers: [], sourceOrganizationId: ORGANIZATION, writerRoleName: 'instance-*' }),
      `SessionLogBucket "${WHERE}": this is not a role's name, got "instance-*"; name one role, with its path: "service/instance" [LZ-LOG-6]`,
    ],
    [
      'a writer of sessions that only Terraform will know',
      (scope) => KINDS.SessionLogBucket(scope, { writers: ['${TfToken[TOKEN.1]}'] }),
      `SessionLogBucket "${WHERE}": the account of this role is known only to Terraform, got "\${TfToken[TOKEN.1]}"; write the role's ARN as a literal: its account is the folder that it writes to [LZ-LOG-6]`,
    ],
    [
      'its own requests',
      (scope) => KINDS.AccessLogBucket(scope, { sourceBuckets: ['acme-pages', 'acme-logs'] }),
      `AccessLogBucket "${WHERE}": a bucket writes its access logs into itself, got "acme-logs"; take it out: each record would be a request to record [LZ-LOG-7]`,
    ],
    [
      'a key of another Region',
      (scope) => KINDS.CloudTrailLogBucket(scope, { keyArn: 'arn:aws:kms:us-east-1:111111111111:key/0a1b' }),
      `CloudTrailLogBucket "${WHERE}": what stands in eu-west-1 is encrypted by a key of eu-west-1, got "arn:aws:kms:us-east-1:111111111111:key/0a1b"; use a key of eu-west-1, or a replica there of a multi-Region key [LZ-ARN-4]`,
    ],
    [
      '1,000 accounts, which fill its policy',
      (scope) => KINDS.FlowLogBucket(scope, { sourceAccountIds: accountsOf(1000) }),
      `FlowLogBucket "${WHERE}": a bucket policy has at most 20480 characters, got 397706; name an organisation instead of accounts, or a path instead of roles [LZ-POLICY-1]`,
    ],
  ])('%s', (_, make, text) => {
    expect(refusal(make)).toBe(text);
  });

  it('all mistakes at once, its own before the bucket', () => {
    const text = refusal((scope) =>
      KINDS.ConfigLogBucket(scope, {
        bucketName: 'Logs',
        sourceAccountIds: ['1', '2'],
        readers: [SHOP, '*'],
        objectLock: { mode: 'governance', days: 0 },
        keyArn: 'alias/logs',
      }),
    );
    expect([...text.matchAll(/\[(LZ-[A-Z]+-\d+)\]/g)].map((match) => match[1])).toEqual([
      'LZ-LOG-5',
      'LZ-ARN-6',
      'LZ-ARN-6',
      'LZ-LOG-3',
      'LZ-ARN-2',
      'LZ-BUCKET-1',
      'LZ-ARN-3',
      'LZ-BUCKET-4',
    ]);
  });

  it('to promise access logs to a bucket that it does not know, and knows which was meant', () => {
    const bucket = KINDS.AccessLogBucket(testStack('logging'));
    expect(refusalOf(() => bucket.logsOf('acme-page'))).toBe(
      `AccessLogBucket "${WHERE}": this bucket has no right to write access logs here, got "acme-page"; did you mean "acme-pages"? [LZ-LOG-8]`,
    );
  });
});

test('an organisation takes one statement, however many accounts it has', () => {
  const bucket = KINDS.FlowLogBucket(testStack('logging'), { sourceAccountIds: [], sourceOrganizationId: ORGANIZATION });
  expect((bucket.policy.policyInput ?? '').length).toBeLessThan(2000);
});

test('trails of one account share a statement', () => {
  const trailArns = [TRAIL, TRAIL.replace('organisation', 'own')];
  const text = KINDS.CloudTrailLogBucket(testStack('logging'), { trailArns }).policy.policyInput ?? '';
  expect(text.match(/CloudTrailWrites\d+/g)).toEqual(['CloudTrailWrites333333333333']);
});
