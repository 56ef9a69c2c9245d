import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** Whether a stack reads or makes parameters: what it says may depend on others, or others on it. */
function hasParameters(former: string, name: string): boolean {
  return readFileSync(join(former, 'stacks', name, 'cdk.tf.json'), 'utf8').includes('"aws_ssm_parameter"');
}

/** The stacks of another text, and where one of them has to do with parameters, all that have. */
function affected(former: string, names: readonly string[], same: ReadonlySet<string>): ReadonlySet<string> {
  const changed = names.filter((name) => !same.has(name));
  const isJoined = changed.some((name) => hasParameters(former, name));
  return new Set([...changed, ...(isJoined ? names.filter((name) => hasParameters(former, name)) : [])]);
}

/**
 * What a synth in one folder changes of what lies in another. Only stacks of another text are read, with those whose parameters
 * they read: of a thousand accounts most stay as they are.
 * @returns undefined where nothing lies there
 * @throws InputError LZ-READ-1 to LZ-READ-13 what lies there can't be read
 */
export function differenceSince(former: string, folder: string, { stacks }: Universe): Difference | undefined {
  const place = join(former, 'stacks');
  if (!existsSync(place)) return undefined;
  const names = readdirSync(place).filter((name) => existsSync(join(place, name, 'cdk.tf.json')));
  if (names.length === 0) return undefined;
  const same = new Set(stacks.filter((stack) => isSame(stack, folder, former)).map(({ name }) => name));
  const read = affected(former, names, same);
  return stackDifference(
    read.size === 0 ? [] : readDocuments(former, (name) => read.has(name)),
    stacks.filter(({ name }) => read.has(name) || !same.has(name)).map((stack) => ({ name: stack.name, form: 'written', stack })),
  );
}
