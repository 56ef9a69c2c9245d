import { readPrincipal } from '../../../core/aws/arn';
import { asWritten } from '../../../core/input-error';
import { checkLifecycle, checkObjectLock } from '../../../storage';
import { archiveTerms } from '../archive/archive-terms';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import type { LogArchiveInput } from '../landing-zone';

/** Something needs the log archive, so an account has to hold it. */
export function checkArchive(inspection: Inspection, path: Path): void {
  const accounts = inspection.names(['accounts']).map((name) => ['accounts', name]);
  const unknown = inspection.isUnknowable(['accounts']) || accounts.some((account) => inspection.isBroken(account));
  if (unknown || accounts.some((account) => inspection.readText([...account, 'baseline']) === 'archive')) return;
  const problem = 'there is no log archive';
  const remedy = 'give one account baseline: archive';
  inspection.refuse(path, { problem, got: asWritten(inspection.read(path)), remedy, code: 'LZ-CFG-64' }, 'key');
}

/** The log archive: somebody has to hold it, and its readers and writers are principals. */
export function checkLogArchive(inspection: Inspection): void {
  const path = ['logArchive'];
  const archive = inspection.read(path) as LogArchiveInput | undefined;
  if (archive === undefined) return;
  checkArchive(inspection, path);
  const { objectLock } = archive;
  inspection.attempt(path, () => checkLifecycle(archiveTerms(archive), objectLock));
  if (objectLock !== undefined) inspection.attempt([...path, 'objectLock', 'days'], () => checkObjectLock(objectLock));
  const home = inspection.readText(['organization', 'homeRegion']) ?? '';
  for (const list of ['readers', 'sessionWriters']) {
    (inspection.readTexts([...path, list]) ?? []).forEach((role, i) => {
      inspection.attempt([...path, list, i], () => readPrincipal(role, home));
    });
  }
}
