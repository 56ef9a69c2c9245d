import fc from 'fast-check';
import { parse, stringify } from 'yaml';

import { parseConfiguration, resolveNetworks } from '../../../modules/landing-zone/configuration';
import { BASE } from './base-configuration';
import { linesOf } from './lines-of';

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** Reads a text and, where it is good, goes on with it; mistakes are lines, anything else that is thrown is a defect. */
const read = (text: string): readonly string[] =>
  linesOf(() => resolveNetworks(parseConfiguration({ file: 'landing-zone.yaml', text }).input));

const LINE = /^landing-zone\.yaml(:\d+:\d+.*)?: .+; .+ \[LZ-[A-Z]+-\d+\]$/s;

describe('any input is read, or refused in the form of every error', () => {
  test('with any value in any place', () => {
    const base: unknown = parse(BASE);
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        '',
        'app',
        'internet',
        '10.0.0.0/16',
        '::/0',
        'a/b',
        'hub/shared/services',
        'constructor',
        'closed',
        'single',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(base)), values, (path, value) => {
        for (const line of read(stringify(replaced(base, path, value)))) expect(line).toMatch(LINE);
      }),
      { numRuns: 100 },
    );
  });

  test('with any piece cut out and any characters put in', () => {
    fc.assert(
      fc.property(fc.nat(BASE.length), fc.nat(12), fc.string({ maxLength: 4 }), (at, length, put) => {
        for (const line of read(BASE.slice(0, at) + put + BASE.slice(at + length))) expect(line).toMatch(LINE);
      }),
      { numRuns: 100 },
    );
  });
});
