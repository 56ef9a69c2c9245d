import { basename } from 'node:path';

import { InputError } from '../../modules/core/input-error';
import { Ledger, readColliding } from '../../modules/core/ledger';
import { readLedgerText } from '../../modules/landing-zone';
import { type Outcome, outcomeOf } from '../terminal/outcome';

function count(number: number, what: string): string {
  return `${String(number)} ${what}${number === 1 ? '' : 's'}`;
}

/**
 * Says whether the ledger can be used. Collisions are findings; what isn't a ledger at all is unreadable.
 * @throws InputError LZ-LEDGER-1 to 3, LZ-LEDGER-21, LZ-CIDR-n
 */
export function checkLedger(path: string): Outcome {
  const [text, file] = [readLedgerText(path), basename(path)];
  readColliding(text, file);
  try {
    const { entries, tombstones } = Ledger.parse(text, file);
    const [allocations, freed] = [entries.length - tombstones.length, tombstones.length];
    return {
      exitCode: 0,
      lines: [`${file}: ${count(allocations, 'allocation')}, ${count(freed, 'tombstone')}, no collision`],
      document: { ok: true, allocations, tombstones: freed },
    };
  } catch (error) {
    if (error instanceof InputError) return outcomeOf(error.problems, error.message, 1);
    throw error;
  }
}
