import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMPILED = join(__dirname, '../../../dist/commands/start');
const BUNDLE = 'start.bundle.js';
const CACHE = 'start.bundle.cache';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-start-'));
  mkdirSync(join(folder, 'commands'));
  cpSync(COMPILED, join(folder, 'commands', 'start'), { recursive: true });
  bundle('first');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A bundle as esbuild makes them: it asks whether it is what was started, loads a module, and sets an exit code. */
function bundle(word: string): void {
  const text = `if (require.main === module) console.log('${word}', require('node:path').basename(__filename)); process.exitCode = 7;`;
  writeFileSync(join(folder, BUNDLE), text);
}

function start(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'commands/start/main.js')], { encoding: 'utf8' });
  return `${String(status)} ${stdout.trim()}${stderr}`;
}

function files(): string[] {
  return readdirSync(folder).sort();
}

test('runs the bundle as the program that was started, and keeps what V8 compiled', () => {
  expect(start()).toBe('7 first start.bundle.js');
  expect(files()).toEqual(['commands', CACHE, BUNDLE]);
});

test('runs from what was kept, which stays as it is', () => {
  start();
  const kept = readFileSync(join(folder, CACHE));

  expect(start()).toBe('7 first start.bundle.js');
  expect(readFileSync(join(folder, CACHE)).equals(kept)).toBe(true);
});

test('never runs what was kept of another bundle', () => {
  start();
  bundle('a second, longer one');

  expect(start()).toBe('7 a second, longer one start.bundle.js');
});

test('takes the place of what is damaged', () => {
  writeFileSync(join(folder, CACHE), 'no code');

  expect(start()).toBe('7 first start.bundle.js');
  expect(readFileSync(join(folder, CACHE), 'latin1')).not.toBe('no code');
});

test('starts all the same where nothing can be kept', () => {
  mkdirSync(join(folder, CACHE));

  expect(start()).toBe('7 first start.bundle.js');
  expect(files()).toEqual(['commands', CACHE, BUNDLE]);
});
