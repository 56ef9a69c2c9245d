import type { ResourceFact } from '../model/universe';
import { type Finding, findingOn, type Verdict } from './rule';

/** Something that counts against a quota. */
export interface Counted {
  readonly fact: ResourceFact;
  /** Whose quota it is; undefined where the document doesn't tell. */
  readonly owner: string | undefined;
  /** Direction and family: each has a quota of its own. */
  readonly shares: readonly string[];
}

/** What a quota is about. */
export interface Quota {
  readonly rule: string;
  /** How many may stand in one place. */
  readonly most: number;
  /** What is wrong with so many. */
  readonly describe: (count: number) => string;
  readonly fix: string;
}

/** One share: those of each owner, and those of whom the owner isn't known. */
interface Share {
  readonly owned: Map<string, ResourceFact[]>;
  readonly adrift: ResourceFact[];
}

function sharesOf(all: Iterable<Counted>): Iterable<Share> {
  const shares = new Map<string, Share>();
  for (const { fact, owner, shares: names } of all) {
    for (const name of names) {
      const share = shares.get(name) ?? { owned: new Map<string, ResourceFact[]>(), adrift: [] };
      shares.set(name, share);
      const facts = owner === undefined ? share.adrift : (share.owned.get(owner) ?? []);
      facts.push(fact);
      if (owner !== undefined) share.owned.set(owner, facts);
    }
  }
  return shares.values();
}

/**
 * Counts by owner and share. Those whose owner isn't known may all belong to any one: unknown, where they would be too
 * many together. So is one that is there an unknown number of times.
 */
export function holdAgainst({ rule, most, describe, fix }: Quota, all: readonly Counted[]): readonly Finding[] {
  const findings: Finding[] = [];
  const find = (facts: readonly ResourceFact[], verdict: Verdict, problem: string): void => {
    const last = facts.at(-1);
    if (last !== undefined) findings.push(findingOn(rule, last, problem, fix, verdict));
  };
  for (const { owned, adrift } of sharesOf(all)) {
    const maybe = (count: number): string => `${describe(count)}, if they all belong together`;
    if (adrift.length > most) find(adrift, 'unknown', maybe(adrift.length));
    for (const facts of owned.values()) {
      const { length } = facts;
      if (length > most) find(facts, 'violated', describe(length));
      else if (length + adrift.length > most) find(facts, 'unknown', maybe(length + adrift.length));
    }
  }
  for (const { fact } of all) if (fact.repeated !== undefined) find([fact], 'unknown', fact.repeated.why);
  return findings;
}
