import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Built for this machine, whatever the environment asks of other builds. Without cgo it needs no C compiler. */
function install({ name, source, version, go, flags = [] }, folder) {
  const args = ['install', '-trimpath', '-ldflags=-s -w', ...flags, `${source}@${version}`];
  const { GOOS: _os, GOARCH: _arch, ...env } = process.env;
  const { error, status } = spawnSync('go', args, { stdio: ['ignore', 2, 2], env: { ...env, GOBIN: folder, CGO_ENABLED: '0' } });
  if (error === undefined && status === 0) return true;
  const why = error === undefined ? `go install ended with ${String(status)}` : `go can't be run (${error.code})`;
  console.error(`${name} ${version}: ${why}; it takes Go ${go} or later and the Go module proxy`);
  return false;
}

/**
 * Runs a program that is built from the Go module proxy into `.<name>/` once for each version, with the arguments of this
 * process; without any its path is printed.
 */
export function runGoTool(tool) {
  const folder = fileURLToPath(new URL(`../.${tool.name}/${tool.version}`, import.meta.url));
  const binary = join(folder, process.platform === 'win32' ? `${tool.name}.exe` : tool.name);
  if (!existsSync(binary) && !install(tool, folder)) {
    process.exitCode = 3;
  } else if (process.argv.length > 2) {
    process.exitCode = spawnSync(binary, process.argv.slice(2), { stdio: 'inherit' }).status ?? 3;
  } else {
    console.log(binary);
  }
}
