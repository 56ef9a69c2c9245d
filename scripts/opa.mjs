#!/usr/bin/env node
/**
 * Open Policy Agent, built from the Go module proxy into .opa/ once for each version; `node scripts/opa.mjs test policies/opa`
 * runs it, without arguments its path is printed. Without cgo it needs no C compiler, and without OCI registries it is built
 * sooner.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = 'v1.22.4';
const folder = fileURLToPath(new URL(`../.opa/${VERSION}`, import.meta.url));
const binary = join(folder, process.platform === 'win32' ? 'opa.exe' : 'opa');

function install() {
  const args = ['install', '-trimpath', '-ldflags=-s -w', '-tags=opa_no_oci', `github.com/open-policy-agent/opa@${VERSION}`];
  // Built for this machine, whatever the environment asks of other builds.
  const { GOOS: _os, GOARCH: _arch, ...env } = process.env;
  const { error, status } = spawnSync('go', args, { stdio: ['ignore', 2, 2], env: { ...env, GOBIN: folder, CGO_ENABLED: '0' } });
  if (error === undefined && status === 0) return true;
  const why = error === undefined ? `go install ended with ${String(status)}` : `go can't be run (${error.code})`;
  console.error(`opa ${VERSION}: ${why}; it takes Go 1.26 or later and the Go module proxy`);
  return false;
}

if (!existsSync(binary) && !install()) {
  process.exitCode = 3;
} else if (process.argv.length > 2) {
  process.exitCode = spawnSync(binary, process.argv.slice(2), { stdio: 'inherit' }).status ?? 3;
} else {
  console.log(binary);
}
