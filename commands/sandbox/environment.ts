import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lastLines, runChild } from './child';
import { OperationError } from '../../modules/core/operation-error';

/** A set of Python packages with a folder for its environments, beside package.json and ignored by git. */
export interface PackageSet {
  /** What they are for, in messages. */
  readonly name: string;
  readonly folder: string;
  /** The file that pins them, seen from the project's directory. */
  readonly requirements: string;
}

const EMULATOR: PackageSet = { name: 'the emulator', folder: '.emulator', requirements: 'emulator/requirements.txt' };

/** Where an environment lies, made or not. */
export interface EnvironmentPlace {
  /** Named after the requirements, so that changed ones get a new environment. */
  readonly folder: string;
  /** The interpreter in it. */
  readonly python: string;
}

/** What making an environment needs. */
export interface EnvironmentOptions {
  /** The project's directory. */
  readonly root: string;
  /** @default - the emulator's */
  readonly packages?: PackageSet;
  readonly report: (line: string) => void;
  /** @default - the making can't be interrupted */
  readonly signal?: AbortSignal | undefined;
  /**
   * The interpreter that makes the environment.
   * @default "python3"
   */
  readonly python?: string;
}

/** The directory of this project: the nearest above that holds the emulator's requirements. */
export function projectRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'emulator', 'requirements.txt'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error(`no emulator/requirements.txt above ${__dirname}`);
  return projectRoot(parent);
}

/** The place of an environment, by default the emulator's. */
export async function environmentPlace(root: string, packages: PackageSet = EMULATOR): Promise<EnvironmentPlace> {
  const version = createHash('sha256')
    .update(await readFile(join(root, packages.requirements)))
    .digest('hex')
    .slice(0, 12);
  const folder = join(root, packages.folder, version);
  return { folder, python: join(folder, 'bin', 'python') };
}

/**
 * The Python interpreter of an environment that holds a set of packages, made when it is missing.
 *
 * Its folder is named after the requirements, so changed ones get a new environment, and it is moved into place when
 * it is whole: a made environment is complete, and two processes that make it at once don't meet.
 * @throws OperationError LZ-SANDBOX-1 without Python, LZ-SANDBOX-3 when the environment can't be made
 */
export async function ensureEnvironment(options: EnvironmentOptions): Promise<string> {
  const { name, folder, requirements } = options.packages ?? EMULATOR;
  const { folder: place, python } = await environmentPlace(options.root, options.packages);
  if (existsSync(python)) return python;
  options.report(`making ${name}'s environment in ${folder}/ (once; about half a minute)`);
  const building = join(options.root, folder, `building-${process.pid}-${Date.now()}`);
  try {
    await build(building, join(options.root, requirements), options);
    await moveInto(building, place);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  await removeOutdated(join(options.root, folder), basename(place));
  return python;
}

async function build(folder: string, requirements: string, options: EnvironmentOptions): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const python = options.python ?? 'python3';
  await step(python, ['-m', 'venv', folder], 'install Python 3.10 or later with its venv module (Debian: python3-venv)', options);
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  await step(
    join(folder, 'bin', 'python'),
    install,
    'see what pip says; it needs a package index, by pip.conf or PIP_INDEX_URL',
    options,
  );
}

async function step(command: string, args: readonly string[], remedy: string, options: EnvironmentOptions): Promise<void> {
  const result = await runChild(command, args, {
    cwd: options.root,
    env: process.env,
    timeLimitSeconds: 600,
    signal: options.signal,
  });
  if (result.exitCode === 0) return;
  const { name, folder } = options.packages ?? EMULATOR;
  throw new OperationError({
    subject: folder,
    problem: `${name}'s environment can't be made:\n${lastLines(result.stderr || result.stdout)}\n`,
    remedy,
    code: 'LZ-SANDBOX-3',
  });
}

async function moveInto(building: string, place: string): Promise<void> {
  try {
    await rename(building, place);
  } catch (error) {
    // Somebody else was first; theirs is as good as ours.
    if (!existsSync(join(place, 'bin', 'python'))) throw error;
  }
}

async function removeOutdated(folder: string, version: string): Promise<void> {
  const isUnused = (name: string): boolean => /^[0-9a-f]{12}$/.test(name) && name !== version;
  const unused = (await readdir(folder)).filter(isUnused);
  await Promise.all(unused.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
