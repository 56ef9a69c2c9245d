import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { sync as writeFileAtomic } from 'write-file-atomic';

import { asWritten, InputError } from '../core/input-error';
import { Ledger } from '../core/ledger';
import { type Configuration, parseConfiguration } from './configuration';

/** The ledger's name; it always lies beside the configuration. */
export const LEDGER_FILE = 'addresses.lock.json';

function read(file: string, what: string, remedy: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const problem = `the ${what} can't be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
    throw InputError.of({ subject: file, problem, got: asWritten(file), remedy, code: 'LZ-FILE-1' });
  }
}

/**
 * Reads the configuration.
 * @throws InputError LZ-FILE-1 unreadable, LZ-CFG-n and others: every mistake at once
 */
export function readConfiguration(file: string): Configuration {
  return parseConfiguration({
    file,
    bytes: read(file, 'configuration', 'give the path of a landing-zone.yaml, by LANDING_ZONE or --config'),
  });
}

/** Where the ledger of a configuration lies. */
export function ledgerFileOf(configuration: string): string {
  return join(dirname(configuration), LEDGER_FILE);
}

/**
 * Reads the ledger beside a configuration; one that isn't there is empty.
 * @throws InputError LZ-FILE-1, LZ-LEDGER-n
 */
export function readLedger(configuration: string): Ledger {
  const file = ledgerFileOf(configuration);
  if (!existsSync(file)) return Ledger.empty;
  return Ledger.parse(read(file, 'ledger', 'make it readable').toString('utf8'), file);
}

/** Writes the ledger in one step, if it differs. */
export function writeLedger(configuration: string, ledger: Ledger): void {
  const file = ledgerFileOf(configuration);
  const text = ledger.render();
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileAtomic(file, text);
}
