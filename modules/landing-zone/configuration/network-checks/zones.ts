import { findZoneLetter } from '../../../core/aws/region';
import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import { ZONE_FORM } from '../schema/forms';

const FORM = new RegExp(ZONE_FORM.pattern);

function refuseForm(inspection: Inspection, path: Path, zone: string): void {
  const letter = findZoneLetter(zone) ?? (/^[A-Z]$/.test(zone) ? zone.toLowerCase() : undefined);
  const remedy =
    letter === undefined ? 'write a letter like "a" or an id like "euw1-az1"' : `write the letter alone, "${letter}"`;
  inspection.refuse(path, { problem: 'this is not a zone', got: asWritten(zone), remedy, code: 'LZ-CFG-30' });
}

/** Letters mean another zone in every account, ids the same one (AWS RAM User Guide, "Availability Zone IDs"): never both in one VPC. */
function checkKind(inspection: Inspection, path: Path, zones: readonly string[]): void {
  const kinds = new Set(
    zones.filter((zone) => FORM.test(zone)).map((zone) => (zone.length === 1 ? 'letters' : zone.slice(0, zone.indexOf('-')))),
  );
  if (kinds.size < 2) return;
  const problem = kinds.has('letters')
    ? 'zones by letter and by id are mixed, and may be the same zone'
    : 'the zone ids are of several Regions';
  const remedy = kinds.has('letters') ? 'use letters or ids, not both' : 'use ids of one Region, or letters';
  inspection.refuse(path, { problem, got: asWritten(zones), remedy, code: 'LZ-CFG-33' });
}

/** The zones of a network, or those that an account has instead. */
export function checkZones(inspection: Inspection, path: Path): void {
  const zones = inspection.readTexts(path);
  if (zones === undefined) return;
  if (zones.length === 0) {
    inspection.refuse(path, {
      problem: 'a network needs at least one zone',
      got: '[]',
      remedy: 'write for example [a, b]',
      code: 'LZ-CFG-31',
    });
  }
  zones.forEach((zone, i) => {
    if (!FORM.test(zone)) refuseForm(inspection, [...path, i], zone);
    if (zones.indexOf(zone) === i) return;
    inspection.refuse([...path, i], {
      problem: 'the zone is listed twice',
      got: asWritten(zone),
      remedy: 'keep one',
      code: 'LZ-CFG-32',
    });
  });
  checkKind(inspection, path, zones);
}

/** The NAT mode at a path, `broken` where a mistake hides it. */
export function readNat(inspection: Inspection, path: Path): string | undefined {
  return inspection.isBroken(path) ? 'broken' : inspection.readText(path);
}

/** The zone of a single NAT gateway: one that the VPC has. */
export function checkNatZone(inspection: Inspection, path: Path, zones: readonly string[] | undefined, nat: string): void {
  const zone = inspection.readText(path);
  if (zone === undefined || zones === undefined || zones.length === 0) return;
  const refuse = (problem: string, remedy: string): void =>
    inspection.refuse(path, { problem, got: asWritten(zone), remedy, code: 'LZ-CFG-34' });
  if (nat !== 'broken' && nat !== 'single') {
    refuse(
      'the zone of a NAT gateway can be chosen with nat: single only',
      `leave it out, or write nat: single instead of ${nat}`,
    );
  }
  if (!zones.includes(zone)) refuse('the network has no such zone', `use one of ${zones.map((one) => `"${one}"`).join(', ')}`);
}
