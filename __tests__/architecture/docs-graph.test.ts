import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { readSource, ROOT } from './source-tree';

const PLACE = /<!-- graph: npm run docs -->\n([\s\S]*?)\n<!-- \/graph -->/;

describe('the graph in docs/architecture.md', () => {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts/architecture-graph.mjs')], { cwd: ROOT, encoding: 'utf8' });

  test('shows the folders, and core importing none of them', () => {
    expect(stdout).toContain('  modules_core["modules/core"]\n');
    expect(stdout).toMatch(/^ {2}modules_network --> modules_core$/m);
    expect(stdout).not.toMatch(/^ {2}modules_core --> /m);
  });

  test('is the one that the code gives: npm run docs', () => {
    expect(PLACE.exec(readSource('docs/architecture.md'))?.[1]).toBe(stdout.trimEnd());
  });
});
