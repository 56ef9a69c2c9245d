import { suggestName } from '../../../core/text/did-you-mean';
import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import { REGION_FORM } from '../schema/forms';

const FORM = new RegExp(REGION_FORM.pattern);

/** Whether a text has the form of a Region; noted where not. */
export function checkRegionForm(inspection: Inspection, path: Path, region: string): boolean {
  if (FORM.test(region)) return true;
  const isZone = FORM.test(region.slice(0, -1));
  const remedy = isZone ? `write the Region, "${region.slice(0, -1)}"` : 'write a Region like "eu-west-1"';
  inspection.refuse(path, { problem: 'this is not a Region', got: asWritten(region), remedy, code: 'LZ-CFG-27' });
  return false;
}

/** A list of Regions: at least one, none twice. */
export function checkRegionList(inspection: Inspection, path: Path): void {
  const regions = inspection.readTexts(path) ?? [];
  if (inspection.read(path) !== undefined && regions.length === 0) {
    inspection.refuse(path, { problem: 'there is no Region', got: '[]', remedy: 'name at least one', code: 'LZ-CFG-28' });
  }
  regions.forEach((region, i) => {
    checkRegionForm(inspection, [...path, i], region);
    if (regions.indexOf(region) === i) return;
    inspection.refuse([...path, i], {
      problem: 'the Region is listed twice',
      got: asWritten(region),
      remedy: 'keep one',
      code: 'LZ-CFG-28',
    });
  });
}

/** A Region that must be among others: the home Region, an account's, the one of an override. */
export function checkRegionIn(
  inspection: Inspection,
  path: Path,
  region: string,
  among: readonly string[],
  whose: string,
  part?: 'key',
): void {
  // Where there are none, that is the mistake.
  if (among.length === 0 || !FORM.test(region) || among.includes(region)) return;
  const problem = `this is not a Region of the ${whose}`;
  inspection.refuse(path, { problem, got: asWritten(region), remedy: suggestName(region, among), code: 'LZ-CFG-29' }, part);
}
