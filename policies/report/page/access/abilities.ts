import type { Decider } from '../../../iam/decision';
import type { Ability, WhoCan } from '../../../iam/inquiry/who-can';
import type { Places } from './places';

/** Some who can do the same for the same reason: each of them all the actions, and all of it in their own account. */
export interface AbilityRow {
  readonly who: readonly string[];
  readonly actions: readonly string[];
  readonly on: readonly string[];
  readonly by: Decider;
  readonly why: string;
}

/** A sensitive operation with those who can do it. */
export interface OperationRows {
  readonly operation: WhoCan['operation'];
  readonly asked: number;
  readonly denied: number;
  readonly subjects: WhoCan['subjects'];
  readonly allowed: readonly AbilityRow[];
  readonly unknown: readonly AbilityRow[];
}

interface Pair {
  readonly who: string;
  readonly name: string;
  readonly on: string;
  readonly by: Decider;
  readonly why: string;
  readonly actions: string[];
}

/** What somebody can do to something, for each reason. */
function pairsOf(abilities: readonly Ability[]): Iterable<Pair> {
  const pairs = new Map<string, Pair>();
  for (const { who, name, on, action, decision } of abilities) {
    const { by, why } = decision;
    const key = JSON.stringify([who, on, by, why]);
    const pair = pairs.get(key) ?? { who, name, on, by, why, actions: [] };
    pairs.set(key, pair);
    pair.actions.push(action);
  }
  return pairs.values();
}

/**
 * Abilities as few rows: what somebody can do to several things, and what those of many accounts can do, each in their own.
 * Whoever can do something in another account stands alone.
 */
export function abilityRows(abilities: readonly Ability[], places: Places): readonly AbilityRow[] {
  const rows = new Map<string, Omit<AbilityRow, 'who' | 'on'> & { readonly who: Set<string>; readonly on: Set<string> }>();
  for (const { who, name, on, by, why, actions } of pairsOf(abilities)) {
    const account = places.findAccount(who);
    const isWithin = account !== undefined && account === places.findAccount(on);
    const key = JSON.stringify([isWithin ? places.alike(who) : [who], actions, by, why]);
    const row = rows.get(key) ?? { who: new Set(), actions, on: new Set(), by, why };
    rows.set(key, row);
    row.who.add(name);
    row.on.add(on);
  }
  return [...rows.values()].map(({ who, on, ...row }) => ({ ...row, who: [...who], on: [...on] }));
}

/** An operation in rows. */
export function operationRows({ operation, asked, subjects, allowed, unknown }: WhoCan, places: Places): OperationRows {
  return {
    operation,
    asked,
    subjects,
    denied: asked - allowed.length - unknown.length,
    allowed: abilityRows(allowed, places),
    unknown: abilityRows(unknown, places),
  };
}
