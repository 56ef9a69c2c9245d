import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { canCommand } from '../../../commands/can';

/** What a run said, and its exit code. */
export interface Heard {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `plinth can` with these arguments, and listens. */
export async function can(args: readonly string[], colours = false): Promise<Heard> {
  let [out, err, code] = ['', '', -1];
  const terminal = {
    out: (text: string): void => void (out += text),
    err: (text: string): void => void (err += text),
    exit: (given: number): void => void (code = given),
  };
  await canCommand({ terminal, colours }).parseAsync(args, { from: 'user' });
  return { code, out, err };
}

/** A policy with one statement. */
export function policy(effect: 'Allow' | 'Deny', action: string | readonly string[], more: object = {}): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: effect, Action: action, Resource: '*', ...more }] });
}

/** Writes Terraform's JSON for a stack of account 111111111111 in eu-west-1, and says where. */
export function writeStack(folder: string, resource: object, name = 'main'): string {
  const provider = { aws: { region: 'eu-west-1', allowed_account_ids: ['111111111111'] } };
  const file = join(folder, `${name}.tf.json`);
  writeFileSync(file, JSON.stringify({ provider, resource }));
  return file;
}
