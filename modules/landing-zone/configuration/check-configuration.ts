import { checkAccounts } from './account-checks/accounts';
import { checkAccessClaims } from './checks/access-claims';
import { checkCloudState } from './checks/cloud-state';
import { checkDeliverySubjects } from './checks/delivery-subjects';
import { checkHcpDelivery } from './checks/hcp-delivery';
import { checkAddresses } from './address-checks/addresses';
import { checkBackend } from './checks/backend';
import { checkOnPremises } from './address-checks/on-premises';
import { checkOrganization } from './account-checks/organization';
import { checkOverlaps } from './address-checks/overlaps';
import { checkPeerings } from './account-checks/peerings';
import { checkLogArchive } from './checks/log-archive';
import { checkQuotas } from './checks/quotas';
import { checkSuppressions } from './checks/suppressions';
import { checkTags } from './checks/tags';
import { checkShape } from './inspection/check-shape';
import { Inspection } from './inspection/inspection';
import type { PositionOf } from './inspection/path';
import { Places } from './inspection/places';
import type { LandingZoneInput } from './landing-zone';
import { checkFlowSets } from './network-checks/flow-sets';
import { checkNetworks } from './network-checks/networks';

/** Every check there is; none stops another. */
export function inspectConfiguration(inspection: Inspection): void {
  checkShape(inspection);
  checkOrganization(inspection);
  checkAddresses(inspection);
  checkBackend(inspection);
  checkCloudState(inspection);
  checkHcpDelivery(inspection);
  checkDeliverySubjects(inspection);
  checkTags(inspection);
  checkQuotas(inspection);
  checkLogArchive(inspection);
  checkOnPremises(inspection);
  checkNetworks(inspection);
  checkAccounts(inspection);
  checkPeerings(inspection);
  checkOverlaps(inspection);
  checkFlowSets(inspection);
  checkAccessClaims(inspection);
  checkSuppressions(inspection);
}

/**
 * Checks a configuration that was built in TypeScript, as parseConfiguration checks YAML.
 * @param positionOf where parts of it are written, if it came from a file; without it mistakes are named by path
 * @throws InputError LZ-CFG-n, LZ-FLOW-n, LZ-PORT-n, LZ-CIDR-n, LZ-TEXT-n: all of them
 */
export function checkConfiguration(input: LandingZoneInput, positionOf?: PositionOf): void {
  const inspection = new Inspection(input, new Places(positionOf));
  inspectConfiguration(inspection);
  inspection.throwIfAny();
}
