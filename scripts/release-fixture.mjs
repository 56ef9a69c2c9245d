#!/usr/bin/env node
/**
 * Keeps what the last release made, for the test of upgrading: `npm run release:fixture -- [commit]` lays the commit (else
 * HEAD) into a folder of its own, installs it by its own lock file unless that is ours, and lets its own `npm start`
 * synthesise the test's configuration. The stacks and their ledger are kept.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process, { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';

chdir(fileURLToPath(new URL('..', import.meta.url)));
const CONFIGURATION = '__tests__/apply/upgrade/landing-zone.yaml';
const LOCK = 'package-lock.json';
const FIXTURE = '__tests__/apply/upgrade/release';

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const commit = git('rev-parse', process.argv[2] ?? 'HEAD');
const folder = mkdtempSync(join(tmpdir(), 'plinth-release-'));
const env = { ...process.env, LANDING_ZONE: 'release/landing-zone.yaml', CDKTF_OUTDIR: 'release/cdktf.out', CI: 'false' };
const npm = (command) => execFileSync('npm', [command], { cwd: folder, env, stdio: ['ignore', 2, 2] });
try {
  execFileSync('tar', ['x', '-C', folder], { input: execFileSync('git', ['archive', commit], { maxBuffer: 2 ** 30 }) });
  mkdirSync(join(folder, 'release'));
  cpSync(CONFIGURATION, join(folder, 'release/landing-zone.yaml'));
  const isOurs = readFileSync(join(folder, LOCK), 'utf8') === readFileSync(LOCK, 'utf8');
  if (isOurs) symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  else npm('ci');
  npm('start');
  rmSync(FIXTURE, { recursive: true, force: true });
  mkdirSync(FIXTURE);
  cpSync(join(folder, 'release/addresses.lock.json'), join(FIXTURE, 'addresses.lock.json'));
  cpSync(join(folder, 'release/cdktf.out/stacks'), join(FIXTURE, 'stacks'), { recursive: true });
  const { version } = JSON.parse(git('show', `${commit}:package.json`));
  writeFileSync(join(FIXTURE, 'release.json'), `${JSON.stringify({ version, commit }, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
