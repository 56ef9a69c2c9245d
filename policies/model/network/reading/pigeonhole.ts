import type { Key } from '../known';

/** Something that surely is there, and takes a slot at exactly one of some owners: which one isn't known. */
export interface Claim<T> {
  readonly item: T;
  /** Where it may be: it is at one of these and nowhere else. */
  readonly owners: readonly Key[];
  /**
   * What an owner has once, a second being refused. A subnet has one association with a route table; a route table one route
   * to a destination; a network ACL one entry of a number in a direction; a group each rule once. No such slot is the
   * network ACL of a subnet or the main table of a VPC: there the second takes the place of the first.
   */
  readonly slot: string;
}

/** A slot that is taken for certain. */
export interface Taken<T> {
  readonly owner: Key;
  readonly slot: string;
  /** Exactly one of these sits there. */
  readonly holders: readonly T[];
}

/**
 * Where n claims to one slot have the same n owners to choose from, each owner has exactly one of them in it: no owner
 * takes two, so n claims need n owners, and there are no more. That is deduced, not guessed: AWS refuses the second, the
 * apply fails, and the network that runs isn't that one. Nothing is said where claims and owners differ in number, and
 * nothing about which claim is where.
 *
 * Claims that may not be there at all, or may be somewhere else besides, must not be handed in; nor the elements of a set,
 * of which two may be the same.
 */
export function pigeonhole<T>(claims: readonly Claim<T>[]): readonly Taken<T>[] {
  const alike = new Map<string, Claim<T>[]>();
  for (const claim of claims) {
    const owners = [...new Set(claim.owners)].sort();
    const place = JSON.stringify([claim.slot, ...owners]);
    const others = alike.get(place) ?? [];
    others.push({ ...claim, owners });
    alike.set(place, others);
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (group.length !== first?.owners.length) return [];
    const holders = group.map(({ item }) => item);
    return first.owners.map((owner): Taken<T> => ({ owner, slot: first.slot, holders }));
  });
}
