import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs `work` in a folder of its own with these files, which then goes away. */
export function withFiles<T>(files: Readonly<Record<string, string | Uint8Array | object>>, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-read-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      const isText = typeof content === 'string' || content instanceof Uint8Array;
      writeFileSync(file, isText ? content : JSON.stringify(content));
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
