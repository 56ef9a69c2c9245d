import { configDelivery } from '../../rules/logging/config-delivery';
import { configRecorder } from '../../rules/logging/config-recorder';
import { logGroupRetention } from '../../rules/logging/log-group-retention';
import { trailBucketLogging } from '../../rules/logging/trail-bucket-logging';
import { trailBucketPrivate } from '../../rules/logging/trail-bucket-private';
import { trailDataEvents } from '../../rules/logging/trail-data-events';
import { trailKey } from '../../rules/logging/trail-key';
import { trailLogGroup } from '../../rules/logging/trail-log-group';
import { trailMultiRegion } from '../../rules/logging/trail-multi-region';
import { trailValidation } from '../../rules/logging/trail-validation';
import type { PackEntry } from '../pack';

/** Logs and trails. */
export const logging: readonly PackEntry[] = [
  { rule: configDelivery, level: 'error' },
  { rule: configRecorder, level: 'error' },
  { rule: logGroupRetention, level: 'note' },
  { rule: trailBucketLogging, level: 'warning' },
  { rule: trailBucketPrivate, level: 'error' },
  { rule: trailDataEvents, level: 'warning' },
  { rule: trailKey, level: 'error' },
  { rule: trailLogGroup, level: 'warning' },
  { rule: trailMultiRegion, level: 'error' },
  { rule: trailValidation, level: 'error' },
];
