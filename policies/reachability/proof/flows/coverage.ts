import type { Family } from '../../../../modules/core/cidr';
import type { NetworkFacts } from '../../../model/network';
import type { AddressSpace } from '../../region/address-space';
import { type Box, DESTINATION, type Dimension, SOURCE } from '../../region/box';
import { packetsOf } from '../../region/protocols';
import { intersect } from '../../region/region';
import { boxesOf, type Span } from '../../region/spans';
import type { End } from '../../query';
import type { DeclaredFlow } from '../names/declared-flows';
import { identityOf } from '../names/stations';

/** A flow is about whom it lets talk to whom, not about the client's port. */
export const ANY_CLIENT_PORT = { from: 0, to: 65535 };

/**
 * What the flows let through between two ends. `internet` is 0.0.0.0/0 and ::/0, so that a flow to it and a flow from it
 * let through what is in both: between two of our own groups as well.
 */
export class Coverage {
  readonly #between = new Map<string, Box[]>();
  readonly #outwards = new Map<string, Box[]>();
  readonly #inwards = new Map<string, Box[]>();

  constructor(
    flows: readonly DeclaredFlow[],
    private readonly facts: NetworkFacts,
    private readonly spaceOf: (family: Family) => AddressSpace,
  ) {
    for (const flow of flows) this.#add(flow);
  }

  #add({ family, traffic, from, to }: DeclaredFlow): void {
    const packets = packetsOf(traffic, ANY_CLIENT_PORT, family);
    const [opens, answers] = [from[0], to[0]];
    if (opens === undefined || answers === undefined) return;
    if (opens.kind === 'interface' && answers.kind === 'interface') {
      // A rule by group is of both families: where only one is meant, nothing at AWS can say so.
      for (const each of ['v4', 'v6'] as const) {
        append(this.#between, [identityOf(opens), identityOf(answers), each], packetsOf(traffic, ANY_CLIENT_PORT, each));
      }
    } else if (opens.kind === 'interface') {
      for (const end of to) append(this.#outwards, [identityOf(opens), family], this.#towards(end, packets, DESTINATION, family));
    } else {
      for (const end of from) append(this.#inwards, [identityOf(answers), family], this.#towards(end, packets, SOURCE, family));
    }
  }

  #towards(end: End, packets: readonly Box[], side: Dimension, family: Family): readonly Box[] {
    const spans = externalSpans(end, this.facts, this.spaceOf(family));
    return spans === undefined ? packets : packets.flatMap((box) => boxesOf(spans, side, box));
  }

  /** What may open from a group to anywhere, as far as no group is named. */
  outwards(from: string, family: Family): readonly Box[] {
    return this.#outwards.get(keyOf([from, family])) ?? [];
  }

  /** What anybody may open to a group, as far as no group is named. */
  inwards(to: string, family: Family): readonly Box[] {
    return this.#inwards.get(keyOf([to, family])) ?? [];
  }

  /** What flows name both groups for. */
  between(from: string, to: string, family: Family): readonly Box[] {
    return this.#between.get(keyOf([from, to, family])) ?? [];
  }

  /** What may open from one end to the other. One of them is ours. */
  of(from: End, to: End, family: Family): readonly Box[] {
    if (from.kind !== 'interface') return this.inwards(identityOf(to), family);
    if (to.kind !== 'interface') return this.outwards(identityOf(from), family);
    const inwards = this.inwards(identityOf(to), family);
    const met = this.outwards(identityOf(from), family).flatMap((box) => intersect([box], inwards));
    return [...this.between(identityOf(from), identityOf(to), family), ...met];
  }
}

/** Addresses that an end outside our networks stands for. Undefined: every one. */
export function externalSpans(end: End, { prefixLists }: NetworkFacts, space: AddressSpace): readonly Span[] | undefined {
  if (end.kind === 'outside') return space.setOf(end.block).maybe;
  const list = end.kind === 'service' ? prefixLists.get(end.list) : undefined;
  return list === undefined ? undefined : space.setOfList(list).maybe;
}

function keyOf(parts: readonly string[]): string {
  return parts.join(' ');
}

function append(map: Map<string, Box[]>, parts: readonly string[], boxes: readonly Box[]): void {
  const key = keyOf(parts);
  map.set(key, [...(map.get(key) ?? []), ...boxes]);
}
