import type { LifecycleOptions } from '../../../storage';
import type { LogArchiveInput } from '../landing-zone';

/** Seven years: what most rules on the books of companies ask for. */
const RETENTION_DAYS = 2557;
/** After a quarter logs are read by investigations only, and those want them at once. */
const ARCHIVE_AFTER_DAYS = 90;

/** How long the archive keeps logs, and where. */
export function archiveTerms({
  retentionDays = RETENTION_DAYS,
  archiveAfterDays = ARCHIVE_AFTER_DAYS,
}: LogArchiveInput): LifecycleOptions {
  return {
    transitions: archiveAfterDays === 0 ? [] : [{ storageClass: 'GLACIER_IR', afterDays: archiveAfterDays }],
    expireAfterDays: retentionDays,
  };
}
