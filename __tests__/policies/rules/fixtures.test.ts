import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import { everyRule } from '../../../policies/packs/every-rule';
import { expectedLines, FIXTURES, linesOf, readFixture } from './rule-fixture';

const rules = everyRule.map(({ rule }) => [rule.id, rule] as const);

describe.each(rules)('%s', (id, rule) => {
  it('finds in its violating fixture what violating.txt says, and at least one violation', () => {
    const lines = linesOf(rule, readFixture(id, 'violating'));

    expect(lines).toEqual(expectedLines(id));
    expect(lines.join('\n')).toContain('violated ');
  });

  it('finds nothing in its conforming fixture', () => {
    expect(linesOf(rule, readFixture(id, 'conforming'))).toEqual([]);
  });

  // Else a fixture of nothing at all would conform.
  it('finds nothing there on the very resources that violate it elsewhere', () => {
    const conforming = readFixture(id, 'conforming').stacks.flatMap(({ name, resources }) => [
      name,
      ...resources.map(({ address }) => address),
    ]);
    const found = rule.judge(readFixture(id, 'violating')).flatMap(({ verdict, address }) => {
      return verdict === 'violated' && address !== undefined ? [address] : [];
    });

    expect(found.filter((address) => conforming.includes(address))).toEqual(found);
  });
});

describe('the folder of fixtures', () => {
  it('holds those of rules that exist, and no others', () => {
    const ids = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
      return basename(path) === 'violating.txt' ? [dirname(path)] : [];
    });

    expect(ids.sort()).toEqual(rules.map(([id]) => id).sort());
    expect(existsSync(FIXTURES)).toBe(true);
  });
});
