import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is written at once. @unit characters */
const BLOCK = 256 * 1024;

/** Writes files into a folder, which is made. */
export function writeReport(folder: string, files: Iterable<readonly [name: string, text: Iterable<string>]>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) {
    const file = openSync(join(folder, name), 'w');
    try {
      let block = '';
      for (const piece of text) {
        block += piece;
        if (block.length < BLOCK) continue;
        writeFileSync(file, block);
        block = '';
      }
      writeFileSync(file, block);
    } finally {
      closeSync(file);
    }
  }
}
