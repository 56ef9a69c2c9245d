import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a lock file has of providers but their versions. */
export function withoutHashes(text: string): string {
  return text.replace(/^ *hashes = \[[^\]]*\]\n/gm, '');
}

/**
 * Leaves the versions in the lock file of a folder. A provider that was just installed was just checked; with its hashes each
 * command would read its 700 MB again, which takes a quarter of the time of a plan.
 */
export function forgetHashes(directory: string): void {
  const file = join(directory, '.terraform.lock.hcl');
  // A stack without a provider has none.
  if (existsSync(file)) writeFileSync(file, withoutHashes(readFileSync(file, 'utf8')));
}
