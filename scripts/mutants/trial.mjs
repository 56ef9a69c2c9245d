/**
 * One thread that runs tests while a mutant is switched on. Each file of tests gets modules of its own, as under jest: so
 * nothing that one mutant made stays behind for the next, and what runs while a file is read meets its mutant too.
 */
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';

import ts from 'typescript';

const require = createRequire(import.meta.url);
const circus = require('jest-circus');

const { sources, setup } = workerData;
const { expect } = require('expect');
Object.assign(globalThis, circus, { expect });
/** What the instrumented sources ask which mutant is on, and tell which mutants they met. */
const stryker = (globalThis.__stryker__ = { mutantCoverage: { static: {}, perTest: {} } });

const compiled = new Map();
require.extensions['.ts'] = (module, path) => {
  let code = compiled.get(path);
  if (code === undefined) {
    const text = sources.get(path) ?? ts.sys.readFile(path);
    const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };
    code = ts.transpileModule(text, { compilerOptions: options, fileName: path }).outputText;
    compiled.set(path, code);
  }
  module._compile(code, path);
};

/** Reads a file of tests with everything that it imports, but for packages. */
function read(file) {
  const own = Object.keys(require.cache).filter((path) => !path.includes(`${sep}node_modules${sep}`));
  for (const path of own) delete require.cache[path];
  circus.resetState();
  for (const path of [...setup, file]) require(path);
  return testsIn(circus.getState().rootDescribeBlock);
}

function testsIn({ children }) {
  const tests = children.flatMap((child) => (child.type === 'describeBlock' ? testsIn(child) : [child]));
  return tests.filter(({ mode }) => mode !== 'skip' && mode !== 'todo');
}

const blocksOf = ({ parent }) => (parent === undefined ? [] : [...blocksOf(parent), parent]);

/** The hooks of a kind that are a test's, but for those that ran already. */
async function runHooks(test, kind, done = new Set()) {
  for (const hook of blocksOf(test).flatMap(({ hooks }) => hooks)) {
    if (hook.type !== kind || done.has(hook)) continue;
    done.add(hook);
    await hook.fn();
  }
}

async function runTest(test, ready) {
  await runHooks(test, 'beforeAll', ready);
  await runHooks(test, 'beforeEach');
  await test.fn();
  await runHooks(test, 'afterEach');
}

/** Without a mutant: how long each test takes, and how often it meets which mutants. */
async function measure(file) {
  stryker.mutantCoverage.static = {};
  const began = performance.now();
  const tests = read(file);
  const loadedIn = performance.now() - began;
  const ready = new Set();
  const measured = [];
  for (const [place, test] of tests.entries()) {
    stryker.currentTestId = `${file} ${place}`;
    const start = performance.now();
    await runTest(test, ready);
    measured.push({ takes: performance.now() - start, meets: stryker.mutantCoverage.perTest[stryker.currentTestId] ?? {} });
    stryker.currentTestId = undefined;
  }
  for (const test of tests) await runHooks(test, 'afterAll', ready);
  return { file, loadedIn, tests: measured, meets: stryker.mutantCoverage.static };
}

/** Whether a test fails, or the file can't be read. `places` left out: all of its tests. */
async function fails({ file, places, hitLimit }) {
  Object.assign(stryker, { hitCount: 0, hitLimit });
  const ready = new Set();
  let run = [];
  try {
    const tests = read(file);
    run = places === undefined ? tests : tests.filter((_, place) => places.includes(place));
    for (const test of run) await runTest(test, ready);
    return false;
  } catch {
    return true;
  } finally {
    for (const test of run) await runHooks(test, 'afterAll', ready).catch(() => undefined);
  }
}

async function fateOf(mutant, trials) {
  stryker.activeMutant = mutant;
  for (const trial of trials) if (await fails(trial)) return 'killed';
  return 'survives';
}

parentPort.on('message', ({ file, mutant, trials }) => {
  const answer = file === undefined ? fateOf(mutant, trials) : measure(file);
  void answer.then(
    (value) => parentPort.postMessage({ value }),
    (error) => parentPort.postMessage({ failed: String(error?.stack ?? error) }),
  );
});
