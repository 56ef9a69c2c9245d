import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs the bundle with the code that V8 compiled for it the last time: of a start, compiling is the most. V8 itself
 * refuses code of another version, other flags or another text; then, and the first time, it is compiled anew and kept for the
 * next start, where the folder may be written.
 */
const bundle = join(__dirname, '../../start.bundle.js');
const kept = join(__dirname, '../../start.bundle.cache');

function readKept(): Buffer | undefined {
  try {
    return readFileSync(kept);
  } catch {
    return undefined;
  }
}

/** What isn't kept is compiled again: no failure of anything. */
function keep(script: Script): void {
  const draft = `${kept}.${String(process.pid)}`;
  try {
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, kept);
  } catch {
    // A folder of somebody else's, or a full disk.
    rmSync(draft, { force: true });
  }
}

const cachedData = readKept();
// The form in which Node runs every CommonJS file.
const text = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(bundle, 'utf8')}\n});`;
const script = new Script(text, { filename: bundle, ...(cachedData === undefined ? {} : { cachedData }) });
const started = new Module(bundle);
const load = Object.assign(createRequire(bundle), { main: started });
const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
// With what was called on the way: at the end, functions that a start needs are compiled.
if (cachedData === undefined || script.cachedDataRejected === true) {
  process.once('exit', () => {
    keep(script);
  });
}
run.call(started.exports, started.exports, load, started, bundle, dirname(bundle));
