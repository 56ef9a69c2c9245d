import { findConditionOperator } from '../../model/policy/condition-operator';
import type { ConditionTest, Statement } from '../../model/policy/policy';
import { isTermMap, Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { namesEverybody, statementName } from '../granting/public-grant';
import { listCovers } from '../../iam/granting/text-cover';
import type { Rule } from '../rule';
import { encryptionOf } from './bucket/bucket-encryption';
import { findBucketNamed } from './bucket/bucket-named';
import { literalsAt, partsOf } from './bucket/bucket-parts';
import { bucketPoliciesOf } from './bucket/bucket-policies';
import { type BucketFault, bucketRule } from './bucket/bucket-rule';
import { isForBucket, isForSomeObjects } from './bucket/bucket-text';
import type { LogKind, LogWriter } from './bucket/log-writer';
import { logWritersOf } from './bucket/log-writers';

const NAMES: Readonly<Record<LogKind, string>> = {
  trail: 'CloudTrail',
  config: 'AWS Config',
  'load-balancer': 'application and classic load balancers',
  delivered: 'the log delivery of CloudWatch',
  's3-access': 'S3 access logging',
  cloudfront: 'CloudFront',
};

function some(writers: readonly LogWriter[], ...kinds: readonly LogKind[]): LogKind | undefined {
  return kinds.find((kind) => writers.some((writer) => writer.kind === kind));
}

function encryptionFaults(universe: Universe, bucket: ResourceFact, writers: readonly LogWriter[]): readonly BucketFault[] {
  const writer = some(writers, 'load-balancer', 's3-access');
  const [kms] = encryptionOf(universe, bucket).algorithms.flatMap((each) =>
    typeof each === 'string' && each.startsWith('aws:kms') ? [each] : [],
  );
  if (writer === undefined || kms === undefined) return [];
  return [{ problem: `${NAMES[writer]} can't write to it: it is encrypted by ${kms}`, fix: 'set sse_algorithm = "AES256"' }];
}

function lockFaults(universe: Universe, bucket: ResourceFact, writers: readonly LogWriter[]): readonly BucketFault[] {
  const writer = some(writers, 'config', 's3-access');
  const { stated } = partsOf(universe, bucket, {
    type: 'aws_s3_bucket_object_lock_configuration',
    block: 'object_lock_configuration',
  });
  const retained = stated.some((part) =>
    literalsAt(part, 'rule.default_retention.mode').some((mode) => mode !== undefined && !(mode instanceof Unknown)),
  );
  if (writer === undefined || !retained) return [];
  const fix = 'leave the default retention out, and replicate to a bucket that has one';
  return [{ problem: `${NAMES[writer]} can't write to it: objects are locked by default`, fix }];
}

function circleFaults(universe: Universe, bucket: ResourceFact): readonly BucketFault[] {
  const { stated } = partsOf(universe, bucket, { type: 'aws_s3_bucket_logging', block: 'logging' });
  const circular = stated.some(({ body }) => isTermMap(body) && findBucketNamed(universe, body.target_bucket) === bucket);
  if (!circular) return [];
  return [{ problem: 'it logs to itself: each log that is written makes another', fix: 'set target_bucket to another bucket' }];
}

/** Services of which it depends on their settings whether they send a header of encryption. */
const SENDS_HEADER: ReadonlySet<LogKind> = new Set(['trail', 'config']);

/** Whether a service that writes logs meets a condition of a Deny: it is no principal of an organisation, in no network. */
function hits(writer: LogKind, { operator: written, key, values }: ConditionTest): boolean {
  const operator = findConditionOperator(written);
  if (operator === undefined || (operator.comparison === 'Null' && values.some((value) => value !== 'true'))) return false;
  const absent = operator.comparison === 'Null' || operator.negated || operator.ifExists;
  if (/^s3:x-amz-server-side-encryption/i.test(key)) return absent && !SENDS_HEADER.has(writer);
  return absent && /^aws:(?:principalorgid|principalorgpaths|principalaccount|sourcevpce?)$/i.test(key);
}

function refuses(writer: LogKind, statement: Statement): boolean {
  const { effect, principals, actions, conditions } = statement;
  if (effect !== 'Deny' || principals?.except !== false || namesEverybody(statement) !== true) return false;
  return listCovers(actions, 's3:PutObject') && conditions.length > 0 && conditions.every((test) => hits(writer, test));
}

function denyFaults(universe: Universe, bucket: ResourceFact, writers: readonly LogWriter[]): readonly BucketFault[] {
  const kinds = [...new Set(writers.map(({ kind }) => kind))];
  return bucketPoliciesOf(universe, bucket).stated.flatMap(({ fact, policy }) =>
    (policy instanceof Unknown ? [] : policy.statements).flatMap((statement) => {
      const refused = kinds.filter((kind) => refuses(kind, statement)).map((kind) => NAMES[kind]);
      if (refused.length === 0) return [];
      const all = isForBucket(statement, bucket, 'objects');
      if (all === false && !isForSomeObjects(statement, bucket)) return [];
      const [verb, why] =
        all === true
          ? ['refuses', '']
          : ['may refuse', all === undefined ? ': what it is for is known only after apply' : ': it is for some objects'];
      return [
        {
          problem: `${statementName(statement)} of its policy ${verb} what is written by ${refused.join(', ')}${why}`,
          verdict: all === true ? ('violated' as const) : ('unknown' as const),
          fix: 'exempt services by Bool aws:PrincipalIsAWSService = false, or leave it out',
          on: fact,
        },
      ];
    }),
  );
}

/** Neither Terraform's plan nor the API refuses a bucket that its logs can't be written to: they are just never there. */
export const logDelivery: Rule = bucketRule({
  id: 'storage/log-delivery',
  summary: 'Buckets take the logs that are sent to them',
  fix: 'let the service write as its documentation has it',
  judgeBucket: (bucket, universe) => {
    const writers = logWritersOf(universe, bucket);
    return [
      ...encryptionFaults(universe, bucket, writers),
      ...lockFaults(universe, bucket, writers),
      ...circleFaults(universe, bucket),
      ...denyFaults(universe, bucket, writers),
    ];
  },
});
