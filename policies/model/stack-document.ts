import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Intent } from '../../modules/core/intent';

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One resource of a stack, as it stands in the Terraform JSON. */
export interface ResourceFact {
  readonly stack: string;
  /** `<type>.<name>`. */
  readonly address: string;
  readonly type: string;
  readonly body: Readonly<Record<string, Json>>;
  /** Where it was made in code, if the JSON says so. @default - unknown */
  readonly constructPath?: string;
}

/** One stack's Terraform JSON. */
export interface StackDocument {
  readonly name: string;
  readonly terraform: Readonly<Record<string, Json>>;
  readonly resources: readonly ResourceFact[];
}

/** Everything that is judged together. */
export interface Universe {
  readonly stacks: readonly StackDocument[];
  /** What its authors meant; foreign Terraform has none. @default - none */
  readonly intent?: Intent;
}

function isRecord(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resourcesOf(stack: string, blocks: Json | undefined): ResourceFact[] {
  if (!isRecord(blocks)) return [];
  return Object.entries(blocks).flatMap(([type, named]) =>
    Object.entries(isRecord(named) ? named : {}).map(([name, given]) => {
      const body = isRecord(given) ? given : {};
      const note = isRecord(body['//']) && isRecord(body['//'].metadata) ? body['//'].metadata.path : undefined;
      return { stack, address: `${type}.${name}`, type, body, ...(typeof note === 'string' ? { constructPath: note } : {}) };
    }),
  );
}

/** Reads one `cdk.tf.json`. */
export function readStackDocument(name: string, text: string): StackDocument {
  const json: unknown = JSON.parse(text);
  const root = isRecord(json) ? json : {};
  return { name, terraform: isRecord(root.terraform) ? root.terraform : {}, resources: resourcesOf(name, root.resource) };
}

/** Reads an output directory: every stack's JSON, and the intent beside it. */
export function readUniverse(directory: string): Universe {
  const folder = join(directory, 'stacks');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const stacks = names.flatMap((name) => {
    const file = join(folder, name, 'cdk.tf.json');
    return existsSync(file) ? [readStackDocument(name, readFileSync(file, 'utf8'))] : [];
  });
  const intent = join(directory, 'intent.json');
  return { stacks, ...(existsSync(intent) ? { intent: JSON.parse(readFileSync(intent, 'utf8')) as Intent } : {}) };
}
