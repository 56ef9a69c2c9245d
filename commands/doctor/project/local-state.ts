import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

import type { LocalState } from '../../../modules/terraform';
import { type Check, ok, problem, type Subject } from '../check';

const STATE: Subject = { id: 'state', title: 'state' };
const DEFAULT_DIRECTORY = 'terraform.state';

/** The folder itself, or the nearest one above it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function countStates(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tfstate')).length;
}

/** Whether the folder of the states can be written, and stays when the output is replaced. */
export function localStateCheck(backend: LocalState, out: string): Check {
  const output = resolve(out);
  const folder = join(dirname(output), backend.directory ?? DEFAULT_DIRECTORY);
  const shown = relative(process.cwd(), folder) || '.';
  if (folder === output || folder.startsWith(output + sep)) {
    const remedy = 'name another folder under backend.directory: what synth replaces is no place for states';
    return problem(STATE, { found: `${shown} lies in the output folder`, expected: `a folder outside ${out}`, remedy });
  }
  const there = nearest(folder);
  if (!isWritable(there)) {
    const what = there === folder ? shown : `${shown} can't be made:`;
    const found =
      there === folder ? `${what} is no folder that can be written` : `${what} ${there} is no folder that can be written`;
    return problem(STATE, { found, remedy: 'make it a folder that this user may write' });
  }
  return ok(STATE, `${countStates(folder)} in ${shown}, on this machine alone`);
}
