import { basename } from 'node:path';

import { InputError } from '../../modules/core/input-error';
import { type Move, readColliding, resolveLedger } from '../../modules/core/ledger';
import {
  addressPoolOf,
  ledgerFileOf,
  readConfiguration,
  readLedgerText,
  resolveNetworks,
  writeLedger,
} from '../../modules/landing-zone';
import { readBase } from './base-ledger';
import { type Outcome, outcomeOf } from '../terminal/outcome';

/** What the user says about who stays. */
export interface ResolveFlags {
  readonly config: string;
  readonly base?: string;
  readonly keep: readonly string[];
}

function render({ key, from, to }: Move): string {
  if (from === undefined) return `added ${key} (${to ?? ''})`;
  return to === undefined ? `dropped ${key} (${from})` : `moved ${key} from ${from} to ${to}`;
}

/**
 * Settles the collisions that a merge left, and writes the ledger when that changes it.
 * @throws InputError LZ-LEDGER-1 to 3, LZ-LEDGER-21, and whatever is wrong in the configuration
 * @throws OperationError LZ-LEDGER-22
 */
export function resolveCollisions({ config, base, keep }: ResolveFlags): Outcome {
  const path = ledgerFileOf(config);
  const text = readLedgerText(path);
  const entries = readColliding(text, basename(path));
  const { input } = readConfiguration(config);
  const options = {
    ...addressPoolOf(input, resolveNetworks(input)),
    keep,
    ...(base === undefined ? {} : { base: readBase(base, path) }),
  };
  try {
    const { ledger, moved } = resolveLedger(entries, options);
    if (ledger.render() !== text) writeLedger(path, ledger);
    return {
      exitCode: 0,
      lines: [...moved.map(render), `${basename(path)}: ${String(moved.length)} moved or dropped, no collision left`],
      document: { ok: true, moved },
    };
  } catch (error) {
    if (error instanceof InputError) {
      return outcomeOf(error.problems, error.message, error.problems.some(({ code }) => code === 'LZ-LEDGER-20') ? 2 : 1);
    }
    throw error;
  }
}
