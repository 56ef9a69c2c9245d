import { databaseBackups } from '../../rules/data/database-backups';
import { databaseDeletionProtection } from '../../rules/data/database-deletion-protection';
import { databaseEncryption } from '../../rules/data/database-encryption';
import { databaseIamAuthentication } from '../../rules/data/database-iam-authentication';
import { databaseMinorUpgrades } from '../../rules/data/database-minor-upgrades';
import { databaseMultiAz } from '../../rules/data/database-multi-az';
import { databaseNotPublic } from '../../rules/data/database-not-public';
import { fileSystemEncryption } from '../../rules/data/file-system-encryption';
import { tableRecovery } from '../../rules/data/table-recovery';
import type { PackEntry } from '../pack';

/** Databases. */
export const data: readonly PackEntry[] = [
  { rule: databaseBackups, level: 'warning' },
  { rule: databaseDeletionProtection, level: 'warning' },
  { rule: databaseEncryption, level: 'error' },
  { rule: databaseIamAuthentication, level: 'note' },
  { rule: databaseMinorUpgrades, level: 'warning' },
  { rule: databaseMultiAz, level: 'warning' },
  { rule: databaseNotPublic, level: 'error' },
  { rule: fileSystemEncryption, level: 'error' },
  { rule: tableRecovery, level: 'note' },
];
