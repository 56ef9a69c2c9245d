import { tidy } from './tidy';
import type { World } from './world';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Both sides changed one line, which git leaves to their authors. */
class Conflict extends Error {}

function mergeValue(base: unknown, ours: unknown, theirs: unknown): unknown {
  if (isRecord(base) && isRecord(ours) && isRecord(theirs)) {
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
    const merged = keys.map((key) => [key, mergeValue(base[key], ours[key], theirs[key])] as const);
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }
  const [before, left, right] = [base, ours, theirs].map((value) => JSON.stringify(value));
  if (left === before || left === right) return theirs;
  if (right === before) return ours;
  throw new Conflict(`${String(left)} and ${String(right)}`);
}

/** A configuration as its authors merge it, undefined where they can't without a word. */
export function mergeWorlds(base: World, ours: World, theirs: World): World | undefined {
  try {
    return tidy(structuredClone(mergeValue(base, ours, theirs) as World));
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}

/** What `merge=union` makes of three versions of a ledger: every line of a side, but those that a side took out. */
export function mergeLines(base: string, ours: string, theirs: string): string {
  const [before, left, right] = [base, ours, theirs].map(
    (text) => new Set(text.split('\n').filter((line) => line.endsWith(','))),
  ) as [Set<string>, Set<string>, Set<string>];
  const kept = [...left].filter((line) => right.has(line) || !before.has(line));
  const added = [...right].filter((line) => !left.has(line) && !before.has(line));
  return `{\n${[...kept, ...added].map((line) => `${line}\n`).join('')}  "~": ""\n}\n`;
}
