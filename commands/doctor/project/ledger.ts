import { existsSync } from 'node:fs';

import { InputError } from '../../../modules/core/input-error';
import { readLedger } from '../../../modules/landing-zone';
import { type Check, ok, problem, type Subject } from '../check';

const LEDGER: Subject = { id: 'ledger', title: 'address ledger' };

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** Whether the ledger can be read, and nothing in it collides. */
export function ledgerCheck(file: string): Check {
  if (!existsSync(file)) return ok(LEDGER, 'none yet: the first synth makes it');
  try {
    const { entries, tombstones } = readLedger(file);
    return ok(
      LEDGER,
      `${count(entries.length - tombstones.length, 'allocation')}, ${count(tombstones.length, 'tombstone')}, no collision`,
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const remedy = 'plinth ledger check says the same; after a merge, plinth ledger resolve moves the newer one';
    return problem(LEDGER, { found: error.message, remedy });
  }
}
