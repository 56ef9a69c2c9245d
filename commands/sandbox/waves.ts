import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../modules/core/input-error';
import { suggestName } from '../../modules/core/text/did-you-mean';

/** Stacks that may be applied together, in the order in which the groups must be. */
export type Waves = readonly (readonly string[])[];

/** A Terraform process holds about 600 MB, and its start takes a whole core. */
const AT_ONCE = 3;

/** The waves that the synthesis wrote to `order.json`. */
export async function readWaves(output: string): Promise<Waves> {
  const order = JSON.parse(await readFile(join(output, 'order.json'), 'utf8')) as { readonly waves: Waves };
  return order.waves;
}

/**
 * The waves that hold the named stacks, each in full except the last, where only named ones are kept: the order says
 * what comes first, not which stack needs which. No name keeps all.
 * @throws InputError LZ-SANDBOX-7 for a name that no wave holds
 */
export function selectWaves(waves: Waves, named: readonly string[]): Waves {
  const known = waves.flat();
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new InputError(unknown.map((name) => unknownStack(name, known)));
  if (named.length === 0) return waves;
  const last = waves.findLastIndex((wave) => wave.some((stack) => named.includes(stack)));
  return [...waves.slice(0, last), (waves[last] ?? []).filter((stack) => named.includes(stack))];
}

/** Works through the waves one after the other, a few stacks of a wave at once. The first failure stops what hasn't begun. */
export async function inWaves<T>(waves: Waves, work: (stack: string) => Promise<T>, atOnce = AT_ONCE): Promise<Map<string, T>> {
  const results = new Map<string, T>();
  for (const wave of waves) {
    const waiting = [...wave];
    const failures: unknown[] = [];
    const worker = async (): Promise<void> => {
      for (let stack = waiting.shift(); stack !== undefined && failures.length === 0; stack = waiting.shift()) {
        try {
          results.set(stack, await work(stack));
        } catch (error) {
          failures.push(error);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (failures.length > 0) throw failures[0];
  }
  return results;
}

/** The waves from the last to the first, as a destruction needs them. */
export function reversed(waves: Waves): Waves {
  return [...waves].reverse();
}

function unknownStack(name: string, known: readonly string[]): InputError['problems'][number] {
  return {
    subject: '--stack',
    problem: 'no such stack',
    got: JSON.stringify(name),
    remedy: suggestName(name, known),
    code: 'LZ-SANDBOX-7',
  };
}
