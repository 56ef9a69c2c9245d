import { findCollisions } from '../collisions';
import { type Entry, idOf, type Kind, renderAllocation } from '../entry';
import { Ledger } from '../ledger';
import type { AddressPool } from '../session/ranges';
import { dropGhosts } from './ghosts';
import { resolveNumbers } from './numbers';
import { settleKeys } from './place';
import { Precedence } from './precedence';
import { resolveRanges } from './ranges';
import { resolveSubnets } from './subnets';
import { resolveBlocks } from './tier-blocks';

/** What decides which entry stays, and where the other one may go. */
export interface ResolveOptions extends AddressPool {
  /** The ledger that stands: everything in it stays. @default - none: the older generation stays */
  readonly base?: Ledger;
  /** Keys that stay, as `vpc dev/eu-west-1/three-tier`, with `=<value>` where two lines have the key. @default [] */
  readonly keep?: readonly string[];
}

/** What became of one line. */
export interface Move {
  readonly key: string;
  /** Undefined for a line that had to be added. */
  readonly from: string | undefined;
  /** Undefined for a line that was dropped: a tombstone in the way, or the second line of a key. */
  readonly to: string | undefined;
}

function movesBetween(before: readonly Entry[], after: Ledger): Move[] {
  const known = new Set(before.map(idOf));
  const added = after.entries.filter((entry) => !known.has(idOf(entry)));
  const moved = before.flatMap((entry): Move[] => {
    const now = after.find(idOf(entry));
    if (now?.value === entry.value) return [];
    return [{ key: idOf(entry), from: renderAllocation(entry), to: now === undefined ? undefined : renderAllocation(now) }];
  });
  return [...moved, ...added.map((entry) => ({ key: idOf(entry), from: undefined, to: renderAllocation(entry) }))];
}

/**
 * Settles what two branches collided in: the newer entry moves, by the rules for new ones; a VPC takes its tiers and
 * subnets along, each at its offset. What stands in the base never moves.
 * @throws InputError LZ-LEDGER-12 no room, LZ-LEDGER-13 no number, LZ-LEDGER-19 neither is newer, LZ-LEDGER-20 unknown --keep
 */
export function resolveLedger(
  entries: readonly Entry[],
  options: ResolveOptions,
): { readonly ledger: Ledger; readonly moved: readonly Move[] } {
  const precedence = new Precedence(options.base, options.keep ?? [], entries);
  precedence.throwIfAny();
  const real = dropGhosts(entries, precedence);
  const of = (...kinds: Kind[]): Entry[] => real.filter((entry) => kinds.includes(entry.kind));
  const named = settleKeys(of('account', 'name', 'peering'), precedence).settled;
  const ranges = resolveRanges(of('vpc', 'range'), precedence, options);
  const blocks = resolveBlocks(of('tier'), ranges, precedence);
  const subnets = resolveSubnets(of('subnet'), ranges, blocks, precedence);
  const numbers = [...resolveNumbers('ipv6', of('ipv6'), precedence), ...resolveNumbers('acl', of('acl'), precedence)];
  precedence.throwIfAny();
  const settled = [...named, ...ranges.entries, ...subnets.blocks, ...subnets.entries, ...numbers];
  const left = findCollisions(settled)[0];
  if (left !== undefined) throw new RangeError(`resolve left a collision: ${left.problem}`);
  const ledger = Ledger.of(settled.map((entry) => ({ ...entry, line: undefined })));
  return { ledger, moved: movesBetween(entries, ledger) };
}
