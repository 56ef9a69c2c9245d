import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readSuppressions } from '../../../policies';
import { refusalOf } from '../../refusal';

const home = mkdtempSync(join(tmpdir(), 'suppressions-'));
const file = join(home, 'accepted.yaml');
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

function read(text: string): ReturnType<typeof readSuppressions> {
  writeFileSync(file, text);
  return readSuppressions(file);
}

/** What the text is refused with, the folder left out. */
function refusals(text: string): readonly string[] {
  return refusalOf(() => read(text))
    .replaceAll(`${home}/`, '')
    .split('\n');
}

const ONE = '- { rule: storage/versioning, scope: "dev:aws_s3_bucket.logs", reason: Written once, until: 2027-01-31 }\n';

describe('a file of suppressions', () => {
  it('is a list, each entry with its line', () => {
    expect(read(`# ours\n${ONE}- rule: a/b\n  scope: '*'\n  reason: "Why: it is"\n  until: "2026-12-31"\n`)).toEqual([
      {
        rule: 'storage/versioning',
        scope: 'dev:aws_s3_bucket.logs',
        reason: 'Written once',
        until: '2027-01-31',
        position: { file, line: 2, column: 3 },
      },
      { rule: 'a/b', scope: '*', reason: 'Why: it is', until: '2026-12-31', position: { file, line: 3, column: 3 } },
    ]);
  });

  it.each(['', '# nothing\n', '[]\n', '\uFEFF[]'])('of nothing accepts nothing: %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('is refused with everything that is wrong with it, each at its place', () => {
    const text = `${ONE.replace('Written once', "' '").replace('2027-01-31', '2027-02-30')}- rule: 7\n  scop: dev\n  reason: [a]\n- just text\n- { rule: "" , scope: dev, reason: x, until: 2027-01-01 }\n- { rule: a, scope: dev, reason: x, until: "" }\n`;

    expect(refusals(text)).toEqual([
      'accepted.yaml:1:72 0.reason: the reason is empty, got " "; say why the finding is acceptable [LZ-CHECK-2]',
      'accepted.yaml:1:84 0.until: this is not a day of the calendar, got "2027-02-30"; write it as YYYY-MM-DD [LZ-CHECK-3]',
      'accepted.yaml:3:3 1.scop: the key is not known, got "scop"; did you mean "scope"? [LZ-CHECK-6]',
      'accepted.yaml:2:3 1.scope: the key is missing; add scope: [LZ-CHECK-6]',
      'accepted.yaml:2:3 1.until: the key is missing; add until: [LZ-CHECK-6]',
      'accepted.yaml:2:9 1.rule: the rule must be a text, got 7; write it in quotes [LZ-CHECK-2]',
      'accepted.yaml:4:11 1.reason: the reason must be a text, got []; write it in quotes [LZ-CHECK-2]',
      'accepted.yaml:5:3 2: this must be a map; write a list of {rule, scope, reason, until} [LZ-CHECK-6]',
      'accepted.yaml:6:11 3.rule: the rule is empty, got ""; name the rule [LZ-CHECK-2]',
      'accepted.yaml:7:44 4.until: the until is empty, got ""; write the last day on which it counts, as YYYY-MM-DD [LZ-CHECK-2]',
    ]);
  });

  it.each([
    [
      'suppressions:\n  - a\n',
      'accepted.yaml:1:1: the file is not a list; write a list of {rule, scope, reason, until} [LZ-CHECK-6]',
    ],
    ['text', 'accepted.yaml:1:1: the file is not a list; write a list of {rule, scope, reason, until} [LZ-CHECK-6]'],
    [
      '- { rule: a, rule: b, scope: dev, reason: x, until: 2027-01-01 }\n',
      'accepted.yaml:1:14: the YAML can\'t be read: Map keys must be unique, got "- { rule: a, rule: b, scope: dev, reason: x, until: 2027-01-01 }"; mend the line, or put texts with special characters in quotes [LZ-CHECK-5]',
    ],
    [
      '- { rule: a',
      'accepted.yaml:1:12: the YAML can\'t be read: Flow map in block collection must be sufficiently indented and end with a }, got "- { rule: a"; mend the line, or put texts with special characters in quotes [LZ-CHECK-5]',
    ],
  ])('%j is refused', (text, refusal) => {
    expect(refusals(text)[0]).toBe(refusal);
  });

  it('that nests 10,000 levels deep is refused, and ends nothing else', () => {
    const [refusal, ...others] = refusals('['.repeat(10_000));

    expect(others).toEqual([]);
    expect(refusal).toMatch(
      /^accepted\.yaml:1:\d+: the YAML nests too deep, got "\[+\.\.\.; look for brackets that are never closed \[LZ-CHECK-5\]$/,
    );
  });

  it('that is not there is refused', () => {
    expect(refusalOf(() => readSuppressions(join(home, 'none.yaml'))).replaceAll(`${home}/`, '')).toBe(
      `none.yaml: the suppressions can't be read (ENOENT), got "none.yaml"; write a list of {rule, scope, reason, until} [LZ-CHECK-4]`,
    );
  });

  it('of 1 MiB is read, and of a byte more refused', () => {
    const padded = (size: number): string => `#${' '.repeat(size - 2)}\n`;

    expect(read(padded(1024 * 1024))).toEqual([]);
    expect(refusals(padded(1024 * 1024 + 1))).toEqual([
      'accepted.yaml: the file of suppressions is larger than 1 MiB, got 1048577 bytes; accept what is alike by one scope with * [LZ-CHECK-4]',
    ]);
  });
});
