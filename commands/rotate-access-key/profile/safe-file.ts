import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { open, readdir, readFile, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import writeFileAtomic from 'write-file-atomic';

import { asWritten, InputError } from '../../../modules/core/input-error';

const OWNER_WRITES = 0o200;
const ANYBODY_WRITES = 0o222;
/** Read and write for the owner, nothing for others. */
const PRIVATE = 0o600;

function refuse(subject: string, problem: string, got: string, remedy: string): InputError {
  return InputError.of({ subject, problem, got, remedy, code: 'LZ-ROTATE-8' });
}

function octal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The file that will be written: a symbolic link's target, so that the link stays.
 * @throws InputError LZ-ROTATE-8 it can't be replaced; the superuser could, but its owner took that right away
 */
export function writableTarget(path: string): string {
  const target = realpathSync(path);
  const [file, folder] = [statSync(target), statSync(dirname(target))];
  if (!file.isFile()) {
    throw refuse(path, 'the credentials are no regular file', asWritten(target), 'keep them in a file');
  }
  if ((file.mode & OWNER_WRITES) === 0 || !isWritable(target)) {
    throw refuse(target, 'the file is read-only', octal(file.mode), `make it writable: chmod u+w ${asWritten(target)}`);
  }
  // A new file takes the old one's place, so the folder is written too.
  if ((folder.mode & ANYBODY_WRITES) === 0 || !isWritable(dirname(target))) {
    const remedy = `make it writable: chmod u+w ${asWritten(dirname(target))}`;
    throw refuse(dirname(target), 'the folder is read-only', octal(folder.mode), remedy);
  }
  return target;
}

/** A rename that a power failure undoes would bring back a key that is deleted by then. */
async function keepFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Replaces a file as a whole or not at all, and waits until the disk has it. Others than its owner may never read it. */
export async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  const mode = (statSync(path, { throwIfNoEntry: false })?.mode ?? PRIVATE) & PRIVATE;
  await writeFileAtomic(path, bytes, { mode, fsync: true });
  await keepFolder(path);
}

/** Removes a file and waits until the disk has it. */
export async function removeFile(path: string): Promise<void> {
  await unlink(path);
  await keepFolder(path);
}

/** Removes what an interrupted `replaceFile` left beside the file, as far as it holds one of these words. */
export async function sweepBeside(path: string, words: readonly string[]): Promise<void> {
  const isLeftover = (name: string): boolean =>
    name.startsWith(`${basename(path)}.`) && /^\d+$/.test(name.slice(basename(path).length + 1));
  for (const name of (await readdir(dirname(path))).filter(isLeftover)) {
    const leftover = join(dirname(path), name);
    const text = await readFile(leftover, 'latin1');
    if (text === '' || words.some((word) => text.includes(word))) await unlink(leftover);
  }
}
