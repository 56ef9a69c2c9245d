import { Unknown } from '../../model/term';
import { findLiteral, isTrue } from '../literal';
import type { Rule } from '../rule';
import { partsOf } from './bucket/bucket-parts';
import { bucketRule, missing } from './bucket/bucket-rule';
import type { LogKind } from './bucket/log-writer';
import { logWritersOf } from './bucket/log-writers';

const FORM = { type: 'aws_s3_bucket_object_lock_configuration', block: 'object_lock_configuration' };
/** Logs that AWS can't write, or doesn't say that it can, where objects are locked by default: storage/log-delivery. */
const UNLOCKED: ReadonlySet<LogKind> = new Set(['config', 's3-access', 'load-balancer']);

/** What must not be changed can't be. */
export const objectLock: Rule = bucketRule({
  id: 'storage/object-lock',
  summary: 'Buckets can lock their objects',
  fix: 'set object_lock_enabled = true, and add aws_s3_bucket_object_lock_configuration for a default retention',
  judgeBucket: (bucket, universe) => {
    const enabled = findLiteral(bucket.body.object_lock_enabled);
    const { stated, doubts } = partsOf(universe, bucket, FORM);
    if (stated.length > 0 || (typeof enabled === 'string' && isTrue(enabled))) return [];
    if (logWritersOf(universe, bucket).some(({ kind }) => UNLOCKED.has(kind))) return [];
    if (enabled instanceof Unknown) {
      return [{ problem: `whether its objects can be locked isn't known: ${enabled.why}`, verdict: 'unknown' }];
    }
    return [missing('its objects can be overwritten and deleted: none can be locked', doubts)];
  },
});
