import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { asWritten, InputError } from '../../modules/core/input-error';

/** Providers as a stack asks for them: `{ aws: { source, version } }`. */
export type Providers = Readonly<Record<string, { readonly source?: string; readonly version?: string }>>;

/** Stacks that ask for the same providers, and so take the same lock file. */
export interface ProviderSet {
  readonly providers: Providers;
  /** Their folders, sorted. */
  readonly folders: readonly string[];
}

function refuse(out: string, problem: string, got: string): InputError {
  return InputError.of({
    subject: out,
    problem,
    got: asWritten(got),
    remedy: 'synthesise first: plinth synth',
    code: 'LZ-LOCK-1',
  });
}

function providersIn(out: string, file: string): Providers {
  try {
    const { terraform } = JSON.parse(readFileSync(file, 'utf8')) as { terraform?: { required_providers?: Providers } };
    return terraform?.required_providers ?? {};
  } catch (error) {
    throw refuse(out, `a stack can't be read (${(error as Error).name})`, file);
  }
}

/**
 * The stacks of an output folder by what they ask for.
 * @throws InputError LZ-LOCK-1 where there are none, or one can't be read
 */
export function providerSets(out: string): readonly ProviderSet[] {
  const parent = join(out, 'stacks');
  const names = statSync(parent, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(parent).sort() : [];
  const sets = new Map<string, { readonly providers: Providers; readonly folders: string[] }>();
  for (const name of names) {
    const file = join(parent, name, 'cdk.tf.json');
    if (statSync(file, { throwIfNoEntry: false }) === undefined) continue;
    const providers = providersIn(out, file);
    const key = JSON.stringify(providers);
    const set = sets.get(key) ?? { providers, folders: [] };
    sets.set(key, set);
    set.folders.push(join(parent, name));
  }
  if (sets.size === 0) throw refuse(out, 'there are no stacks', out);
  return [...sets.values()];
}
