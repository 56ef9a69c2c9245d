import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What is held of a file at once: of a thousand stacks whole texts would be 100 MB. @unit bytes */
const BLOCK = 64 * 1024;

const [one, other] = [Buffer.alloc(BLOCK), Buffer.alloc(BLOCK)];

function haveSameText(a: number, b: number): boolean {
  const { size } = fstatSync(a);
  if (size !== fstatSync(b).size) return false;
  for (let at = 0; at < size; at += BLOCK) {
    const read = readSync(a, one, 0, BLOCK, at);
    if (readSync(b, other, 0, BLOCK, at) !== read || one.compare(other, 0, read, 0, read) !== 0) return false;
  }
  return true;
}

/** Whether a file is there and holds what another one does. */
export function isSameFile(file: string, perhaps: string): boolean {
  const a = openSync(file, 'r');
  try {
    const b = openSync(perhaps, 'r');
    try {
      return haveSameText(a, b);
    } finally {
      closeSync(b);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  } finally {
    closeSync(a);
  }
}
