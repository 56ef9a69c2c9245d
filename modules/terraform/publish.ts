import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

import { OperationError } from '../core/operation-error';
import { CLOUD_FILE } from './cloud-file';

/** @throws OperationError LZ-STACK-5 where the file system refuses */
function writing<T>(output: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const remedy = 'make the folder writable, or choose another by CDKTF_OUTDIR or --out';
    throw new OperationError({ subject: output, problem: "the output can't be written", got: code, remedy, code: 'LZ-STACK-5' });
  }
}

/** What synth owns of a stack's folder; `.terraform` and lock files beside it belong to Terraform. */
const STACK_FILES = ['cdk.tf.json', CLOUD_FILE];

/** What stands beside the stacks only while the configuration asks for it. */
const FILES_BESIDE = ['roles.json'];

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .sort();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Leftovers of synths that were killed: their directories carry the number of a process that is no more. */
function sweep(parent: string, prefix: string): void {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(prefix) ? Number(/^(\d+)-/.exec(name.slice(prefix.length))?.[1]) : Number.NaN;
    if (!Number.isNaN(pid) && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/**
 * Lets `work` write into a directory beside the output, and takes it away afterwards whatever happens: what fails or is
 * interrupted leaves the former output as it was.
 */
export function withStage<T>(output: string, work: (stage: string) => T): T {
  const parent = dirname(resolve(output));
  const prefix = `.${basename(output)}.`;
  const stage = writing(output, () => {
    mkdirSync(parent, { recursive: true });
    sweep(parent, prefix);
    return mkdtempSync(join(parent, `${prefix}${String(process.pid)}-`));
  });
  try {
    return work(stage);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Takes away what the configuration no longer makes, or a removed account would still be planned. */
function prune(output: string, made: ReadonlySet<string>): void {
  for (const file of FILES_BESIDE) if (!made.has(file)) rmSync(join(output, file), { force: true });
  for (const stack of readdirSync(join(output, 'stacks'))) {
    const folder = join('stacks', stack);
    for (const file of STACK_FILES) {
      if (!made.has(join(folder, file))) rmSync(join(output, folder, file), { force: true });
    }
    try {
      rmdirSync(join(output, folder));
    } catch {
      // What lives on isn't empty, and Terraform's own files stay.
    }
  }
}

/** What a publication did. */
export interface Publication {
  readonly written: readonly string[];
  /** Equal files aren't touched, so that nothing downstream takes them for changed. */
  readonly unchanged: number;
}

/** The stack that a file belongs to; none for what stands beside the stacks. */
function stackOf(file: string): string | undefined {
  const [folder, stack] = file.split(sep);
  return folder === 'stacks' ? stack : undefined;
}

/**
 * Moves what stands in the stage into the output, file by file, each in one step.
 * @param only the stacks whose files are replaced; everything else of the output then stays as it is. All where it is left out
 */
export function publish(stage: string, output: string, only?: readonly string[]): Publication {
  return writing(output, () => replaceFiles(stage, output, only));
}

function replaceFiles(stage: string, output: string, only: readonly string[] | undefined): Publication {
  const written: string[] = [];
  const files = filesBelow(stage).filter((file) => only === undefined || only.includes(stackOf(file) ?? ''));
  for (const file of files) {
    const [from, to] = [join(stage, file), join(output, file)];
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    written.push(file);
  }
  if (only === undefined) {
    mkdirSync(join(output, 'stacks'), { recursive: true });
    prune(output, new Set(files));
  }
  return { written, unchanged: files.length - written.length };
}
