import { Cidr } from '../../../../modules/core/cidr';
import type { NetworkFacts } from '../../../model/network';
import type { ResourceFact, Universe } from '../../../model/universe';
import { AddressPlaces, looksLikeAddress, parseAddress } from './address-place';
import { ambiguous, Directory } from './directory';
import type { Place } from '../place';
import { resourcePlace } from './resource-place';
import { TierNames } from './tier-place';

const ANYWHERE: readonly Cidr[] = [Cidr.anyIpv4, Cidr.anyIpv6];

function internet(name: string): Place {
  return { name, spots: [{ name: 'internet', ends: [{ kind: 'internet' }] }], assumed: [] };
}

/** What the ends of a question are called, and what they stand for. */
export class Places {
  readonly #addresses: AddressPlaces;
  readonly #tiers: TierNames;
  readonly #directory: Directory;
  readonly #repeated: ReadonlyMap<string, ResourceFact>;

  constructor(
    universe: Universe,
    private readonly facts: NetworkFacts,
  ) {
    this.#addresses = new AddressPlaces(facts);
    this.#tiers = new TierNames(universe.intent ?? { networks: [] });
    this.#directory = new Directory(universe, facts, this.#tiers.all());
    const resources = universe.stacks.flatMap((stack) => stack.resources);
    this.#repeated = new Map(resources.flatMap((one) => (one.repeated === undefined ? [] : [[one.key, one]])));
  }

  /**
   * What a text stands for: `internet`, an IP address or a block, a tier, or a resource by its address.
   * @throws InputError LZ-CIDR-n, LZ-REACH-2 to LZ-REACH-4
   */
  of(text: string): Place {
    if (text === 'internet') return internet(text);
    if (looksLikeAddress(text)) return this.#address(text);
    const tiers = this.#tiers.of(text);
    const [only, ...others] = tiers;
    if (only === undefined) return this.#resources(text);
    if (others.length === 0) return only.place;
    const problem = `the account has such a network in ${String(tiers.length)} Regions`;
    throw ambiguous(
      text,
      problem,
      tiers.map(({ full }) => full),
    );
  }

  #address(text: string): Place {
    const block = parseAddress(text);
    if (!ANYWHERE.some((all) => all.equals(block))) return this.#addresses.of(text, block);
    return { ...internet(text), families: [block.family], assumed: [`${text} is the internet: every public address`] };
  }

  #resources(text: string): Place {
    const named = this.#directory.get(text);
    const places = named.map((each) => resourcePlace(named.length === 1 ? text : each.key, each, this.facts));
    const repeated = named.flatMap(({ key }) => this.#repeated.get(key) ?? []);
    const there = repeated.map(({ key, repeated: why }) => `${key} is there, though ${why?.why ?? ''}`);
    return {
      name: text,
      spots: places.flatMap(({ spots }) => spots),
      assumed: [...new Set([...places.flatMap(({ assumed }) => assumed), ...there])],
    };
  }
}
