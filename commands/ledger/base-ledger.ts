import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import { asWritten, InputError } from '../../modules/core/input-error';
import { Ledger } from '../../modules/core/ledger';
import { readLedger } from '../../modules/landing-zone';

/**
 * The ledger that stands: a file, or the one of a git branch, tag or commit.
 * @throws InputError LZ-LEDGER-1 to 9 what is in it, LZ-LEDGER-21 neither a file nor of a revision
 */
export function readBase(base: string, ledgerPath: string): Ledger {
  if (existsSync(base)) return readLedger(base);
  const file = `${base}:./${basename(ledgerPath)}`;
  let text: string;
  try {
    text = execFileSync('git', ['show', '--end-of-options', file], {
      cwd: dirname(ledgerPath),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    const remedy = 'name a ledger file, or a branch or commit that has the ledger';
    throw InputError.of({
      subject: '--base',
      problem: 'it is neither a file nor a git revision with a ledger',
      got: asWritten(base),
      remedy,
      code: 'LZ-LEDGER-21',
    });
  }
  return Ledger.parse(text, file);
}
