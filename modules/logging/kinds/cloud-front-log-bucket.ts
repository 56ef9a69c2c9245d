import type { Construct } from 'constructs';

import { InputError } from '../../core/input-error';
import { LogBucket, type LogBucketProps, type LogKind } from '../log-bucket';
import { checkSources, deliver, type SourceProps } from '../sources';

/**
 * Where CloudFront writes. Delivery v2 comes by CloudWatch Logs (`aws_cloudwatch_log_delivery`, in us-east-1), from other
 * accounts too. Delivery v1 is the distribution's `logging_config`: it writes by ACL, into buckets of its own account.
 */
export interface CloudFrontLogBucketProps extends LogBucketProps, SourceProps {
  /** By which of its two ways. @default v2 */
  readonly delivery?: 'v1' | 'v2';
}

/**
 * CloudFront's own user, `awslogsdelivery`.
 * @source CloudFront developer guide, "Configure standard logging (legacy)"
 */
const LOG_DELIVERY_USER = 'c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0';

const V2: LogKind = { noun: 'CloudFrontLogBucket' };
const V1: LogKind = {
  noun: 'CloudFrontLogBucket',
  refusesLock: {
    why: "AWS documents no delivery of CloudFront's v1 logs into a bucket with a default retention",
    instead: 'use delivery v2, or replicate it into a ReplicaLogBucket that has one',
  },
};

function checkNoSources({ sourceAccountIds = [], sourceOrganizationId }: SourceProps): void {
  if (sourceAccountIds.length === 0 && sourceOrganizationId === undefined) return;
  const remedy = "use delivery v2, or leave the sources out: v1 writes by ACL, for distributions of the bucket's account";
  throw InputError.of({
    problem: 'CloudFront v1 delivers from no other account',
    got: 'sources with v1',
    remedy,
    code: 'LZ-LOG-6',
  });
}

/** Requests to CloudFront's distributions. */
export class CloudFrontLogBucket extends LogBucket {
  /** How the date is written behind the distribution's id, with the `suffix_path` that AWS proposes; the hour follows. */
  static readonly dates = 'yyyy/MM/dd';

  /** @throws InputError LZ-LOG-n, LZ-BUCKET-n, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: CloudFrontLogBucketProps) {
    const { sourceAccountIds, sourceOrganizationId, delivery = 'v2', ...bucket } = props;
    super(scope, id, delivery === 'v1' ? V1 : V2, bucket, (place) => {
      if (delivery === 'v1') {
        checkNoSources(props);
        return { statements: [], aclGrants: [{ canonicalUserId: LOG_DELIVERY_USER, permission: 'FULL_CONTROL' }] };
      }
      checkSources(props);
      return {
        statements: deliver(place, props.bucketName, props, {
          service: 'delivery.logs.amazonaws.com',
          sid: 'CloudFront',
          looks: ['s3:GetBucketAcl', 's3:ListBucket'],
          paths: (account) => [`AWSLogs/${account}/CloudFront/*`],
          // Distributions are global: their log deliveries stand in this Region.
          sourceArn: (account) => `logs:us-east-1:${account}:*`,
        }),
      };
    });
  }

  /** The folder of a distribution's requests by v2, in front of the date. */
  static prefixOf(accountId: string, distributionId: string): string {
    return `AWSLogs/${accountId}/CloudFront/${distributionId}/`;
  }
}
