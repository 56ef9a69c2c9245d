import { asWritten } from '../../../core/input-error';
import { checkSelfRotation } from '../../../identity';
import type { Inspection } from '../inspection/inspection';
import type { SelfRotationInput } from '../landing-zone';
import { isMap, type Path } from '../inspection/path';
import { checkNatZone, checkZones, readNat } from '../network-checks/zones';
import { networkUses, type NetworkUse, regionsOf } from '../network-uses';
import { checkAccountId, checkUniqueIds } from './account-ids';
import { readVpcBlock } from '../address-checks/blocks';
import { checkKeys, checkName, refuseUnknown } from '../checks/names';
import { checkRegionIn, checkRegionList } from './regions';
import { checkStackNames } from './stack-names';

function checkByRegion(inspection: Inspection, path: Path, regions: readonly string[]): void {
  for (const region of isMap(inspection.read(path)) ? inspection.names(path) : []) {
    checkRegionIn(inspection, [...path, region], region, regions, 'account', 'key');
  }
}

function checkCidr(inspection: Inspection, { overrides, path, regions }: NetworkUse): void {
  const at = [...path, 'cidr'];
  if (typeof overrides.cidr === 'string') {
    readVpcBlock(inspection, at, overrides.cidr);
    if (regions.length < 2) return;
    const remedy = `write one for each Region: {${regions.map((region) => `${region}: …`).join(', ')}}`;
    inspection.refuse(at, {
      problem: "one range can't serve several Regions",
      got: asWritten(overrides.cidr),
      remedy,
      code: 'LZ-CFG-42',
    });
    return;
  }
  checkByRegion(inspection, at, regions);
  for (const [region, text] of Object.entries(overrides.cidr ?? {})) readVpcBlock(inspection, [...at, region], text);
}

/** An id names one zone of one Region; letters exist in all of them. */
function checkZoneIds(inspection: Inspection, { overrides, network, path, regions }: NetworkUse): void {
  const zones = overrides.zones ?? inspection.readTexts(['networks', network, 'zones']) ?? [];
  if (regions.length < 2 || !zones.some((zone) => zone.length > 1)) return;
  const problem = 'the network has zones by id, which exist in one Region, but the account has several Regions';
  inspection.refuse(path, {
    problem,
    got: asWritten(zones),
    remedy: 'use letters, or give the account one Region',
    code: 'LZ-CFG-33',
  });
}

function checkUse(inspection: Inspection, use: NetworkUse): void {
  const known = inspection.names(['networks']);
  if (!known.includes(use.network) && !inspection.isUnknowable(['networks'])) {
    refuseUnknown(inspection, use.path, 'network', use.network, known, 'add it under networks:');
  }
  checkCidr(inspection, use);
  checkByRegion(inspection, [...use.path, 'lifecycle'], use.regions);
  checkZones(inspection, [...use.path, 'zones']);
  checkZoneIds(inspection, use);
  const base: Path = ['networks', use.network];
  const zones = use.overrides.zones ?? inspection.readTexts([...base, 'zones']);
  const nat = readNat(inspection, [...use.path, 'nat']) ?? readNat(inspection, [...base, 'nat']) ?? 'none';
  checkNatZone(inspection, [...use.path, 'natZone'], zones, nat);
  // With its own zones the account may have lost the one that the network gives to the gateway.
  const inherited = inspection.readText([...base, 'natZone']);
  if (use.overrides.natZone !== undefined || use.overrides.zones === undefined || inherited === undefined || nat !== 'single') {
    return;
  }
  if (use.overrides.zones.includes(inherited)) return;
  const problem = `the zone of the network's NAT gateway, "${inherited}", is not among them`;
  const remedy = `keep it, or add ${inspection.places.spell(['networks', use.network, 'natZone'])}: to the account's network`;
  inspection.refuse([...use.path, 'zones'], { problem, got: asWritten(use.overrides.zones), remedy, code: 'LZ-CFG-34' });
}

function checkRotation(inspection: Inspection, path: Path): void {
  const rotation = inspection.read(path) as SelfRotationInput | undefined;
  if (rotation !== undefined) inspection.attempt(path, () => checkSelfRotation('', rotation));
}

function checkBaselines(inspection: Inspection): void {
  const holders = new Map<string, string>();
  for (const name of inspection.names(['accounts'])) {
    const path = ['accounts', name, 'baseline'];
    const baseline = inspection.readText(path);
    if (baseline === undefined) continue;
    const other = holders.get(baseline);
    if (other === undefined) holders.set(baseline, name);
    else {
      inspection.refuse(path, {
        problem: `account "${other}" has this baseline already`,
        got: asWritten(baseline),
        remedy: 'give it to one account',
        code: 'LZ-CFG-63',
      });
    }
  }
}

/** Accounts and what they take of the networks. */
export function checkAccounts(inspection: Inspection): void {
  checkKeys(inspection, ['accounts'], 'account');
  checkUniqueIds(inspection);
  checkBaselines(inspection);
  checkStackNames(inspection);
  const regions = inspection.readTexts(['organization', 'regions']);
  for (const name of inspection.names(['accounts'])) {
    const path = ['accounts', name];
    const id = inspection.readText([...path, 'id']);
    if (id !== undefined) checkAccountId(inspection, [...path, 'id'], id);
    const unit = inspection.readText([...path, 'unit']);
    if (unit !== undefined) checkName(inspection, [...path, 'unit'], unit, 'unit');
    checkRotation(inspection, [...path, 'selfRotation']);
    checkRegionList(inspection, [...path, 'regions']);
    if (inspection.read([...path, 'regions']) !== undefined && regions !== undefined) {
      regionsOf(inspection, name).forEach((region, i) =>
        checkRegionIn(inspection, [...path, 'regions', i], region, regions, 'organisation'),
      );
    }
    const { network, networks } = (inspection.read(path) as { network?: string; networks?: object } | undefined) ?? {};
    if (network === undefined || networks === undefined) continue;
    const remedy = `move "${network}" under networks: as ${network}: {}`;
    inspection.refuse([...path, 'network'], {
      problem: 'the account has network: and networks: both',
      got: asWritten(network),
      remedy,
      code: 'LZ-CFG-41',
    });
  }
  for (const use of networkUses(inspection)) checkUse(inspection, use);
}
