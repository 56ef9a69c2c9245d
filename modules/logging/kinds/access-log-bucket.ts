import type { Construct } from 'constructs';

import { bucketArn, type Place } from '../../core/aws/arn';
import { suggestName } from '../../core/text/did-you-mean';
import { asWritten, InputError, ProblemList } from '../../core/input-error';
import type { Statement } from '../../core/policy/statement';
import { checkBucketName } from '../../core/aws/bucket-name';
import type { AccessLogs } from '../../storage';
import { LogBucket, type LogBucketProps, type LogKind } from '../log-bucket';

/** Where S3 writes down the requests to other buckets. */
export interface AccessLogBucketProps extends LogBucketProps {
  /** The names of the buckets whose requests are written down: of this account and Region. */
  readonly sourceBuckets: readonly string[];
}

const KIND: LogKind = {
  noun: 'AccessLogBucket',
  refusesKey: {
    why: "S3 writes access logs only into buckets under S3's own keys (SSE-S3)",
    instead: 'leave keyArn out, or replicate it into a ReplicaLogBucket that has a key',
  },
  refusesLock: {
    why: 'S3 writes access logs into no bucket with a default retention',
    instead: 'replicate it into a ReplicaLogBucket that has one',
  },
};

function checkSourceBuckets(bucketName: string, sourceBuckets: readonly string[]): void {
  const problems = new ProblemList();
  if (sourceBuckets.length === 0) {
    const remedy = 'give sourceBuckets, the names of those whose requests are written down';
    problems.add({ subject: '', problem: 'nobody delivers logs here', remedy, code: 'LZ-LOG-1' });
  }
  if (sourceBuckets.includes(bucketName)) {
    const remedy = 'take it out: each record would be a request to record';
    problems.add({
      subject: '',
      problem: 'a bucket writes its access logs into itself',
      got: asWritten(bucketName),
      remedy,
      code: 'LZ-LOG-7',
    });
  }
  for (const name of sourceBuckets) {
    problems.attempt('', () => {
      checkBucketName(name);
    });
  }
  problems.throwIfAny();
}

function deliverRequests({ region, accountId }: Place, { bucketName, sourceBuckets }: AccessLogBucketProps): Statement[] {
  checkSourceBuckets(bucketName, sourceBuckets);
  return [...new Set(sourceBuckets)].map((source) => ({
    // A Sid has letters and digits only, and names have no capitals.
    Sid: `AccessLogsOf${source.replaceAll('-', 'Dash').replaceAll('.', 'Dot')}`,
    Effect: 'Allow',
    Principal: { Service: 'logging.s3.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: bucketArn(region, bucketName, `${source}/*`),
    Condition: {
      StringEquals: { 'aws:SourceAccount': accountId },
      ArnLike: { 'aws:SourceArn': bucketArn(region, source) },
    },
  }));
}

/** Requests to the buckets of an account in one Region. S3 delivers across neither: other accounts replicate theirs. */
export class AccessLogBucket extends LogBucket {
  /** How the date is written at the end of a key's folder. */
  static readonly dates = 'yyyy/MM/dd';

  readonly #sources: readonly string[];

  /** @throws InputError LZ-LOG-n, LZ-BUCKET-n, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    const { sourceBuckets, ...bucket } = props;
    super(scope, id, KIND, bucket, (place) => ({ statements: deliverRequests(place, props) }));
    this.#sources = sourceBuckets;
  }

  /**
   * What a source bucket's `accessLogs` takes.
   * @throws InputError LZ-LOG-8 a bucket that isn't among sourceBuckets
   */
  logsOf(bucketName: string): AccessLogs {
    if (!this.#sources.includes(bucketName)) {
      const remedy = suggestName(bucketName, this.#sources);
      throw InputError.of({
        subject: `AccessLogBucket "${this.node.path}"`,
        problem: 'this bucket has no right to write access logs here',
        got: asWritten(bucketName),
        remedy,
        code: 'LZ-LOG-8',
      });
    }
    return { bucketName: this.bucketName, prefix: `${bucketName}/`, after: this.policy };
  }

  /** The folder of a source bucket's requests, in front of the date. */
  static prefixOf(bucketName: string, accountId: string, region: string): string {
    return `${bucketName}/${accountId}/${region}/${bucketName}/`;
  }
}
