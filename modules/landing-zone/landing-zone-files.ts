import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { sync as writeFileAtomic } from 'write-file-atomic';

import { asWritten, InputError } from '../core/input-error';
import { Ledger } from '../core/ledger';
import { OperationError } from '../core/operation-error';
import { type Configuration, parseConfiguration } from './configuration';

/** The ledger's name; it always lies beside the configuration. */
const LEDGER_FILE = 'addresses.lock.json';

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/**
 * Reads the configuration.
 * @throws InputError LZ-FILE-1 unreadable, LZ-CFG-n and others: every mistake at once
 */
export function readConfiguration(file: string): Configuration {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const problem = `the configuration can't be read (${reasonOf(error)})`;
    const remedy = 'give the path of a landing-zone.yaml, by LANDING_ZONE or --config';
    throw InputError.of({ subject: file, problem, got: asWritten(file), remedy, code: 'LZ-FILE-1' });
  }
  return parseConfiguration({ file, bytes });
}

/** Where the ledger of a configuration lies: beside it. */
export function ledgerFileOf(configuration: string): string {
  return join(dirname(configuration), LEDGER_FILE);
}

/**
 * The text of a ledger, as it is; one that isn't there yet is empty.
 * @throws InputError LZ-LEDGER-21 when it is there and can't be read
 */
export function readLedgerText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // Before the first synth there is no ledger, which is an empty one.
    if (reasonOf(error) === 'ENOENT') return Ledger.empty.render();
    const remedy = 'make it a readable file';
    throw InputError.of({
      subject: basename(file),
      problem: "the ledger can't be read",
      got: reasonOf(error),
      remedy,
      code: 'LZ-LEDGER-21',
    });
  }
}

/**
 * Reads a ledger.
 * @throws InputError LZ-LEDGER-1 to 9 what is in it, LZ-LEDGER-21 unreadable
 */
export function readLedger(file: string): Ledger {
  return Ledger.parse(readLedgerText(file), basename(file));
}

/**
 * Replaces the file as a whole, so that nobody ever reads half of it; an equal one stays untouched.
 * @throws OperationError LZ-LEDGER-22
 */
export function writeLedger(file: string, ledger: Ledger): void {
  const text = ledger.render();
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  try {
    writeFileAtomic(file, text);
  } catch (error) {
    const remedy = 'make its folder writable';
    throw new OperationError({
      subject: basename(file),
      problem: "the ledger can't be written",
      got: reasonOf(error),
      remedy,
      code: 'LZ-LEDGER-22',
    });
  }
}
