import { basename } from 'node:path';

import { idOf } from '../../modules/core/ledger';
import { readLedger, writeLedger } from '../../modules/landing-zone';
import type { Outcome } from '../terminal/outcome';

/**
 * Drops the tombstones, for when Terraform has destroyed what they stood for.
 * @throws InputError LZ-LEDGER-1 to 9, LZ-LEDGER-21
 * @throws OperationError LZ-LEDGER-22
 */
export function pruneLedger(path: string): Outcome {
  const ledger = readLedger(path);
  const pruned = ledger.tombstones.map(idOf);
  if (pruned.length > 0) writeLedger(path, ledger.prune());
  const left = ledger.entries.length - pruned.length;
  return {
    exitCode: 0,
    lines: [...pruned.map((id) => `pruned ${id}`), `${basename(path)}: ${String(pruned.length)} pruned, ${String(left)} left`],
    document: { ok: true, pruned, left },
  };
}
