#!/usr/bin/env node
/**
 * The public surface: `npm run api` writes a report of each entry of the package into api/, --check says where they
 * aren't what the code gives. Made from dist/, so after `npm run build`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';

import { makeReports } from './api/reports.mjs';
import { surfaceFaults } from './api/surface-faults.mjs';

chdir(fileURLToPath(new URL('..', import.meta.url)));
const FOLDER = 'api';
const pageOf = (name) => `${name}.api.md`;

function pages() {
  mkdirSync(FOLDER, { recursive: true });
  return new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
}

function outdated(reports, kept) {
  const made = new Map(reports.map(([name, text]) => [pageOf(name), text]));
  const names = [...new Set([...made.keys(), ...kept.keys()])].sort();
  return names
    .filter((name) => made.get(name) !== kept.get(name))
    .map((name) => `${FOLDER}/${name} isn't what the code gives: npm run api writes it; a change is what the next release says`);
}

const reports = makeReports();
const isCheck = process.argv[2] === '--check';
if (!isCheck) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of reports) writeFileSync(join(FOLDER, pageOf(name)), text);
}
const faults = [...surfaceFaults(reports), ...(isCheck ? outdated(reports, pages()) : [])];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
