import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { StackDocument, Universe } from '../model/universe';
import type { Difference } from './change';
import { stackDifference } from './difference';
import { readDocuments } from './read-documents';
import { isSameFile } from './same-file';

/** Whether a stack's files are those that lie at the same places in another folder. */
function isSame({ files = [] }: StackDocument, folder: string, former: string): boolean {
  return files.every((file) => isSameFile(file, join(former, relative(folder, file))));
}

/**
 * What a synth in one folder changes of what lies in another. Where any stack has another text, all are read and compared: what a
 * stack says depends on those whose parameters it reads.
 * @returns undefined where nothing lies there
 * @throws InputError LZ-READ-1 to LZ-READ-13 what lies there can't be read
 */
export function differenceSince(former: string, folder: string, { stacks }: Universe): Difference | undefined {
  const place = join(former, 'stacks');
  if (!existsSync(place)) return undefined;
  const names = readdirSync(place).filter((name) => existsSync(join(place, name, 'cdk.tf.json')));
  if (names.length === 0) return undefined;
  const isAlike = names.length === stacks.length && stacks.every((stack) => isSame(stack, folder, former));
  if (isAlike) return stackDifference([], []);
  return stackDifference(
    readDocuments(former),
    stacks.map((stack) => ({ name: stack.name, form: 'written', stack })),
  );
}
