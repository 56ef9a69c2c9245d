import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { withFixtureTree } from './fixture-tree';
import { type ImportViolation, importViolations, lawfulTree } from './import-violations';
import { ROOT } from './source-tree';

const ROOTS = ['main.ts', 'modules', 'policies', 'commands', 'examples', 'bench'];

interface Cruise {
  readonly rules: readonly string[];
  readonly files: number;
  /** `<rule>: <file>` */
  readonly found: readonly string[];
}

function cruise(root: string): Cruise {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  const roots = ROOTS.filter((name) => existsSync(join(root, name)));
  const { stdout, stderr } = spawnSync(process.execPath, [...args, ...roots], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (stderr !== '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: {
      totalCruised: number;
      ruleSetUsed: { forbidden: { name: string }[] };
      violations: { from: string; rule: { name: string }; cycle?: { name: string }[] }[];
    };
  };
  // A cycle is reported once, from any of its files.
  const found = summary.violations.flatMap(({ from, rule, cycle = [] }) =>
    [from, ...cycle.map(({ name }) => name)].map((file) => `${rule.name}: ${file}`),
  );
  return {
    rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
    files: summary.totalCruised,
    found: [...new Set(found)].sort(),
  };
}

const all = Object.entries(importViolations).flatMap(([rule, list]) => list.map((violation) => ({ rule, violation })));

/** Needs every culprit that isn't about being needed, so that none of them is dead besides. */
function needsAll(violations: readonly ImportViolation[]): string {
  const reached = violations.filter(({ unreached }) => unreached !== true);
  return reached.map(({ culprit }) => `export * from '../${culprit.replace(/\.ts$/, '')}';\n`).join('');
}

describe('the import rules', () => {
  const fixtures = {
    ...lawfulTree,
    ...(Object.assign({}, ...all.map(({ violation }) => violation.files)) as Record<string, string>),
    'bench/needs-all.ts': needsAll(all.map(({ violation }) => violation)),
  };
  const broken = withFixtureTree(fixtures, cruise);
  const lawful = withFixtureTree(lawfulTree, cruise);

  test('each rule has a deliberate violation, and each violation a rule', () => {
    expect(Object.keys(importViolations).sort()).toEqual([...broken.rules].sort());
  });

  test('a tree of this shape that breaks no rule is clean', () => {
    expect(lawful.found).toEqual([]);
  });

  test.each(all.map(({ rule, violation }) => [rule, violation.culprit]))('%s, and nothing else, catches %s', (rule, culprit) => {
    expect(broken.found.filter((line) => line.endsWith(`: ${culprit}`))).toEqual([`${rule}: ${culprit}`]);
  });

  test('this project breaks none', () => {
    const own = cruise(ROOT);
    expect(own.found).toEqual([]);
    expect(own.files).toBeGreaterThan(20);
  });
});
