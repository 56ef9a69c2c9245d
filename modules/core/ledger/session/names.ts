import { isReplaced, lastSegment } from '../entry';
import type { Draft, Slot } from './draft';

type Placed =
  | { readonly kind: 'network'; readonly account: string; readonly region: string }
  | { readonly kind: 'tier' | 'range'; readonly network: string };

/** The key of a network, or of a tier or range in its network. */
export function ownerPath(place: Placed, name: string): string {
  return place.kind === 'network' ? `${place.account}/${place.region}/${name}` : `${place.network}/${name}`;
}

/** Keys of everything that is named beside this one: the networks of an account and region, the tiers of a network. */
function siblings(draft: Draft, key: string): Set<string> {
  const parent = key.slice(0, key.lastIndexOf('/'));
  const recorded =
    parent.split('/').length === 2
      ? draft.group('ranges').filter((slot) => slot.entry.kind === 'vpc')
      : draft.group(`blocks ${parent}`);
  const keys = [...recorded, ...draft.group(`names ${parent}`)]
    .filter((slot) => !isReplaced(slot.entry))
    .map((slot) => (slot.entry.kind === 'tier' ? slot.entry.key.slice(0, slot.entry.key.lastIndexOf('/')) : slot.entry.key));
  return new Set(keys.filter((other) => other !== key && other.startsWith(`${parent}/`)));
}

/**
 * What a network or tier is called in AWS: its name, or the one it had before it was renamed. A name that a renamed
 * sibling still bears there gets a number, since two security groups of a VPC can't have the same.
 */
export function physicalName(draft: Draft, key: string): string {
  const recorded = draft.find('name', key);
  if (recorded !== undefined) return recorded.entry.value;
  const name = lastSegment(key);
  // Only a renamed sibling can bear this name, as every other bears its own.
  const parent = key.slice(0, key.lastIndexOf('/'));
  if (!draft.group(`names ${parent}`).some((slot) => slot.entry.value === name)) return name;
  const taken = new Set([...siblings(draft, key)].map((other) => draft.find('name', other)?.entry.value ?? lastSegment(other)));
  let number = 2;
  while (taken.has(`${name}-${String(number)}`)) number++;
  return draft.add('name', key, `${name}-${String(number)}`).entry.value;
}

function isGroup({ entry }: Slot): boolean {
  return entry.key.split('/').length === 5;
}

/** Names live and die with what bears them. */
export function followOwners(draft: Draft, slots: Iterable<Slot>): void {
  for (const slot of slots) {
    // The names of groups are asked for by themselves.
    if (slot.entry.kind !== 'name' || isGroup(slot)) continue;
    const owners = [draft.find('vpc', slot.entry.key), ...draft.group(`blocks ${slot.entry.key}`)];
    slot.asked = false;
    if (owners.some((owner) => owner?.asked === true)) draft.ask(slot);
  }
}
