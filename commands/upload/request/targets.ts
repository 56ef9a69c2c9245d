import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { asWritten, InputError, ProblemList } from '../../../modules/core/input-error';
import { comparableHost } from '../api/token';
import { cloudBlockIn } from './cloud-block';
import type { Flags } from './flags';

/** A stack and where it runs. */
export interface Target {
  /** The name of its folder. */
  readonly stack: string;
  readonly folder: string;
  /** As it was named on the command line, for the one that resumes. */
  readonly named: string;
  readonly host: string;
  readonly organization: string;
  readonly workspace: string;
}

const DEFAULT_HOST = 'app.terraform.io';
const NAME = /^[A-Za-z0-9_-]{1,90}$/;

function isStack(folder: string): boolean {
  return (
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true &&
    readdirSync(folder).some((name) => /\.tf(\.json)?$/.test(name))
  );
}

/** The stacks of an output folder, in the order in which they are applied. @throws InputError LZ-UPLOAD-11 */
function inOrder(folder: string): string[] {
  const file = join(folder, 'order.json');
  try {
    const { waves } = JSON.parse(readFileSync(file, 'utf8')) as { readonly waves: readonly (readonly string[])[] };
    return waves.flat().map((stack) => join(folder, 'stacks', stack));
  } catch {
    const remedy = 'synthesise again, or name the folders of single stacks';
    throw InputError.of({ subject: file, problem: 'the order of the stacks is not readable', remedy, code: 'LZ-UPLOAD-11' });
  }
}

/** @throws InputError LZ-UPLOAD-1 */
function foldersOf(path: string): string[] {
  const folders = existsSync(join(path, 'order.json')) ? inOrder(path) : [path];
  const problems = new ProblemList();
  for (const folder of folders.filter((each) => !isStack(each))) {
    const problem = 'there is no stack: a folder with *.tf or *.tf.json';
    const remedy = 'name the folder of a stack, or the output folder of a synthesis';
    problems.add({ subject: 'STACK-DIRECTORY', problem, got: asWritten(folder), remedy, code: 'LZ-UPLOAD-1' });
  }
  problems.throwIfAny();
  return folders;
}

function hostOf(text: string): string {
  // A name, and a port where it isn't the usual one: nothing that makes a URL lead elsewhere.
  if (/^[\p{L}\p{N}.-]+(:\d{1,5})?$/u.test(text) && comparableHost(text) !== '') return comparableHost(text);
  const remedy = 'write a name like app.terraform.io, with :port where it has one';
  throw InputError.of({ problem: 'this is no host', got: asWritten(text), remedy, code: 'LZ-UPLOAD-2' });
}

function nameOf(problem: string, text: string | undefined, remedy: string): string {
  if (text !== undefined && NAME.test(text)) return text;
  const got = text === undefined ? {} : { got: asWritten(text) };
  throw InputError.of({ problem, ...got, remedy, code: 'LZ-UPLOAD-3' });
}

const stated = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

/** @throws InputError everything that is wrong with it */
function targetOf(folder: string, flags: Flags, env: NodeJS.ProcessEnv): Target {
  const problems = new ProblemList();
  const stack = basename(resolve(folder));
  const block = cloudBlockIn(folder);
  const subject = `stack ${stack}`;
  const host = problems.attempt(subject, () =>
    hostOf(flags.hostname ?? block.hostname ?? stated(env.TF_CLOUD_HOSTNAME) ?? DEFAULT_HOST),
  );
  const organization = problems.attempt(subject, () => {
    const text = flags.organization ?? block.organization ?? stated(env.TF_CLOUD_ORGANIZATION);
    const problem = text === undefined ? 'nothing says which organization it belongs to' : 'this is no name of an organization';
    return nameOf(problem, text, 'give --organization, a cloud block, or TF_CLOUD_ORGANIZATION');
  });
  const workspace = problems.attempt(subject, () =>
    nameOf('this is no name of a workspace', flags.workspace ?? block.workspace ?? stack, 'use letters, digits, - and _'),
  );
  problems.throwIfAny();
  if (host === undefined || organization === undefined || workspace === undefined) throw new Error('what is wrong was not told');
  return { stack, folder: resolve(folder), named: folder, host, organization, workspace };
}

/**
 * The stacks that a command line names, an output folder for all of its own, each with where it runs.
 * @throws InputError everything that is wrong, at once
 */
export function targetsOf(paths: readonly string[], flags: Flags, env: NodeJS.ProcessEnv): readonly Target[] {
  const problems = new ProblemList();
  const folders = paths.flatMap((path) => problems.attempt('', () => foldersOf(path)) ?? []);
  const targets = folders.flatMap((folder) => problems.attempt('', () => targetOf(folder, flags, env)) ?? []);
  problems.throwIfAny();
  return targets;
}
