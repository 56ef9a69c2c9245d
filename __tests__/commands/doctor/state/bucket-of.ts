import type { StateCalls } from '../../../../commands/doctor/state/s3-state';
import { done, refused } from '../answers';

/** A bucket in eu-west-1 that keeps versions and encrypts, empty but for what is said. */
export function bucketOf(calls: Partial<StateCalls> = {}): StateCalls {
  return {
    region: () => Promise.resolve(done('eu-west-1')),
    versioning: () => Promise.resolve(done('Enabled')),
    encryption: () => Promise.resolve(done('aws:kms alias/state')),
    head: () => Promise.resolve(refused('NotFound', 'NotFound', 404)),
    lock: () => Promise.resolve(refused('NoSuchKey', 'The specified key does not exist.', 404)),
    ...calls,
  };
}
