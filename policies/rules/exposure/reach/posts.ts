import { type Family } from '../../../../modules/core/cidr';
import { ALL_TRAFFIC, type Host, type Key, type SecurityGroup } from '../../../model/network';
import { Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { hasFamily, type Spot } from '../../../reachability/ask/place';
import { groupPlace } from '../../../reachability/ask/places/group-place';
import { hostSpots } from '../../../reachability/ask/places/host-place';
import { ANY_CLIENT_PORT } from '../../../reachability/proof/flows/coverage';
import { groupEnds, keyIn } from '../../../reachability/proof/names/peer-ends';
import type { End } from '../../../reachability/query';
import type { Passing } from '../../../reachability/way/course';
import type { Reading } from '../../../reachability/filter/readings';
import { proverOf, type Surveyed } from '../../reachability/proven';

/** Where packets may arrive: an interface of something, or of whatever will carry a group. */
export interface Post {
  /** `aws_instance.web`, or `what carries aws_security_group.web in aws_subnet.a`. */
  readonly name: string;
  readonly spot: Spot;
  /** What has the interface. @default - nothing in the documents: whatever will carry the group */
  readonly host?: Host;
}

type InterfaceEnd = Extract<End, { kind: 'interface' }>;

/** What of the internet gets to an end, by family and reading. */
export type Met = Readonly<Record<Reading, Passing>>;

/** Everybody. */
export const INTERNET: End = { kind: 'internet' };
/** Both. */
export const FAMILIES: readonly Family[] = ['v4', 'v6'];

/** A resource as findings of another one name it: by its address where both stand in one stack. */
export function nameOf(key: Key, beside: ResourceFact | undefined): string {
  const prefix = `${beside?.stack ?? ''}:`;
  return key.startsWith(prefix) ? key.slice(prefix.length) : key;
}

/** Whether the internet can have a way to it: most hosts have no address for it, and nothing needs asking. */
export function isAddressable({ publicIpv4, ipv6 }: Host): boolean {
  return publicIpv4 !== false || ipv6 !== false;
}

/** Every place in a universe where the internet may arrive, and what does; each is asked once, and only when somebody wants to know. */
export class Posts {
  readonly #surveyed: Surveyed;
  readonly #met = new WeakMap<End, Map<Family, Met>>();
  #carried?: ReadonlySet<Key>;
  #declared?: ReadonlyMap<Key, readonly End[]>;
  #hosts?: readonly Post[];

  constructor(private readonly universe: Universe) {
    this.#surveyed = proverOf(universe);
  }

  /** The interfaces of all hosts that the internet can have a way to. */
  ofHosts(): readonly Post[] {
    const { facts } = this.#surveyed;
    this.#hosts ??= [...facts.hosts.values()].filter(isStarted).flatMap((host) => {
      if (!isAddressable(host)) return [];
      return hostSpots(host, facts).map((spot): Post => ({ name: host.key, spot, host }));
    });
    return this.#hosts;
  }

  /**
   * Where a group may be carried that nothing in the documents carries: where its authors say, else in each subnet of its VPC. None,
   * where something carries it: that is judged.
   */
  ofGroup(group: SecurityGroup): readonly Post[] {
    if (this.#carriedGroups().has(group.key)) return [];
    const name = `what carries ${nameOf(group.key, group.origin)}`;
    const declared = this.#declaredEnds().get(group.key);
    const spots = declared?.map((end): Spot => ({ name: end.kind === 'interface' ? end.subnet : name, ends: [end] }));
    return (spots ?? groupPlace(name, group, this.#surveyed.facts).spots).map((spot) => {
      const where = spot.open === undefined ? ` in ${nameOf(spot.name, group.origin)}` : '';
      return { name: `${name}${where}`, spot };
    });
  }

  /** One interface that carries the group, whether or not the internet can have a way to it; undefined where none is told. */
  findBearer(group: SecurityGroup): InterfaceEnd | undefined {
    const { facts } = this.#surveyed;
    for (const host of facts.hosts.values()) {
      const { groups } = host;
      if (groups === 'none' || groups instanceof Unknown || !groups.some(({ choices }) => choices.includes(group.key))) continue;
      const end = hostSpots(host, facts).flatMap(({ ends }) => ends)[0];
      if (end?.kind === 'interface') return end;
    }
    return this.ofGroup(group)
      .flatMap(({ spot }) => spot.ends)
      .find((end) => end.kind === 'interface');
  }

  /** What of the internet arrives at an end, whatever it is. */
  met(end: End, family: Family): Met | undefined {
    const { facts, prover } = this.#surveyed;
    if (!hasFamily(end, family, facts)) return undefined;
    const known = this.#met.get(end) ?? new Map<Family, Met>();
    this.#met.set(end, known);
    const met = known.get(family) ?? prover.bothReadings(INTERNET, end, family, ALL_TRAFFIC, ANY_CLIENT_PORT);
    known.set(family, met);
    return met;
  }

  #carriedGroups(): ReadonlySet<Key> {
    const hosts = [...this.#surveyed.facts.hosts.values()].filter(isStarted);
    this.#carried ??= new Set(
      hosts.flatMap(({ groups }) =>
        groups === 'none' || groups instanceof Unknown ? [] : groups.flatMap(({ choices }) => choices),
      ),
    );
    return this.#carried;
  }

  #declaredEnds(): ReadonlyMap<Key, readonly End[]> {
    const networks = this.universe.intent?.networks ?? [];
    this.#declared ??= new Map(
      networks.flatMap((network) =>
        network.tiers.flatMap(({ groups }) =>
          groups.map(({ name, address }) => [keyIn(network, address), groupEnds(network, name)] as const),
        ),
      ),
    );
    return this.#declared;
  }
}

/** Whether it has interfaces: a launch template has none, those that start from it have. */
function isStarted({ kind, subnets }: Host): boolean {
  return kind !== 'launch-template' || subnets instanceof Unknown || subnets.length > 0;
}

const known = new WeakMap<Universe, Posts>();

/** The posts of a universe, for all rules that ask. */
export function postsOf(universe: Universe): Posts {
  let posts = known.get(universe);
  if (posts === undefined) {
    posts = new Posts(universe);
    known.set(universe, posts);
  }
  return posts;
}
