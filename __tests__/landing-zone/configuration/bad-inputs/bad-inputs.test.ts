import { parse } from 'yaml';

import { checkConfiguration, type LandingZoneInput, parseConfiguration } from '../../../../modules/landing-zone/configuration';
import { baseWith, type Edit } from '../base-configuration';
import { linesOf } from '../lines-of';
import { ACCESS_CLAIMS } from './access-claims';
import { ACCOUNTS } from './accounts';
import { ADDRESSES } from './addresses';
import { ARCHIVE_AND_STATE } from './archive-and-state';
import { DELIVERY_BY_HCP } from './delivery-by-hcp';
import { FLOWS } from './flows';
import { NETWORK_PARTS } from './network-parts';
import type { Row } from './row';
import { QUOTAS_TO_SUPPRESSIONS } from './quotas-to-suppressions';
import { SHAPE } from './shape';
import { THE_THIRTEEN } from './the-thirteen';
import { ZONES } from './zones';

const ROWS: readonly Row[] = [
  ...THE_THIRTEEN,
  ...SHAPE,
  ...ACCOUNTS,
  ...ZONES,
  ...ADDRESSES,
  ...NETWORK_PARTS,
  ...FLOWS,
  ...ARCHIVE_AND_STATE,
  ...ACCESS_CLAIMS,
  ...DELIVERY_BY_HCP,
  ...QUOTAS_TO_SUPPRESSIONS,
];

const camel = (text: string): string => text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The value that the YAML stands for, as TypeScript would build it. */
function asTypeScript(yaml: string): LandingZoneInput {
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camel(key), convert(inner)]));
  };
  return convert(parse(yaml)) as LandingZoneInput;
}

/** What is left of a line without a file: no positions, and keys as TypeScript spells them. */
const withoutFile = (lines: readonly string[]): string[] =>
  lines.map((line) => camel(line.replace(/landing-zone\.yaml:\d+:\d+ /g, ''))).sort();

/** The tests take three; the reason of an exception is for readers. */
const casesOf = (rows: readonly Row[]): (readonly [string, readonly Edit[], readonly string[]])[] =>
  rows.map(([title, edits, lines]) => [title, edits, lines]);

describe('a configuration in YAML', () => {
  test.each(casesOf(ROWS))('refuses %s', (_, edits, lines) => {
    expect(linesOf(() => parseConfiguration({ file: 'landing-zone.yaml', text: baseWith(...edits) }))).toEqual(lines);
  });
});

describe('the same configuration in TypeScript', () => {
  test.each(casesOf(ROWS.filter(([, , , yamlOnly]) => yamlOnly === undefined)))('refuses %s', (_, edits, lines) => {
    const found = linesOf(() => {
      checkConfiguration(asTypeScript(baseWith(...edits)));
    });
    expect(found.map(camel).sort()).toEqual(withoutFile(lines));
  });
});
