import { findNearest } from '../../../core/text/did-you-mean';
import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';

/**
 * The longest names, such that the longest of what is made from them fits AWS, with Regions of up to 14 characters:
 * - a bucket `<organization>-<account id>-<region>-<use>` in 63: 24 + 12 + 14 + 3 hyphens leave 10 for the use (S3, "Bucket naming rules");
 * - a role `<network>-<region>-<use>` in 64: 20 + 14 + 2 leave 28 (IAM, "Name requirements");
 * - a workspace `<account>-<region>-<layer>` in 90: 24 + 14 + 12 + 2 = 52 (HCP Terraform);
 * - a parameter `/lz/<account>/<layer>/<region>/<network>/<tier>/<zone>/<use>`: 8 of 15 levels, 1,011 characters (SSM);
 * - a group's name `<network>-<tier>-<group>` in 255: 62 (EC2, CreateSecurityGroup).
 */
export const LONGEST_NAME = {
  organization: 24,
  account: 24,
  unit: 24,
  network: 20,
  tier: 20,
  group: 20,
  range: 20,
  onPremises: 20,
} as const;

/** What has a name. */
export type Named = keyof typeof LONGEST_NAME;

const FORM = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function mended(name: string): string | undefined {
  const plain = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return FORM.test(plain) ? plain : undefined;
}

/** Names become parts of ids, state keys and AWS names, where only this form is safe everywhere. */
export function checkName(inspection: Inspection, path: Path, name: string, kind: Named, part?: 'key'): void {
  const longest = LONGEST_NAME[kind];
  if (!FORM.test(name)) {
    const meant = mended(name);
    const remedy = meant === undefined ? 'begin with a letter a-z' : `write "${meant}"`;
    const problem = 'a name is made of a-z and 0-9 in words parted by single hyphens';
    inspection.refuse(path, { problem, got: asWritten(name), remedy, code: 'LZ-CFG-23' }, part);
  }
  if (name.length > longest) {
    const problem = `the name is longer than ${String(longest)} characters, and AWS names made from it would not fit`;
    inspection.refuse(
      path,
      { problem, got: `${asWritten(name)} (${String(name.length)})`, remedy: 'choose a shorter one', code: 'LZ-CFG-24' },
      part,
    );
  }
}

/** The names in a map, each at its key. */
export function checkKeys(inspection: Inspection, path: Path, kind: Named): void {
  for (const name of inspection.names(path)) checkName(inspection, [...path, name], name, kind, 'key');
}

/**
 * A former name frees the entry from being destroyed and made anew; it can stand for one entry only, and for none that
 * is still there.
 */
export function checkFormerly(inspection: Inspection, path: Path, kind: Named): void {
  const taken = new Map<string, string>();
  for (const name of inspection.names(path)) {
    const at = [...path, name, 'formerly'];
    const formerly = inspection.readText(at);
    if (formerly === undefined) continue;
    checkName(inspection, at, formerly, kind);
    const other = taken.get(formerly);
    const problem =
      formerly === name
        ? 'the former name is the name itself'
        : inspection.names(path).includes(formerly)
          ? 'the former name is still in use'
          : other === undefined
            ? undefined
            : `the former name was "${other}"'s already`;
    const remedy = 'leave formerly out, or give the name that this entry alone had';
    if (problem !== undefined) inspection.refuse(at, { problem, got: asWritten(formerly), remedy, code: 'LZ-CFG-43' });
    taken.set(formerly, name);
  }
}

/** A reference to something that the configuration doesn't have. */
export function refuseUnknown(
  inspection: Inspection,
  path: Path,
  what: string,
  name: string,
  known: readonly string[],
  declare: string,
): void {
  const nearest = findNearest(name, known);
  const listed =
    known.length > 0
      ? `use one of ${known
          .slice(0, 20)
          .map((one) => `"${one}"`)
          .join(', ')}, or ${declare}`
      : declare;
  const remedy = nearest === undefined ? listed : `did you mean "${nearest}"?`;
  inspection.refuse(path, { problem: `there is no ${what} of this name`, got: asWritten(name), remedy, code: 'LZ-CFG-40' });
}
