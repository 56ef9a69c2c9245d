#!/usr/bin/env node
/**
 * The folders and who imports whom, as a mermaid graph; --write puts it into docs/architecture.md. A folder's arrows are
 * those of all its files, so the graph can't be prettier than the code.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';

chdir(fileURLToPath(new URL('..', import.meta.url)));
const { sourceRoots } = await import('./lanes/source-roots.mjs');

const PAGE = 'docs/architecture.md';
const START = '<!-- graph: npm run docs -->';
const END = '<!-- /graph -->';
const DEPTH = 2;

const folderOf = (file) => (file.includes('/') ? file.split('/').slice(0, -1).slice(0, DEPTH).join('/') : file);
const idOf = (folder) => folder.replace(/[^a-z0-9]+/gi, '_');

function cruise() {
  const roots = sourceRoots.filter((root) => root !== 'examples' && root !== 'bench');
  const args = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs'];
  const options = ['--include-only', `^(${roots.join('|')})`, '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, [...args, ...options, ...roots], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout).modules;
}

function render(modules) {
  const folders = [...new Set(modules.map(({ source }) => folderOf(source)))].sort();
  const arrows = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => [folderOf(source), folderOf(resolved)]).filter(([from, to]) => from !== to),
  );
  const drawn = [...new Set(arrows.map(([from, to]) => `  ${idOf(from)} --> ${idOf(to)}`))].sort();
  return ['```mermaid', 'flowchart LR', ...folders.map((folder) => `  ${idOf(folder)}["${folder}"]`), ...drawn, '```'].join('\n');
}

function readPage() {
  try {
    return readFileSync(PAGE, 'utf8');
  } catch {
    return `# Architecture\n\n${START}\n${END}\n`;
  }
}

const graph = render(cruise());
if (process.argv[2] === '--write') {
  const page = readPage();
  const [from, to] = [page.indexOf(START), page.indexOf(END)];
  if (from < 0 || to < from)
    throw new Error(`${PAGE} has no place for the graph: write "${START}" and "${END}" on lines of their own`);
  mkdirSync(dirname(PAGE), { recursive: true });
  writeFileSync(PAGE, `${page.slice(0, from + START.length)}\n${graph}\n${page.slice(to)}`);
} else {
  console.log(graph);
}
