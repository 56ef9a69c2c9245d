import type { S3BucketLifecycleConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';

import { asWritten, InputError, ProblemList } from '../core/input-error';
import type { ObjectLock } from './object-lock';

/** Cheaper classes, in the only order in which S3 moves objects through them. */
const CLASSES = ['STANDARD_IA', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'] as const;

/** A storage class that objects move to when they get older. */
export type StorageClass = (typeof CLASSES)[number];

/** One step down. */
export interface Transition {
  readonly storageClass: StorageClass;
  /** Counted from when the object was written. */
  readonly afterDays: number;
}

/** What becomes of objects with time. S3 does it by itself: no bucket policy holds it up, a lock does. */
export interface LifecycleOptions {
  /** In any order. @default [] */
  readonly transitions?: readonly Transition[];
  /** @default - they are kept */
  readonly expireAfterDays?: number;
  /** Versions that were overwritten or deleted, counted from then. @default - expireAfterDays, so never before the rest */
  readonly expireNoncurrentAfterDays?: number;
  /** Uploads in parts that nobody finished. @default 7 */
  readonly abortUploadsAfterDays?: number;
}

/**
 * Objects below 128 KB stay where they are: a move costs per request and the cheaper classes charge a least size, so that
 * most log files would cost more there until they expire than they do here. It is AWS's default since 2024-09, stated
 * because buckets from before have the other one.
 */
export const SMALLEST_MOVED = 'all_storage_classes_128K';

const isInfrequent = (storageClass: StorageClass): boolean => storageClass.endsWith('_IA');
const byDays = (transitions: readonly Transition[]): Transition[] =>
  [...transitions].sort((a, b) => a.afterDays - b.afterDays || CLASSES.indexOf(a.storageClass) - CLASSES.indexOf(b.storageClass));

function checkDays(name: string, days: number | undefined): void {
  if (days === undefined || (Number.isInteger(days) && days >= 1)) return;
  const remedy = 'S3 counts whole days from 1 on';
  throw InputError.of({ problem: `${name} is no number of days`, got: asWritten(days), remedy, code: 'LZ-BUCKET-5' });
}

/** @source S3 user guide, "Transitioning objects using Amazon S3 Lifecycle" */
const LEAST_DAYS_IN_STANDARD = 30;
/** @source S3 user guide, "Transitioning objects using Amazon S3 Lifecycle": the least storage charge of the IA classes */
const LEAST_DAYS_INFREQUENT = 30;

function checkFirstDays({ storageClass, afterDays }: Transition): void {
  checkDays(`afterDays of ${storageClass}`, afterDays);
  if (!isInfrequent(storageClass) || afterDays >= LEAST_DAYS_IN_STANDARD) return;
  throw InputError.of({
    problem: `objects move to ${storageClass} after ${String(LEAST_DAYS_IN_STANDARD)} days at the earliest`,
    got: asWritten(afterDays),
    remedy: `use ${String(LEAST_DAYS_IN_STANDARD)} or more, or GLACIER_IR, which takes them at once`,
    code: 'LZ-BUCKET-6',
  });
}

function checkStep(before: Transition, after: Transition): void {
  const step = `${before.storageClass} after ${String(before.afterDays)}, ${after.storageClass} after ${String(after.afterDays)}`;
  const backwards = CLASSES.indexOf(after.storageClass) <= CLASSES.indexOf(before.storageClass);
  if (backwards || (before.storageClass === 'ONEZONE_IA' && after.storageClass === 'GLACIER_IR')) {
    const remedy = `leave one out, or order them ${CLASSES.join(', ')}; ONEZONE_IA goes on to GLACIER or DEEP_ARCHIVE only`;
    throw InputError.of({
      problem: `S3 moves nothing from ${before.storageClass} to ${after.storageClass}`,
      got: step,
      remedy,
      code: 'LZ-BUCKET-7',
    });
  }
  const least = before.afterDays + (isInfrequent(before.storageClass) ? LEAST_DAYS_INFREQUENT : 1);
  if (after.afterDays >= least) return;
  throw InputError.of({
    problem: isInfrequent(before.storageClass)
      ? `objects stay in ${before.storageClass} for at least ${String(LEAST_DAYS_INFREQUENT)} days`
      : 'two moves fall on one day',
    got: step,
    remedy: `let ${after.storageClass} come after ${String(least)} days or more`,
    code: 'LZ-BUCKET-8',
  });
}

function checkExpiry(days: number, transitions: readonly Transition[], lock: ObjectLock | undefined): void {
  const last = byDays(transitions).at(-1);
  if (last !== undefined && days <= last.afterDays) {
    throw InputError.of({
      problem: 'objects would expire before they have moved',
      got: `expireAfterDays ${String(days)}, ${last.storageClass} after ${String(last.afterDays)}`,
      remedy: `let them expire after ${String(last.afterDays + 1)} days or more, or leave the move out`,
      code: 'LZ-BUCKET-9',
    });
  }
  if (lock === undefined || days >= lock.days) return;
  throw InputError.of({
    problem: `objects would expire while they are locked for ${String(lock.days)} days`,
    got: `expireAfterDays ${String(days)}`,
    remedy: `let them expire after ${String(lock.days)} days or more, or lock them for less`,
    code: 'LZ-BUCKET-10',
  });
}

/** @throws InputError LZ-BUCKET-5 to LZ-BUCKET-10: all that S3 would refuse */
export function checkLifecycle(options: LifecycleOptions, lock: ObjectLock | undefined): void {
  const { transitions = [], expireAfterDays, expireNoncurrentAfterDays, abortUploadsAfterDays } = options;
  const problems = new ProblemList();
  for (const transition of transitions) problems.attempt('', () => checkFirstDays(transition));
  const sorted = byDays(transitions);
  for (const [i, after] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before !== undefined) problems.attempt('', () => checkStep(before, after));
  }
  const named = { expireAfterDays, expireNoncurrentAfterDays, abortUploadsAfterDays };
  for (const [name, days] of Object.entries(named)) problems.attempt('', () => checkDays(name, days));
  if (expireAfterDays !== undefined) problems.attempt('', () => checkExpiry(expireAfterDays, transitions, lock));
  problems.throwIfAny();
}

/** The one rule, for every object: an empty filter is what says so. */
export function lifecycleRule(options: LifecycleOptions): S3BucketLifecycleConfigurationRule {
  const { transitions = [], expireAfterDays, abortUploadsAfterDays = 7 } = options;
  const noncurrentDays = options.expireNoncurrentAfterDays ?? expireAfterDays;
  return {
    id: 'everything',
    status: 'Enabled',
    filter: [{}],
    ...(transitions.length === 0
      ? {}
      : { transition: byDays(transitions).map(({ storageClass, afterDays }) => ({ storageClass, days: afterDays })) }),
    ...(expireAfterDays === undefined ? {} : { expiration: [{ days: expireAfterDays }] }),
    ...(noncurrentDays === undefined ? {} : { noncurrentVersionExpiration: [{ noncurrentDays }] }),
    abortIncompleteMultipartUpload: [{ daysAfterInitiation: abortUploadsAfterDays }],
  };
}
