import { Unknown } from '../../model/term';
import { isTrue } from '../literal';
import type { Rule } from '../rule';
import { type BucketPart, literalsAt, partsOf } from './bucket/bucket-parts';
import { type BucketFault, bucketRule, missing } from './bucket/bucket-rule';

const FORM = { type: 'aws_s3_bucket_versioning', block: 'versioning' };

function faultsOf(part: BucketPart): readonly BucketFault[] {
  const legacy = part.fact.type === 'aws_s3_bucket';
  return literalsAt(part, legacy ? 'enabled' : 'versioning_configuration.status').flatMap(
    (status = 'left out'): BucketFault[] => {
      if (status instanceof Unknown) {
        return [{ problem: `whether it is versioned isn't known: ${status.why}`, verdict: 'unknown' }];
      }
      if (legacy ? isTrue(status) : status === 'Enabled') return [];
      return [{ problem: legacy ? 'its versioning is off' : `its versioning is ${status}` }];
    },
  );
}

/** A bucket keeps what is overwritten or deleted. */
export const versioning: Rule = bucketRule({
  id: 'storage/versioning',
  summary: 'Buckets keep the versions of their objects',
  fix: 'add aws_s3_bucket_versioning with status = "Enabled"',
  judgeBucket: (bucket, universe) => {
    const { stated, doubts } = partsOf(universe, bucket, FORM);
    return stated.length === 0 ? [missing('nothing turns its versioning on', doubts)] : stated.flatMap(faultsOf);
  },
});
