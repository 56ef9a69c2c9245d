import { checkFormerly, checkKeys } from '../checks/names';
import type { Inspection } from '../inspection/inspection';
import { checkClaims } from './claims';
import { checkDhcp } from './dhcp';
import { checkEndpoints } from './endpoints';
import { checkFlowLogs } from './flow-logs';
import { checkTiers } from './tiers';
import { checkNatZone, checkZones, readNat } from './zones';

/** Each network by itself; what depends on the accounts that have it is checked with them. */
export function checkNetworks(inspection: Inspection): void {
  checkKeys(inspection, ['networks'], 'network');
  checkFormerly(inspection, ['networks'], 'network');
  for (const name of inspection.names(['networks'])) {
    const path = ['networks', name];
    checkZones(inspection, [...path, 'zones']);
    const zones = inspection.readTexts([...path, 'zones']);
    checkNatZone(inspection, [...path, 'natZone'], zones, readNat(inspection, [...path, 'nat']) ?? 'none');
    checkTiers(inspection, path);
    checkEndpoints(inspection, path);
    checkFlowLogs(inspection, [...path, 'flowLogs']);
    checkDhcp(inspection, [...path, 'dhcp']);
    checkClaims(inspection, name);
  }
}
