import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { sync as writeFileAtomicSync } from 'write-file-atomic';

import { OperationError } from '../../modules/core/operation-error';
import { lastLines, runChild } from '../sandbox/child';
import { type ProviderSet, providerSets } from './provider-sets';

const LOCK_FILE = '.terraform.lock.hcl';
/** A registry is asked for packages of every platform: hundreds of megabytes. @unit seconds */
const TIME_LIMIT = 1800;

/** What is locked, and from where. */
export interface LockRequest {
  /** The output folder. */
  readonly out: string;
  /** Such as linux_amd64. */
  readonly platforms: readonly string[];
  /** A folder with packages instead of the registry. */
  readonly mirror?: string;
  /** Take the newest versions instead of those that are locked. */
  readonly upgrade: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** One lock file, and the stacks that have it. */
export interface LockedSet {
  /** Version by provider, as it is locked. */
  readonly versions: Readonly<Record<string, string>>;
  readonly stacks: number;
  /** How many of them didn't have it before. */
  readonly changed: number;
}

function versionsIn(lock: string): Readonly<Record<string, string>> {
  const blocks = lock.matchAll(/^provider "([^"]+)" \{\s*\n\s*version\s*=\s*"([^"]+)"/gm);
  return Object.fromEntries([...blocks].map(([, provider = '', version = '']) => [provider, version]));
}

function readLock(folder: string): string | undefined {
  const file = join(folder, LOCK_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The lock file that Terraform gives a configuration with these providers and nothing else. */
async function lockOf({ providers, folders }: ProviderSet, request: LockRequest): Promise<string> {
  const { platforms, mirror, upgrade, env, signal } = request;
  const work = mkdtempSync(join(tmpdir(), 'plinth-lock-'));
  try {
    writeFileSync(join(work, 'main.tf.json'), JSON.stringify({ terraform: { required_providers: providers } }));
    const kept = folders.find((folder) => existsSync(join(folder, LOCK_FILE)));
    if (!upgrade && kept !== undefined) copyFileSync(join(kept, LOCK_FILE), join(work, LOCK_FILE));
    const args = ['providers', 'lock', ...platforms.map((platform) => `-platform=${platform}`)];
    if (mirror !== undefined) args.push(`-fs-mirror=${resolve(mirror)}`);
    const limits = { timeLimitSeconds: TIME_LIMIT, ...(signal === undefined ? {} : { signal }) };
    const { exitCode, stdout, stderr } = await runChild('terraform', args, {
      cwd: work,
      env: { ...env, TF_IN_AUTOMATION: '1' },
      ...limits,
    });
    const lock = readLock(work);
    if (exitCode === 0 && lock !== undefined) return lock;
    throw new OperationError({
      subject: 'terraform providers lock',
      problem: `failed with exit code ${String(exitCode)}: ${lastLines(stderr === '' ? stdout : stderr)}`,
      remedy: 'name platforms that the provider is published for; without a registry name a folder with its packages by --mirror',
      code: 'LZ-LOCK-2',
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Gives every stack of an output folder its lock file, so that each machine and platform takes the same packages. Terraform is
 * asked once for each set of providers, however many stacks there are; whatever is locked already keeps its version.
 * @throws InputError LZ-LOCK-1, OperationError LZ-LOCK-2, LZ-SANDBOX-1, LZ-SANDBOX-2
 */
export async function lockProviders(request: LockRequest): Promise<readonly LockedSet[]> {
  const sets = providerSets(request.out);
  // All before any: a second set that can't be locked leaves the first as it was.
  const locks: { readonly set: ProviderSet; readonly lock: string }[] = [];
  for (const set of sets) locks.push({ set, lock: await lockOf(set, request) });
  return locks.map(({ set, lock }) => {
    const stale = set.folders.filter((folder) => readLock(folder) !== lock);
    for (const folder of stale) writeFileAtomicSync(join(folder, LOCK_FILE), lock);
    return { versions: versionsIn(lock), stacks: set.folders.length, changed: stale.length };
  });
}
