import { checkOrganizationId } from '../../../core/aws/source-ids';
import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import { checkAccountId } from './account-ids';
import { checkName } from '../checks/names';
import { checkRegionForm, checkRegionIn, checkRegionList } from './regions';

function checkManagementAccount(inspection: Inspection): void {
  const path = ['organization', 'managementAccount'];
  const id = inspection.readText(path);
  if (id === undefined) return;
  const names = inspection.names(['accounts']);
  const ids = names.map((name) => inspection.readText(['accounts', name, 'id']));
  const named = names.includes(id) ? inspection.readText(['accounts', id, 'id']) : undefined;
  if (named === undefined && !checkAccountId(inspection, path, id)) return;
  // An id that couldn't be read might be the one.
  if (ids.includes(id) || ids.includes(undefined)) return;
  const remedy = named === undefined ? 'add the account under accounts:' : `write its id, "${named}"`;
  inspection.refuse(path, {
    problem: 'the management account is not among the accounts',
    got: asWritten(id),
    remedy,
    code: 'LZ-CFG-22',
  });
}

function checkNotifications(inspection: Inspection): void {
  const path = ['notifications', 'security'];
  const address = inspection.readText(path);
  if (address === undefined || /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address)) return;
  inspection.refuse(path, {
    problem: 'this is not an e-mail address',
    got: asWritten(address),
    remedy: 'write one like "security@example.com"',
    code: 'LZ-CFG-60',
  });
}

/** The organisation as a whole, and who hears of it. */
export function checkOrganization(inspection: Inspection): void {
  const name = inspection.readText(['organization', 'name']);
  if (name !== undefined) checkName(inspection, ['organization', 'name'], name, 'organization');
  const id = inspection.readText(['organization', 'id']);
  if (id !== undefined) inspection.attempt(['organization', 'id'], () => checkOrganizationId(id));
  checkManagementAccount(inspection);
  checkRegionList(inspection, ['organization', 'regions']);
  const home = inspection.readText(['organization', 'homeRegion']);
  const regions = inspection.readTexts(['organization', 'regions']);
  if (home !== undefined) {
    const isRegion = checkRegionForm(inspection, ['organization', 'homeRegion'], home);
    if (isRegion && regions !== undefined) {
      checkRegionIn(inspection, ['organization', 'homeRegion'], home, regions, 'organisation');
    }
  }
  const role = inspection.readText(['organization', 'accountAccessRole']);
  // @source IAM API reference, CreateRole: 1 to 64 of these characters.
  if (role !== undefined && !/^[\w+=,.@-]{1,64}$/.test(role)) {
    const remedy = 'write the name alone, like "OrganizationAccountAccessRole"';
    inspection.refuse(['organization', 'accountAccessRole'], {
      problem: 'this is not the name of a role',
      got: asWritten(role),
      remedy,
      code: 'LZ-CFG-23',
    });
  }
  checkNotifications(inspection);
}
