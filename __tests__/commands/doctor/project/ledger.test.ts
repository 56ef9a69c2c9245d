import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ledgerCheck } from '../../../../commands/doctor/project/ledger';
import { file as ledgerText } from '../../ledger/workspace';

const ledger = { id: 'ledger', title: 'address ledger' };
const remedy = 'plinth ledger check says the same; after a merge, plinth ledger resolve moves the newer one';
const A = '"vpc dev/eu-west-1/a": "10.0.32.0/20 #1"';
const GONE = '"vpc dev/eu-west-1/gone": "10.0.48.0/20 freed #1"';
const CLASH = '"vpc dev/eu-west-1/b": "10.0.32.0/20 #2"';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-ledger-'));
  file = join(folder, 'addresses.lock.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('none yet is well', () => {
  expect(ledgerCheck(file)).toEqual({ ...ledger, level: 'ok', found: 'none yet: the first synth makes it' });
});

test('one without a collision is counted', () => {
  writeFileSync(file, ledgerText(A, GONE));

  expect(ledgerCheck(file)).toEqual({ ...ledger, level: 'ok', found: '1 allocation, 1 tombstone, no collision' });
});

test('one of two colliding ranges is a problem that names both lines', () => {
  writeFileSync(file, ledgerText(A, CLASH));

  expect(ledgerCheck(file)).toEqual({
    ...ledger,
    level: 'problem',
    found:
      'addresses.lock.json:3: vpc dev/eu-west-1/b overlaps line 2, vpc dev/eu-west-1/a (10.0.32.0/20), got "10.0.32.0/20"; run plinth ledger resolve, which moves the newer one [LZ-LEDGER-5]',
    remedy,
  });
});

test('a folder in its place is a problem', () => {
  mkdirSync(file);

  expect(ledgerCheck(file)).toEqual({
    ...ledger,
    level: 'problem',
    found: "addresses.lock.json: the ledger can't be read, got EISDIR; make it a readable file [LZ-LEDGER-21]",
    remedy,
  });
});
