import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';

/** @source AWS Account Management reference: an account id is a 12-digit number */
export function checkAccountId(inspection: Inspection, path: Path, id: string): boolean {
  if (/^\d{12}$/.test(id)) return true;
  const digits = id.replace(/[\s-]/g, '');
  const remedy = /^\d{12}$/.test(digits) ? `write "${digits}"` : 'write the id as AWS shows it, without hyphens';
  const got = /^\d+$/.test(id) ? `${asWritten(id)} (length ${String(id.length)})` : asWritten(id);
  inspection.refuse(path, { problem: 'an account id has twelve digits', got, remedy, code: 'LZ-CFG-20' });
  return false;
}

/** Two accounts of one id would write over each other's stacks. */
export function checkUniqueIds(inspection: Inspection): void {
  const first = new Map<string, Path>();
  for (const name of inspection.names(['accounts'])) {
    const path = ['accounts', name, 'id'];
    const id = inspection.readText(path);
    if (id === undefined) continue;
    const other = first.get(id);
    if (other === undefined) first.set(id, path);
    else {
      const problem = `the id is already that of ${inspection.places.name(other)}`;
      inspection.refuse(path, { problem, got: asWritten(id), remedy: 'give each account its own', code: 'LZ-CFG-21' });
    }
  }
}
