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
 * What a synth in one folder changes of what lies in another: only stacks of another text are read and compared.
 * @returns undefined where nothing lies there
 * @throws InputError LZ-READ-1 to LZ-READ-13 what lies there can't be read
 */
export function differenceSince(former: string, folder: string, { stacks }: Universe): Difference | undefined {
  const place = join(former, 'stacks');
  if (!existsSync(place) || readdirSync(place).length === 0) return undefined;
  const same = new Set(stacks.filter((stack) => isSame(stack, folder, former)).map(({ name }) => name));
  const others = readdirSync(place).filter((name) => !same.has(name) && existsSync(join(place, name, 'cdk.tf.json')));
  const before = others.length === 0 ? [] : readDocuments(former, (name) => others.includes(name));
  const after = stacks.filter(({ name }) => !same.has(name));
  return stackDifference(
    before,
    after.map((stack) => ({ name: stack.name, form: 'written', stack })),
  );
}
