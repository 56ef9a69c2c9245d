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
    const {
      numPassedTests = 0,
      numFailedTests = 0,
      numPendingTests = 0,
      numTodoTests = 0,
      numRuntimeErrorTestSuites = 0,
    } = readTotals(results);
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    // A run that ends badly without a failed test (a crash, no test found) has failed all the same.
    return { passed: numPassedTests, failed: good ? failed : Math.max(1, failed), skipped: numPendingTests + numTodoTests };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs one lane, its output passed on: {name, passed, failed, skipped, seconds}. */
export async function runLane({ name, command, project }) {
  const start = performance.now();
  const totals =
    project === undefined
      ? (await run(command))
        ? { passed: 1, failed: 0, skipped: 0 }
        : { passed: 0, failed: 1, skipped: 0 }
      : await runTests(command);
  return { name, ...totals, seconds: (performance.now() - start) / 1000 };
}
