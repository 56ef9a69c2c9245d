import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { sync as writeFileAtomic } from 'write-file-atomic';

import { OperationError } from '../../modules/core/operation-error';

/**
 * Writes a file beside its place and renames it: whoever is interrupted leaves the former one. Its folder is made.
 * @throws OperationError LZ-CHECK-11
 */
export function writeWhole(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileAtomic(file, text);
  } catch (error) {
    const got = (error as NodeJS.ErrnoException).code ?? String(error);
    const remedy = 'choose a place that can be written';
    throw new OperationError({ subject: file, problem: "the file can't be written", got, remedy, code: 'LZ-CHECK-11' });
  }
}
