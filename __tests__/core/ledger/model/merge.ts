import { networksOf, type World } from './world';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function mergeValue(base: unknown, ours: unknown, theirs: unknown): unknown {
  // What both sides made anew under one name is ours; accounts and lists only hold such things.
  if (isRecord(ours) && isRecord(theirs) && (isRecord(base) || !('uid' in ours))) {
    const before = isRecord(base) ? base : {};
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
    const merged = keys.map((key) => [key, mergeValue(before[key], ours[key], theirs[key])] as const);
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }
  if (base !== undefined && (ours === undefined || theirs === undefined)) return undefined;
  return JSON.stringify(ours) === JSON.stringify(base) ? theirs : ours;
}

/** A configuration as its authors would merge it: both sides' changes, ours where both changed the same, removals first. */
export function mergeWorlds(base: World, ours: World, theirs: World): World {
  const merged = structuredClone(mergeValue(base, ours, theirs) as World);
  for (const { network } of networksOf(merged)) {
    for (const tier of Object.values(network.tiers)) {
      if (tier.range === undefined || tier.range in network.ranges) continue;
      // One side moved a tier into a range that the other renamed or removed: back to the VPC's own.
      delete tier.range;
      tier.rev += '!';
    }
  }
  return merged;
}

/**
 * What `merge=union` makes of three versions of a ledger: no line is lost that a side made, none kept that a side
 * removed or changed. Equal new lines become one, as git does with equal hunks.
 */
export function mergeLines(base: string, ours: string, theirs: string): string {
  const [before, left, right] = [base, ours, theirs].map(
    (text) => new Set(text.split('\n').filter((line) => line.endsWith(','))),
  ) as [Set<string>, Set<string>, Set<string>];
  const kept = [...left].filter((line) => right.has(line) || !before.has(line));
  const added = [...right].filter((line) => !left.has(line) && !before.has(line));
  return `{\n${[...kept, ...added].map((line) => `${line}\n`).join('')}  "~": ""\n}\n`;
}
