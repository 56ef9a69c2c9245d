#!/usr/bin/env node
/**
 * The Terraform addresses that the last release gave its users, against those that the code gives now. --check says which are
 * gone without a `moved` block. `npm run addresses`, at a release, notes the moved ones in UPGRADE.md and renews the list.
 * --list, --notes, --from: another list, other notes, the folder of a synthesised output instead of the examples.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process, { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { compareAddresses, linesOf } from './addresses/address-list.mjs';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    list: { type: 'string', default: 'addresses.txt' },
    notes: { type: 'string', default: 'UPGRADE.md' },
    from: { type: 'string' },
  },
});
chdir(fileURLToPath(new URL('..', import.meta.url)));
const MARK = '<!-- moved: npm run addresses -->';

function stacksBelow(folder) {
  const stacks = readdirSync(join(folder, 'stacks'));
  const read = (stack) => JSON.parse(readFileSync(join(folder, 'stacks', stack, 'cdk.tf.json'), 'utf8'));
  return stacks.map((stack) => ({ source: 'landing-zone.yaml', stack, document: read(stack) }));
}

async function stacksNow() {
  if (values.from !== undefined) return stacksBelow(resolve(values.from));
  const { synthesised } = await import('./addresses/synthesised.mjs');
  return synthesised();
}

const released = existsSync(values.list) ? readFileSync(values.list, 'utf8').trimEnd().split('\n') : [];
const notes = readFileSync(values.notes, 'utf8');
const stacks = await stacksNow();
const { untold, lost } = compareAddresses(released, stacks, notes);
const faults = lost.map(
  (line) => `${values.list}: "${line}" is gone without a moved block; keep its name, or give its former one`,
);
if (values.check) {
  faults.push(
    ...untold.map(([from, to]) => `${values.notes}: ${from} is ${to} now, and it isn't said; npm run addresses notes it`),
  );
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else if (!values.check) {
  const rows = untold.map(([from, to]) => `| \`${from}\` | \`${to}\` |\n`).join('');
  writeFileSync(values.notes, notes.replace(MARK, `${rows}${MARK}`));
  writeFileSync(values.list, `${linesOf(stacks).join('\n')}\n`);
}
