import { policyFaults } from '../iam';
import { bucketOf, type Kind, KINDS, ORGANIZATION, policyOf, SHOP } from './kinds';
import { policyLines } from './policy-lines';
import { readPolicy } from './read-policy';

const KEPT =
  'KeepEverything: Deny * s3:BypassGovernanceRetention s3:DeleteBucket s3:DeleteObject s3:DeleteObjectVersion s3:ReplicateDelete on acme-logs acme-logs/*';
const TLS = 'RefuseWithoutTls: Deny * s3:* on acme-logs acme-logs/* if aws:SecureTransport Bool false';
const TRAIL = 'aws:SourceArn StringEquals arn:aws:cloudtrail:eu-west-1:333333333333:trail/organisation';
const ACL = 's3:x-amz-acl StringEquals bucket-owner-full-control';
const OF_SHOP = `aws:SourceAccount StringEquals ${SHOP}`;
const OF_ACME = `aws:SourceOrgID StringEquals ${ORGANIZATION}`;
const ORGANISED = { sourceAccountIds: [], sourceOrganizationId: ORGANIZATION };

describe('the bucket policy, word for word,', () => {
  it("of one account's trail is for its keys", () => {
    expect(policyLines(policyOf((scope) => KINDS.CloudTrailLogBucket(scope)))).toEqual([
      `CloudTrailLooks: Allow cloudtrail.amazonaws.com s3:GetBucketAcl on acme-logs if ${TRAIL}`,
      `CloudTrailWrites333333333333: Allow cloudtrail.amazonaws.com s3:PutObject on acme-logs/AWSLogs/333333333333/* if ${TRAIL}, ${ACL}`,
      KEPT,
      TLS,
    ]);
  });

  it("of an organisation's trail is for the management account's keys and the organisation's", () => {
    const lines = policyLines(policyOf((scope) => KINDS.CloudTrailLogBucket(scope, { organizationId: ORGANIZATION })));
    expect(lines[1]).toBe(
      `CloudTrailWrites333333333333: Allow cloudtrail.amazonaws.com s3:PutObject on acme-logs/AWSLogs/333333333333/* acme-logs/AWSLogs/o-abcde12345/* if ${TRAIL}, ${ACL}`,
    );
  });

  it('of AWS Config', () => {
    expect(policyLines(policyOf((scope) => KINDS.ConfigLogBucket(scope)))).toEqual([
      `ConfigLooks: Allow config.amazonaws.com s3:GetBucketAcl s3:ListBucket on acme-logs if ${OF_SHOP}`,
      `ConfigWrites222222222222: Allow config.amazonaws.com s3:PutObject on acme-logs/AWSLogs/222222222222/Config/* if aws:SourceArn ArnLike arn:aws:config:*:222222222222:*, ${OF_SHOP}, ${ACL}`,
      KEPT,
      TLS,
    ]);
  });

  it('of AWS Config in an organisation', () => {
    expect(policyLines(policyOf((scope) => KINDS.ConfigLogBucket(scope, ORGANISED)))).toEqual([
      `ConfigLooks: Allow config.amazonaws.com s3:GetBucketAcl s3:ListBucket on acme-logs if ${OF_ACME}`,
      `ConfigWrites: Allow config.amazonaws.com s3:PutObject on acme-logs/AWSLogs/*/Config/* if aws:SourceArn ArnLike arn:aws:config:*:*:*, ${OF_ACME}, ${ACL}`,
      KEPT,
      TLS,
    ]);
  });

  it('of flow logs asks for no ACL, which this service does not send', () => {
    expect(policyLines(policyOf((scope) => KINDS.FlowLogBucket(scope)))).toEqual([
      `FlowLogsLooks: Allow delivery.logs.amazonaws.com s3:GetBucketAcl s3:ListBucket on acme-logs if ${OF_SHOP}`,
      `FlowLogsWrites222222222222: Allow delivery.logs.amazonaws.com s3:PutObject on acme-logs/AWSLogs/222222222222/* acme-logs/AWSLogs/aws-account-id=222222222222/* if aws:SourceArn ArnLike arn:aws:logs:*:222222222222:*, ${OF_SHOP}`,
      KEPT,
      TLS,
    ]);
  });

  it('of load balancers, of which network ones deliver by another service, each kind under its prefix', () => {
    expect(policyLines(policyOf((scope) => KINDS.LoadBalancerLogBucket(scope)))).toEqual([
      KEPT,
      `LoadBalancersWrites222222222222: Allow logdelivery.elasticloadbalancing.amazonaws.com s3:PutObject on acme-logs/alb-connections/AWSLogs/222222222222/* acme-logs/alb/AWSLogs/222222222222/* acme-logs/clb/AWSLogs/222222222222/* if aws:SourceArn ArnLike arn:aws:elasticloadbalancing:eu-west-1:222222222222:loadbalancer/*, ${OF_SHOP}`,
      `NetworkLoadBalancersLooks: Allow delivery.logs.amazonaws.com s3:GetBucketAcl on acme-logs if ${OF_SHOP}`,
      `NetworkLoadBalancersWrites222222222222: Allow delivery.logs.amazonaws.com s3:PutObject on acme-logs/nlb/AWSLogs/222222222222/* if aws:SourceArn ArnLike arn:aws:logs:eu-west-1:222222222222:*, ${OF_SHOP}`,
      TLS,
    ]);
  });

  it("of S3 access logs ties each source bucket to its folder, in the bucket's own account", () => {
    const sourceBuckets = ['acme-pages', 'acme.pages'];
    expect(policyLines(policyOf((scope) => KINDS.AccessLogBucket(scope, { sourceBuckets })))).toEqual([
      'AccessLogsOfacmeDashpages: Allow logging.s3.amazonaws.com s3:PutObject on acme-logs/acme-pages/* if aws:SourceArn ArnLike arn:aws:s3:::acme-pages, aws:SourceAccount StringEquals 111111111111',
      'AccessLogsOfacmeDotpages: Allow logging.s3.amazonaws.com s3:PutObject on acme-logs/acme.pages/* if aws:SourceArn ArnLike arn:aws:s3:::acme.pages, aws:SourceAccount StringEquals 111111111111',
      KEPT,
      TLS,
    ]);
  });

  it("of CloudFront v2 names us-east-1, where a distribution's deliveries stand", () => {
    expect(policyLines(policyOf((scope) => KINDS.CloudFrontLogBucket(scope)))).toEqual([
      `CloudFrontLooks: Allow delivery.logs.amazonaws.com s3:GetBucketAcl s3:ListBucket on acme-logs if ${OF_SHOP}`,
      `CloudFrontWrites222222222222: Allow delivery.logs.amazonaws.com s3:PutObject on acme-logs/AWSLogs/222222222222/CloudFront/* if aws:SourceArn ArnLike arn:aws:logs:us-east-1:222222222222:*, ${OF_SHOP}`,
      KEPT,
      TLS,
    ]);
  });

  it('of CloudFront v1 gives nothing: it writes by ACL', () => {
    expect(policyLines(policyOf((scope) => KINDS.CloudFrontLogBucketV1(scope)))).toEqual([KEPT, TLS]);
  });

  it("of sessions ties instance roles to their account's folder", () => {
    expect(policyLines(policyOf((scope) => KINDS.SessionLogBucket(scope)))).toEqual([
      'Instances222222222222Look: Allow arn:aws:iam::222222222222:role/instance s3:GetEncryptionConfiguration on acme-logs',
      'Instances222222222222Write: Allow arn:aws:iam::222222222222:role/instance s3:PutObject on acme-logs/222222222222/*',
      KEPT,
      TLS,
    ]);
  });

  it('of sessions in an organisation lets IAM fill in the account', () => {
    const props = { writers: [], sourceOrganizationId: ORGANIZATION, writerRoleName: 'service/instance' };
    const roles = 'aws:PrincipalArn ArnLike arn:aws:iam::*:role/service/instance, aws:PrincipalOrgID StringEquals o-abcde12345';
    expect(policyLines(policyOf((scope) => KINDS.SessionLogBucket(scope, props)))).toEqual([
      `InstancesLook: Allow * s3:GetEncryptionConfiguration on acme-logs if ${roles}`,
      `InstancesWrite: Allow * s3:PutObject on acme-logs/$\${aws:PrincipalAccount}/* if ${roles}`,
      KEPT,
      TLS,
    ]);
  });

  it('of copies names the account and, by condition, the role that S3 copies with, which may come later', () => {
    expect(policyLines(policyOf((scope) => KINDS.ReplicaLogBucket(scope)))).toEqual([
      'CopiesArriveFrom222222222222: Allow arn:aws:iam::222222222222:root s3:ObjectOwnerOverrideToBucketOwner s3:ReplicateObject s3:ReplicateTags on acme-logs/* if aws:PrincipalArn ArnEquals arn:aws:iam::222222222222:role/s3-replication/shop-requests',
      KEPT,
      TLS,
    ]);
  });

  it('of copies in an organisation', () => {
    const props = { sourceBuckets: [], sourceOrganizationId: ORGANIZATION };
    expect(policyLines(policyOf((scope) => KINDS.ReplicaLogBucket(scope, props)))[0]).toBe(
      'CopiesArrive: Allow * s3:ObjectOwnerOverrideToBucketOwner s3:ReplicateObject s3:ReplicateTags on acme-logs/* if aws:PrincipalArn ArnLike arn:aws:iam::*:role/s3-replication/*, aws:PrincipalOrgID StringEquals o-abcde12345',
    );
  });

  it('has two statements more with readers, and one less when closing', () => {
    const readers = ['arn:aws:iam::111111111111:role/auditor', 'arn:aws:iam::444444444444:role/siem'];
    const both = 'arn:aws:iam::111111111111:role/auditor arn:aws:iam::444444444444:role/siem';
    expect(policyLines(policyOf((scope) => KINDS.CloudFrontLogBucketV1(scope, { readers, closing: true })))).toEqual([
      `ReadersList: Allow ${both} s3:ListBucket on acme-logs`,
      `ReadersRead: Allow ${both} s3:GetObject on acme-logs/*`,
      TLS,
    ]);
  });
});

test.each(Object.keys(KINDS) as Kind[])('AWS knows every action, resource form and condition key of a %s', async (kind) => {
  const policy = readPolicy(bucketOf(kind, { readers: ['arn:aws:iam::111111111111:role/auditor'] }));
  expect(await policyFaults(policy)).toEqual([]);
});
