import { parseConfiguration } from '../../../modules/landing-zone/configuration';
import { BASE, baseWith } from './base-configuration';
import { linesOf } from './lines-of';

const file = 'landing-zone.yaml';
const linesOfText = (text: string): readonly string[] => linesOf(() => parseConfiguration({ file, text }));
const START = 'begin with organization:, backend: and accounts:, as in the example of the README';

describe('what the file is', () => {
  test.each([
    ['an empty file', ''],
    ['a file of comments', '# nothing yet\n'],
    ['a file that says null', 'null\n'],
  ])('%s is refused', (_, text) => {
    expect(linesOfText(text)).toEqual([`landing-zone.yaml: the file is empty; ${START} [LZ-CFG-4]`]);
  });

  test.each([
    ['a list', '- a\n', 'a list'],
    ['a text', 'hello\n', 'a text'],
  ])('a file that is %s is refused', (_, text, got) => {
    expect(linesOfText(text)).toEqual([`landing-zone.yaml:1:1: the file is not a map of keys, got ${got}; ${START} [LZ-CFG-4]`]);
  });

  test('a second document is refused at its start', () => {
    expect(linesOfText(`${BASE}---\n${BASE}`)).toEqual([
      'landing-zone.yaml:39:1: the file holds several documents, got 2, parted by "---"; keep one [LZ-CFG-4]',
    ]);
  });

  test('one document between its marks is read', () => {
    expect(linesOfText(`---\n${BASE}...\n`)).toEqual([]);
  });

  test('a directive of YAML 1.1 changes no value: yes stays a text', () => {
    const { input } = parseConfiguration({ file, text: `%YAML 1.1\n---\n${baseWith(['owner: platform', 'owner: yes'])}` });
    expect(input.tags).toEqual({ owner: 'yes' });
  });
});

describe('the syntax', () => {
  test('every syntax error is named, and nothing else', () => {
    expect(linesOfText('a: [1, 2\nb: "x\nc: }\n')).toEqual([
      'landing-zone.yaml:2:1: the YAML can\'t be read: Flow sequence in block collection must be sufficiently indented and end with a ], got "b: \\"x"; mend line 2, or put texts with special characters in quotes [LZ-CFG-3]',
      'landing-zone.yaml:4:1: the YAML can\'t be read: Missing closing "quote, got ""; mend line 4, or put texts with special characters in quotes [LZ-CFG-3]',
    ]);
  });

  test('a tab at the start of a line is named as such', () => {
    expect(linesOfText('networks:\n\tweb: 1\n')).toEqual([
      'landing-zone.yaml:2:1: a tab indents the line, got "web: 1"; indent with spaces [LZ-CFG-3]',
    ]);
  });

  test('tabs between values are no mistake', () => {
    expect(linesOfText(baseWith(['nat: single\n', 'nat:\tsingle\n']))).toEqual([]);
  });

  test('a colon in a reason without quotes is explained', () => {
    expect(
      linesOfText(
        baseWith([
          '      - { from: app, to: data, port: tcp/5432, why: Database }',
          '      - from: app\n        why: Database: reads',
        ]),
      ),
    ).toEqual([
      'landing-zone.yaml:24:14: the YAML can\'t be read: Nested mappings are not allowed in compact mappings, got "why: Database: reads"; mend line 24, or put texts with special characters in quotes [LZ-CFG-3]',
    ]);
  });
});

describe('nesting', () => {
  const remedy = 'look for brackets that are never closed; a configuration needs 12 levels at most [LZ-CFG-5]';

  test.each([100, 10_000, 200_000])('%i open brackets are refused once', (depth) => {
    expect(linesOfText(`a: ${'['.repeat(depth)}`)).toEqual([
      `landing-zone.yaml:1:67: the file nests more than 64 levels deep; ${remedy}`,
    ]);
  });

  test('100 closed brackets are refused in the same way', () => {
    expect(linesOfText(`a: ${'['.repeat(100)}${']'.repeat(100)}`)).toEqual([
      `landing-zone.yaml:1:67: the file nests more than 64 levels deep; ${remedy}`,
    ]);
  });

  test('64 levels are judged by their shape, 65 by their depth', () => {
    expect(linesOfText(`a: ${'['.repeat(63)}${']'.repeat(63)}`)).toContain(
      'landing-zone.yaml:1:1 a: the key is not known, got "a"; use one of "organization", "addresses", "backend", "delivery", "tags", "notifications", "quotas", "log_archive", "on_premises", "networks", "peerings", "accounts", "claims", "suppressions", "lifecycle" [LZ-CFG-10]',
    );
    expect(linesOfText(`a: ${'['.repeat(64)}${']'.repeat(64)}`)).toEqual([
      `landing-zone.yaml:1:67: the file nests more than 64 levels deep; ${remedy}`,
    ]);
  });

  test('100 indented maps are refused', () => {
    const text = Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
    expect(linesOfText(text)).toEqual([`landing-zone.yaml:65:65: the file nests more than 64 levels deep; ${remedy}`]);
  });

  test('a policy of 20 levels is read as it is written', () => {
    const deep = `${'{ Condition_x: '.repeat(15)}1${' }'.repeat(15)}`;
    const { input } = parseConfiguration({ file, text: baseWith(['{ type: gateway }', `{ type: gateway, policy: ${deep} }`]) });
    expect(JSON.stringify(input.networks?.web?.endpoints)).toContain('{"type":"gateway","policy":{"Condition_x":{"Condition_x":');
  });
});

describe('keys', () => {
  test('a key that is written twice is refused, with both places', () => {
    expect(linesOfText(baseWith(['    nat: single\n', '    nat: single\n    nat: none\n']))).toEqual([
      'landing-zone.yaml:12:5 networks.web.nat: the key is written twice, first at landing-zone.yaml:11:5, got "nat"; keep one of them [LZ-CFG-7]',
    ]);
  });

  test.each([
    ['a number', '1: x', '"1"'],
    ['nothing', ': x', '""'],
    ['a list', '? [a]\n  : x', 'a list or map'],
    ['the key __proto__', '__proto__: x', '"__proto__"'],
  ])('%s as a name is refused', (_, entry, got) => {
    expect(linesOfText(baseWith(['tags: { owner: platform }', `tags:\n  ${entry}`]))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^landing-zone\\.yaml:5:[35] tags: the key is not a name, got ${got.replace(/[[\]]/g, '\\$&')}; put it in quotes if it is meant \\[LZ-CFG-8\\]$`,
        ),
      ),
    ]);
  });

  test('keys of tags and policies keep their spelling', () => {
    const policy = '{ type: gateway, policy: { home_region: 1, Statement: [{ nat_zone: x }] } }';
    const { input } = parseConfiguration({
      file,
      text: baseWith(['{ type: gateway }', policy], ['owner: platform', 'cost_center: x']),
    });
    expect(input.tags).toEqual({ cost_center: 'x' });
    expect(input.networks?.web?.endpoints?.s3).toEqual({
      type: 'gateway',
      policy: { home_region: 1, Statement: [{ nat_zone: 'x' }] },
    });
  });
});

describe('tags and scalars', () => {
  test('an explicit tag of another language is refused', () => {
    expect(linesOfText(baseWith(['owner: platform', 'owner: !!js/function "x"']))).toEqual([
      'landing-zone.yaml:4:30 tags.owner: the tag is not known, got "tag:yaml.org,2002:js/function"; leave the tag out [LZ-CFG-9]',
    ]);
  });

  test('!!str makes an id a text', () => {
    expect(linesOfText(baseWith(['id: "333333333333"', 'id: !!str 333333333333']))).toEqual([]);
  });

  test('a date is a text', () => {
    const { input } = parseConfiguration({ file, text: BASE });
    expect(input.suppressions?.[0]?.until).toBe('2027-01-31');
  });
});
