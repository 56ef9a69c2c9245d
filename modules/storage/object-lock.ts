import { asWritten, InputError } from '../core/input-error';

/** The default retention that each object version is locked with when it is written. */
export interface ObjectLock {
  /**
   * `governance`: who holds s3:BypassGovernanceRetention may still delete. `compliance`: nobody may, not even AWS and the
   * root user, and no `closing` helps before the days have passed.
   */
  readonly mode: 'governance' | 'compliance';
  readonly days: number;
}

/** @source S3 user guide, "Object Lock considerations": at most 100 years */
const MOST_DAYS = 36_500;

/** @throws InputError LZ-BUCKET-4 */
export function checkObjectLock({ days }: ObjectLock): void {
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return;
  throw InputError.of({
    problem: `Object Lock keeps objects for 1 to ${String(MOST_DAYS)} whole days`,
    got: asWritten(days),
    remedy: 'say the days for which nobody may delete what was written',
    code: 'LZ-BUCKET-4',
  });
}
