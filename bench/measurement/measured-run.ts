import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Usage, USAGE_FILE } from './usage';

const TIME_LIMIT_SECONDS = 300;

/** A compiled program with its arguments and the variables that it reads. */
export interface Program {
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a program in a Node of its own; it tells itself what it used.
 * @throws Error when it fails
 */
export function measuredRun({ script, args = [], env = {} }: Program): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-usage-'));
  const file = join(folder, 'usage.json');
  try {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['-r', join(__dirname, 'usage.js'), script, ...args], {
      // What the caller's shell says of configuration and output must not change what is measured.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, [USAGE_FILE]: file },
      encoding: 'utf8',
      timeout: TIME_LIMIT_SECONDS * 1000,
    });
    if (status !== 0) throw new Error(`${script} ended with ${String(status)}:\n${stderr || stdout}`);
    return JSON.parse(readFileSync(file, 'utf8')) as Usage;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
