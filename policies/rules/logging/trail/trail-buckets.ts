import type { ResourceFact, Universe } from '../../../model/universe';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';
import { findBucketNamed } from '../../storage/bucket/bucket-named';

/** What rules of buckets say of those that trails write to. */
export interface TrailBucketRule {
  readonly id: string;
  readonly summary: string;
  readonly judges: readonly Rule[];
  /** Where what they say of a bucket may stand. */
  readonly places: (bucket: ResourceFact, universe: Universe) => readonly ResourceFact[];
}

/** Makes a rule of trails from rules of buckets: what is wrong with the bucket is wrong with the trail. */
export function ofTrailBuckets({ id, summary, judges, places }: TrailBucketRule): Rule {
  const place = (stack: string, address: string | undefined): string => `${stack}:${address ?? ''}`;
  return {
    id,
    summary,
    judge: (universe) => {
      const trails = [...factsOf(universe, 'aws_cloudtrail')];
      if (trails.length === 0) return [];
      const found = new Map<string, Finding[]>();
      for (const finding of judges.flatMap((rule) => rule.judge(universe))) {
        const at = place(finding.stack, finding.address);
        found.set(at, [...(found.get(at) ?? []), finding]);
      }
      return trails.flatMap((trail) => {
        const bucket = findBucketNamed(universe, trail.body.s3_bucket_name);
        return (bucket === undefined ? [] : places(bucket, universe)).flatMap((fact) =>
          (found.get(fact.key) ?? []).map(({ problem, fix, verdict }) =>
            findingOn(id, trail, `of its bucket, ${fact.address}: ${problem}`, fix, verdict),
          ),
        );
      });
    },
  };
}
