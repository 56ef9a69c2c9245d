import type { ResourceFact, Universe } from '../../../model/universe';
import { factsOf, findingOn, type Rule, type Verdict } from '../../rule';

/** What is wrong with a bucket. */
export interface BucketFault {
  readonly problem: string;
  /** @default violated */
  readonly verdict?: Verdict;
  /** What has to be mended. @default - the bucket */
  readonly on?: ResourceFact;
  /** @default - what the rule says for all of them */
  readonly fix?: string;
}

/** A rule that looks at one bucket after the other. */
export interface BucketRule {
  readonly id: string;
  readonly summary: string;
  readonly fix: string;
  readonly judgeBucket: (bucket: ResourceFact, universe: Universe) => readonly BucketFault[];
}

/** Makes a rule of what is wrong with each bucket. */
export function bucketRule({ id, summary, fix: usual, judgeBucket }: BucketRule): Rule {
  return {
    id,
    summary,
    judge: (universe) =>
      [...factsOf(universe, 'aws_s3_bucket')].flatMap((bucket) =>
        judgeBucket(bucket, universe).map(({ problem, verdict = 'violated', on = bucket, fix = usual }) =>
          findingOn(id, on, problem, fix, verdict),
        ),
      ),
  };
}

/** Something that a bucket hasn't got: surely so only where nothing can hide it. */
export function missing(problem: string, doubts: readonly string[]): BucketFault {
  const [doubt] = doubts;
  return doubt === undefined ? { problem } : { problem: `${problem}, and ${doubt}`, verdict: 'unknown' };
}
