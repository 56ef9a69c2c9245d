import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(__dirname, '..', '..');

/** What is shipped; the rest is examples, measurements, tests and tools. */
export const PRODUCT = ['main.ts', 'modules', 'policies', 'commands'] as const;

/** Folders that programs write or fetch. */
const FOREIGN = new Set([
  'node_modules',
  'dist',
  'cdktf.out',
  '.emulator',
  '.checkov',
  '.git',
  '__pycache__',
  'coverage',
  'reports',
  'terraform.state',
]);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (FOREIGN.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** The files under these files and folders that have this ending, seen from the project's folder, sorted. */
export function listFiles(under: readonly string[], ending: string): string[] {
  return under
    .map((name) => join(ROOT, name))
    .filter((path) => existsSync(path))
    .flatMap((path) => (path.endsWith(ending) ? [path] : path.endsWith('.ts') ? [] : walk(path)))
    .filter((path) => path.endsWith(ending))
    .map((path) => relative(ROOT, path).split(sep).join('/'))
    .sort();
}

/** The text of a file of the project. */
export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
