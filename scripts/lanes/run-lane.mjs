import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

function readTotals(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

async function runTests(command) {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-lane-'));
  const results = join(folder, 'results.json');
  try {
    const good = await run([...command, '--json', '--outputFile', results]);
    const totals = readTotals(results);
    const count = (...keys) => keys.reduce((total, key) => total + (totals[key] ?? 0), 0);
    const passed = count('numPassedTests');
    const skipped = count('numPendingTests', 'numTodoTests');
    const failed = count('numFailedTests', 'numRuntimeErrorTestSuites');
    // A run that ends badly without a failed test (a crash), or ran none at all, has failed all the same.
    return { passed, skipped, failed: good && passed + skipped > 0 ? failed : Math.max(1, failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runOnce(command) {
  const good = await run(command);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
}

/** Runs one lane, its output passed on: {name, passed, failed, skipped, seconds}. */
export async function runLane({ name, command, project }) {
  const start = performance.now();
  const counts = await (project === undefined ? runOnce(command) : runTests(command));
  return { name, ...counts, seconds: (performance.now() - start) / 1000 };
}
