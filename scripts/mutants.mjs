#!/usr/bin/env node
/**
 * npm run mutants -- policies/reachability/way --tests __tests__/policies/reachability/way
 *
 * Changes one thing at a time in the sources, as Stryker does, and runs the tests that meet the change: in one process and the
 * quickest first, so most take well under a second. Writes what survives, and a table. Sources and tests are files or
 * folders; `file.ts:10-20` are lines of one.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { Instrumenter } from '@stryker-mutator/instrumenter';

import { Bench } from './mutants/bench.mjs';

const USAGE = 'usage: npm run mutants -- SOURCE … --tests TESTS [--tests TESTS …]';
const ROOT = fileURLToPath(new URL('..', import.meta.url));

function fail(message) {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function filesIn(path, ending) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return fail(`there is no ${path}`);
  if (stat.isFile()) return [resolve(path)];
  return readdirSync(path).flatMap((name) => {
    const inside = join(path, name);
    return statSync(inside).isDirectory() || name.endsWith(ending) ? filesIn(inside, ending) : [];
  });
}

/** The sources with every mutant in them, each behind a switch. */
async function mutated(paths) {
  const files = paths.flatMap((text) => {
    const [, path, from, to = from] = /^(.*?)(?::(\d+)(?:-(\d+))?)?$/.exec(text);
    const lines = { start: { line: Number(from) - 1, column: 0 }, end: { line: Number(to), column: 0 } };
    const mutate = from === undefined ? true : [lines];
    return filesIn(path, '.ts').map((name) => ({ name, mutate, content: readFileSync(name, 'utf8') }));
  });
  const silent = { debug() {}, info() {}, isDebugEnabled: () => false };
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  return new Instrumenter(silent).instrument(files, options);
}

/** Which tests meet a mutant, the quickest files first. What is met while a file is read concerns all of its tests. */
function trialsOf({ id }, measured) {
  const trials = measured.flatMap(({ file, loadedIn, tests, meets }) => {
    const met = meets[id] ?? 0;
    const places = tests.flatMap((test, place) => (met > 0 || id in test.meets ? [place] : []));
    if (met === 0 && places.length === 0) return [];
    const hits = places.reduce((sum, place) => sum + (tests[place].meets[id] ?? 0), met);
    const takes = places.reduce((sum, place) => sum + tests[place].takes, loadedIn);
    return [{ file, places: met > 0 ? undefined : places, hits, takes }];
  });
  return trials.sort((a, b) => a.takes - b.takes);
}

function originalOf({ fileName, location: { start, end } }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  return lines.join('\n');
}

function lineOf(mutant, fate) {
  const { fileName, location, mutatorName, replacement } = mutant;
  const short = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 100);
  const place = `${relative(ROOT, fileName)}:${location.start.line + 1}:${location.start.column + 1}`;
  return `${place} ${fate}, ${mutatorName}: ${short(originalOf(mutant))} → ${short(replacement)}`;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { tests: { type: 'string', multiple: true, default: [] } },
});
if (positionals.length === 0 || values.tests.length === 0) fail('sources and their tests are asked for');

const { files, mutants } = await mutated(positionals);
const bench = new Bench(new Map(files.map(({ name, content }) => [name, content])), ROOT);
const measured = [];
for (const file of values.tests.flatMap((path) => filesIn(path, '.test.ts'))) measured.push(await bench.measure(file));

const fates = new Map();
for (const mutant of mutants) {
  const fate = await bench.fateOf(mutant.id, trialsOf(mutant, measured));
  fates.set(mutant, fate);
  if (fate === 'survives' || fate === 'not met') console.log(lineOf(mutant, fate));
}
await bench.close();

console.log('\n| File | Mutants | Killed | Endless | Survive | Not met |\n|---|---|---|---|---|---|');
for (const { name } of files) {
  const own = mutants.filter(({ fileName }) => fileName === name).map((mutant) => fates.get(mutant));
  const counts = ['killed', 'endless', 'survives', 'not met'].map((fate) => own.filter((one) => one === fate).length);
  console.log(`| \`${relative(ROOT, name)}\` | ${[own.length, ...counts].join(' | ')} |`);
}
