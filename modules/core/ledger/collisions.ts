import { type Problem } from '../input-error';
import { blockOf, type Entry, idOf, networkOf, renderAllocation, tierOf } from './entry';

/** Two allocations that can't both hold, or one that lies outside of what should hold it. */
export interface Collision {
  /** The one further down in the file. */
  readonly entry: Entry;
  readonly other: Entry | undefined;
  readonly problem: string;
  readonly code: string;
}

/** Puts entries into groups of the same text, in their order. */
export function groupBy(entries: Iterable<Entry>, name: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(name(entry));
    if (group === undefined) groups.set(name(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}

function pair(a: Entry, b: Entry, code: string, verb: string): Collision {
  const [other, entry] = (a.line ?? 0) <= (b.line ?? 0) ? [a, b] : [b, a];
  const where = other.line === undefined ? '' : `line ${String(other.line)}, `;
  return { entry, other, problem: `${idOf(entry)} ${verb} ${where}${idOf(other)} (${renderAllocation(other)})`, code };
}

function sameText(entries: readonly Entry[], name: (entry: Entry) => string, code: string, verb: string): Collision[] {
  return [...groupBy(entries, name).values()].flatMap((group) =>
    group.slice(1).map((entry) => pair(group[0] ?? entry, entry, code, verb)),
  );
}

/** A sweep over the sorted blocks: each that begins inside an earlier one is named with the one that reaches furthest. */
function overlaps(entries: readonly Entry[], code: string): Collision[] {
  const spans = entries.map((entry) => ({ entry, from: Number(blockOf(entry).base), to: Number(blockOf(entry).last) }));
  spans.sort((a, b) => a.from - b.from || b.to - a.to || (a.entry.line ?? 0) - (b.entry.line ?? 0));
  const found: Collision[] = [];
  let furthest: (typeof spans)[number] | undefined;
  for (const span of spans) {
    if (furthest !== undefined && span.from <= furthest.to) found.push(pair(furthest.entry, span.entry, code, 'overlaps'));
    if (furthest === undefined || span.to > furthest.to) furthest = span;
  }
  return found;
}

function outside(
  entries: readonly Entry[],
  hosts: ReadonlyMap<string, Entry[]>,
  name: (entry: Entry) => string,
  of: string,
): Collision[] {
  return entries
    .filter((entry) => !(hosts.get(name(entry)) ?? []).some((host) => blockOf(host).covers(blockOf(entry))))
    .map((entry) => ({ entry, other: undefined, problem: `${idOf(entry)} lies outside of ${of}`, code: 'LZ-LEDGER-6' }));
}

/**
 * Everything in which entries collide, living or freed alike: one key twice, ranges that overlap, tier blocks and
 * subnets that overlap or lie outside of what holds them, one NACL or IPv6 number given twice.
 */
export function findCollisions(entries: readonly Entry[]): Collision[] {
  const twice = sameText(entries, idOf, 'LZ-LEDGER-4', 'has the key of');
  const said = new Set(twice.map((collision) => collision.entry));
  // A second line of one key collides with the first in every other way too: said once.
  const rest = entries.filter((entry) => !said.has(entry));
  const of = (...kinds: string[]): Entry[] => rest.filter((entry) => kinds.includes(entry.kind));
  const perNetwork = (kind: string): Entry[][] => [...groupBy(of(kind), networkOf).values()];
  const [ranges, blocks, subnets] = [of('vpc', 'range'), of('tier'), of('subnet')];
  return [
    ...twice,
    ...overlaps(ranges, 'LZ-LEDGER-5'),
    ...outside(blocks, groupBy(ranges, networkOf), networkOf, "its network's ranges"),
    ...perNetwork('tier').flatMap((group) => overlaps(group, 'LZ-LEDGER-7')),
    ...outside(subnets, groupBy(blocks, tierOf), tierOf, "its tier's blocks"),
    ...perNetwork('subnet').flatMap((group) => overlaps(group, 'LZ-LEDGER-7')),
    ...sameText(of('acl'), (entry) => `${aclOf(entry)} ${entry.value}`, 'LZ-LEDGER-8', 'has the number of'),
    ...sameText(of('ipv6'), (entry) => `${networkOf(entry)} ${entry.value}`, 'LZ-LEDGER-9', 'has the number of'),
  ];
}

/** Tier and direction of a NACL entry: where its number must be the only one. */
export function aclOf(entry: Pick<Entry, 'key'>): string {
  return entry.key.split(' ', 2).join(' ');
}

/** The collision as a mistake in a file. */
export function asProblem({ entry, problem, code }: Collision, file: string): Problem {
  const remedy = 'run plinth ledger resolve, which moves the newer one';
  return { subject: `${file}:${String(entry.line ?? 0)}`, problem, got: JSON.stringify(renderAllocation(entry)), remedy, code };
}
