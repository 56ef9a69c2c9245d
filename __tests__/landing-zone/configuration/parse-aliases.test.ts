import { parseConfiguration } from '../../../modules/landing-zone/configuration';
import { baseWith } from './base-configuration';
import { linesOf } from './lines-of';

const file = 'landing-zone.yaml';
const linesOfText = (text: string): readonly string[] => linesOf(() => parseConfiguration({ file, text }));

describe('anchors and aliases', () => {
  test('an alias stands for what its anchor names', () => {
    const { input } = parseConfiguration({
      file,
      text: baseWith(['zones: [a, b]', 'zones: &zones [a, b]'], ['zones: [euw1-az1]', 'zones: *zones']),
    });
    expect(input.networks?.shared?.zones).toEqual(['a', 'b']);
  });

  test('a mistake behind an alias is named at the anchor, once for each place that has it', () => {
    expect(linesOfText(baseWith(['zones: [a, b]', 'zones: &zones [a, 1b]'], ['zones: [euw1-az1]', 'zones: *zones']))).toEqual([
      'landing-zone.yaml:10:23 networks.web.zones.1: this is not a zone, got "1b"; write a letter like "a" or an id like "euw1-az1" [LZ-CFG-30]',
      'landing-zone.yaml:10:23 networks.shared.zones.1: this is not a zone, got "1b"; write a letter like "a" or an id like "euw1-az1" [LZ-CFG-30]',
    ]);
  });

  test("a merge key gives what the map doesn't say itself, the first map first", () => {
    const account = 'id: "333333333333", <<: [{ unit: first, baseline: audit }, { unit: second, lifecycle: closing }]';
    const { input } = parseConfiguration({ file, text: baseWith(['id: "333333333333", unit: workloads', account]) });
    expect(input.accounts.dev).toMatchObject({ id: '333333333333', unit: 'first', baseline: 'audit', lifecycle: 'closing' });
  });

  test('what a map says itself wins over a merge key before it', () => {
    const { input } = parseConfiguration({
      file,
      text: baseWith(['id: "333333333333", unit: workloads', '<<: { unit: merged }, id: "333333333333", unit: own']),
    });
    expect(input.accounts.dev?.unit).toBe('own');
  });

  test("a text can't be merged", () => {
    expect(linesOfText(baseWith(['unit: workloads', 'unit: workloads, <<: x']))).toEqual([
      'landing-zone.yaml:36:47 accounts.dev: only maps can be merged, got "x"; name a map by <<: *anchor [LZ-CFG-8]',
    ]);
  });

  test('an alias without an anchor is refused', () => {
    expect(linesOfText(baseWith(['zones: [a, b]', 'zones: *zones']))).toEqual([
      'landing-zone.yaml:10:12 networks.web.zones: no anchor of this name stands before the alias, got "*zones"; write the value itself [LZ-CFG-6]',
    ]);
  });

  test('an alias inside its own anchor is refused', () => {
    expect(linesOfText(baseWith(['zones: [a, b]', 'zones: &zones [a, *zones]']))).toEqual([
      'landing-zone.yaml:10:23 networks.web.zones.1: the alias stands inside what it names, got "*zones"; write the value itself [LZ-CFG-6]',
    ]);
  });

  test('an anchor that an alias repeats keeps the meaning of its last writing', () => {
    const text = baseWith(
      ['owner: platform', 'a: &x { b: &y inner }, c: &y outer, d: *x, e: *y'],
      ['tags: {', 'tags: { <<: {},'],
    );
    expect(linesOfText(text)).toEqual(
      expect.arrayContaining([expect.stringContaining('tags.a: this must be a text, got a map')]),
    );
    expect(linesOfText(text)).toHaveLength(2);
  });

  test('a billion laughs are refused once and at once', () => {
    const bomb = Array.from(
      { length: 10 },
      (_, i) =>
        `  l${String(i)}: &l${String(i)} [${
          i === 0
            ? 'ha'
            : Array<string>(10)
                .fill(`*l${String(i - 1)}`)
                .join(', ')
        }]`,
    );
    expect(linesOfText(`tags:\n${bomb.join('\n')}\n`)).toEqual([
      expect.stringMatching(
        /^landing-zone\.yaml:\d+:\d+ tags\.l\d[.\d]*: aliases repeat more than 100000 values, got "\*l\d"; write the value itself \[LZ-CFG-6\]$/,
      ),
    ]);
  });

  test('1,000 accounts may share one anchor', () => {
    const accounts = Array.from(
      { length: 1000 },
      (_, i) => `  a${String(i)}: { <<: *base, id: "${String(300000000000 + i)}" }\n`,
    ).join('');
    const text = baseWith([
      '  management: { id: "111111111111", unit: core }\n',
      `  management: &base { id: "111111111111", unit: core }\n${accounts}`,
    ]);
    expect(Object.keys(parseConfiguration({ file, text }).input.accounts)).toHaveLength(1003);
  });
});
