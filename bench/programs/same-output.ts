import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

type Body = Record<string, unknown>;

/** What Terraform reads of a document: `//` is cdktf's own note of the construct that made it. */
function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Body).flatMap(([key, inner]) => (key === '//' ? [] : [[key, withoutNotes(inner)]])),
  );
}

function documentsIn(output: string): ReadonlyMap<string, unknown> {
  const folder = join(output, 'stacks');
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name, 'cdk.tf.json'), 'utf8'));
  return new Map(readdirSync(folder).map((name) => [name, withoutNotes(read(name))]));
}

/**
 * Holds two output folders against each other, so that nothing is measured against a program that does less.
 * @throws Error naming the first stack that differs
 */
export function assertSameOutput(one: string, other: string): void {
  const [a, b] = [documentsIn(one), documentsIn(other)];
  for (const name of [...new Set([...a.keys(), ...b.keys()])].sort()) {
    if (!isDeepStrictEqual(a.get(name), b.get(name))) throw new Error(`stack ${name} is not the same in ${one} and ${other}`);
  }
}
