import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lets a folder be used, and takes it away. */
export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'duel-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
