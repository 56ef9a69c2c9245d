import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { projectRoot } from '../../../commands/sandbox/environment';
import type { Json } from '../../../policies/model/universe';

/** How a command ended, and what it printed. */
export interface OpaResult {
  readonly status: number | null;
  readonly output: string;
}

/** Runs Open Policy Agent, built first where it isn't there yet. */
export function runOpa(args: readonly string[], input = ''): OpaResult {
  const script = join(projectRoot(), 'scripts', 'opa.mjs');
  const options = { cwd: projectRoot(), encoding: 'utf8', input, maxBuffer: 2 ** 27 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], options);
  return { status, output: `${stdout}${stderr}` };
}

/**
 * What a query of the policy set comes to.
 * @throws Error where opa fails, with what it says
 */
export function askOpa(query: string, input: Json): unknown {
  const args = ['eval', '--data', 'policies/opa', '--stdin-input', '--strict-builtin-errors', '--format', 'json', query];
  const { status, output } = runOpa(args, JSON.stringify(input));
  if (status !== 0) throw new Error(output);
  const { result = [] } = JSON.parse(output) as {
    readonly result?: readonly { readonly expressions: readonly { value: unknown }[] }[];
  };
  return result[0]?.expressions[0]?.value;
}
