import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

import { InputError } from '../../modules/core/input-error';
import { Ledger } from '../../modules/core/ledger';
import { OperationError } from '../sandbox/operation-error';

const NAME = 'addresses.lock.json';

/** Where the ledger of a configuration lies: beside it. */
export function ledgerPathOf(configuration: string): string {
  return join(dirname(resolve(configuration)), NAME);
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}

/**
 * The text of the file, as it is.
 * @throws InputError LZ-LEDGER-21 when it is there and can't be read
 */
export function readLedgerText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = reasonOf(error);
    // Before the first synth there is no ledger, which is an empty one.
    if (reason === 'ENOENT') return Ledger.empty.render();
    throw InputError.of({ subject: basename(path), problem: 'the ledger can\'t be read', got: reason, remedy: 'make it a readable file', code: 'LZ-LEDGER-21' });
  }
}

/**
 * The ledger of a configuration; an empty one before its first synth.
 * @throws InputError LZ-LEDGER-1 to 9 what is in it, LZ-LEDGER-21 unreadable
 */
export function readLedger(path: string): Ledger {
  return Ledger.parse(readLedgerText(path), basename(path));
}

/**
 * Replaces the file as a whole, so that nobody ever reads half of it.
 * @throws OperationError LZ-LEDGER-22
 */
export function writeLedger(path: string, ledger: Ledger): void {
  try {
    writeFileAtomic.sync(path, ledger.render());
  } catch (error) {
    throw new OperationError({ subject: basename(path), problem: 'the ledger can\'t be written', got: reasonOf(error), remedy: 'make its folder writable', code: 'LZ-LEDGER-22' });
  }
}
