import { tmpdir } from 'node:os';

import { App, TerraformStack } from 'cdktf';

import { InputError } from '../../../modules/core/input-error';
import type { Ledger } from '../../../modules/core/ledger';
import { defineLandingZone } from '../../../modules/landing-zone';
import { renderWorld, type World } from './world';

/** The body of a resource, by its address. */
export type Resources = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** A stack as Terraform reads it. */
export interface Synthesised {
  readonly resources: Resources;
  /** From address to address, as `moved` blocks say it. */
  readonly moves: ReadonlyMap<string, string>;
}

const OUTGROWN = ['LZ-NET-2', 'LZ-NET-6', 'LZ-STACK-1'];

interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

function read({ resource = {}, moved = [] }: StackJson): Synthesised {
  const named = Object.entries(resource).flatMap(([type, bodies]) =>
    Object.entries(bodies).map(([name, body]) => [`${type}.${name}`, body] as const),
  );
  return { resources: new Map(named), moves: new Map(moved.map(({ from, to }) => [from, to])) };
}

/** Every stack of the world, by name; undefined where a stack outgrows AWS's quotas or its own. */
export function trySynthesise(world: World, ledger: Ledger): ReadonlyMap<string, Synthesised> | undefined {
  const app = new App({ outdir: tmpdir(), stackTraces: false });
  try {
    defineLandingZone(app, renderWorld(world), ledger);
    const stacks = app.node.children.filter((child) => child instanceof TerraformStack);
    return new Map(stacks.map((stack) => [stack.node.id, read(stack.toTerraform() as StackJson)]));
  } catch (error) {
    if (error instanceof InputError && error.problems.every(({ code }) => OUTGROWN.includes(code))) return undefined;
    throw error;
  }
}
