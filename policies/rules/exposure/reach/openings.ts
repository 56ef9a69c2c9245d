import type { Family } from '../../../../modules/core/cidr';
import type { GroupRule, Key, SecurityGroup } from '../../../model/network';
import { Unknown } from '../../../model/term';
import type { Universe } from '../../../model/universe';
import { blockText, listText } from '../../../reachability/filter/address-text';
import type { AddressSet, AddressSpace } from '../../../reachability/region/address-space';
import type { Span } from '../../../reachability/region/spans';
import { proverOf, type Surveyed } from '../../reachability/proven';
import { publicOf } from './public-sources';

/** A group rule that lets in public addresses of one family. */
export interface Opening {
  readonly rule: GroupRule;
  readonly family: Family;
  /** Those that it surely lets in, if what it lets them reach is known too. */
  readonly sure: readonly Span[];
  /** Those that it may let in; the same object where nothing is in doubt. */
  readonly maybe: readonly Span[];
}

const FAMILIES: readonly Family[] = ['v4', 'v6'];

function setOf({ peer }: GroupRule, family: Family, space: AddressSpace): AddressSet | undefined {
  switch (peer.kind) {
    case 'group':
      // It matches the private addresses of those that carry it.
      return undefined;
    case 'block':
      return peer.family instanceof Unknown || peer.family === family ? space.setOf(peer.block) : undefined;
    case 'prefix-list':
      return space.setOfList(peer.list);
  }
}

/** Whom a rule lets in, as its author wrote it. */
export function peerText({ peer }: GroupRule): string {
  switch (peer.kind) {
    case 'block':
      return blockText(peer.block);
    case 'prefix-list':
      return listText(peer.list);
    case 'group':
      return `group ${peer.group.choices.join(' or ')}`;
  }
}

/** What security groups let in from public addresses: found once for each group. */
export class Openings {
  readonly #known = new Map<Key, readonly Opening[]>();

  constructor(private readonly surveyed: Surveyed) {}

  /** The openings of a group; none where only its own members and private addresses come in. */
  of({ key, ingress }: SecurityGroup): readonly Opening[] {
    let openings = this.#known.get(key);
    if (openings === undefined) {
      openings = ingress.flatMap((rule) => FAMILIES.flatMap((family) => this.#opening(rule, family) ?? []));
      this.#known.set(key, openings);
    }
    return openings;
  }

  #opening(rule: GroupRule, family: Family): Opening | undefined {
    const space = this.surveyed.prover.space(family);
    const set = setOf(rule, family, space);
    if (set === undefined) return undefined;
    const maybe = publicOf(set.maybe, space);
    if (maybe.length === 0) return undefined;
    const certain = rule.certain && !(rule.traffic instanceof Unknown);
    const sure = !certain ? [] : set.sure === set.maybe ? maybe : publicOf(set.sure, space);
    return { rule, family, sure, maybe };
  }
}

const known = new WeakMap<Universe, Openings>();

/** The openings of a universe's groups, for all rules that ask. */
export function openingsOf(universe: Universe): Openings {
  let openings = known.get(universe);
  if (openings === undefined) {
    openings = new Openings(proverOf(universe));
    known.set(universe, openings);
  }
  return openings;
}
