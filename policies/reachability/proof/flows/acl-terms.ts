import { Cidr, type Family } from '../../../../modules/core/cidr';
import type { Intent, IntentNetwork, IntentResidue, IntentTier } from '../../../../modules/core/intent';
import { parsePort } from '../../../../modules/core/port';
import { ICMP, ICMPV6, type NetworkFacts, type Traffic, trafficOf } from '../../../model/network';
import { Unknown } from '../../../model/term';
import { comparedAddress, seen } from '../../filter/view';
import type { End } from '../../query';
import type { AddressSpace } from '../../region/address-space';
import type { Box } from '../../region/box';
import { boxesOf, otherSpans, type Span } from '../../region/spans';
import { externalSpans } from './coverage';
import type { DeclaredFlow } from '../names/declared-flows';
import { keyIn, type PeerEnds } from '../names/peer-ends';

/** What an ACL may admit in each direction, in coordinates of the packet it sees. */
export interface AclTerms {
  readonly in: readonly Box[];
  readonly out: readonly Box[];
}

/** "Fragmentation needed" and "packet too big" pass everywhere, or path MTU discovery hangs. */
export const PATH_MTU = {
  v4: { protocol: ICMP, type: 3, code: 4 },
  v6: { protocol: ICMPV6, type: 2, code: 0 },
} as const satisfies Readonly<Record<Family, Traffic>>;

/** A flow as the ACLs of one tier see it. */
interface Leg {
  readonly direction: 'in' | 'out';
  readonly others: readonly Span[];
  readonly traffic: Traffic;
}

/** What the ACLs of networks may admit: requests of their flows, the listed residue, and what AWS needs everywhere. */
export class AclTermBook {
  /** By subnet, and those that NAT carries by network. */
  readonly #flows = new Map<string, Set<DeclaredFlow>>();
  readonly #residues: ReadonlyMap<string, readonly IntentResidue[]>;
  readonly #unusedOf = new Map<string, readonly Span[]>();

  constructor(
    { residue }: Intent,
    flows: readonly DeclaredFlow[],
    private readonly peers: PeerEnds,
    private readonly facts: NetworkFacts,
    private readonly spaceOf: (family: Family) => AddressSpace,
  ) {
    this.#residues = groupBy(residue, ({ network }) => network);
    for (const flow of flows) {
      for (const end of [...flow.from, ...flow.to]) {
        this.#touches(end.kind === 'interface' ? end.subnet : flow.stated.network, flow);
      }
    }
  }

  #touches(place: string, flow: DeclaredFlow): void {
    const known = this.#flows.get(place) ?? new Set();
    this.#flows.set(place, known.add(flow));
  }

  /** The terms of one tier in one family. */
  of(network: IntentNetwork, tier: IntentTier, family: Family): AclTerms {
    const space = this.spaceOf(family);
    const legs = [...this.#requests(network, tier, family), ...this.#residue(network, tier, family)];
    const boxes = (direction: 'in' | 'out'): Box[] => [
      ...legs
        .filter((leg) => leg.direction === direction)
        .flatMap((leg) => seen(leg.traffic, leg.others, direction, 'opening', family)),
      ...seen(PATH_MTU[family], space.all, direction, 'opening', family),
      // An entry names a tier by its block, which has room to grow: addresses of no subnet are nobody's.
      ...boxesOf(this.#unused(network, family), comparedAddress(direction, 'opening')),
    ];
    return { in: boxes('in'), out: boxes('out') };
  }

  #requests(network: IntentNetwork, tier: IntentTier, family: Family): Leg[] {
    if (tier.kind === 'nat') return this.#repeated(network, family);
    const subnets = new Set(tier.subnets.map((subnet) => keyIn(network, subnet)));
    const stands = ([end]: readonly End[]): boolean => end?.kind === 'interface' && subnets.has(end.subnet);
    return this.#touching([...subnets], family).flatMap(({ from, to, traffic }): Leg[] => [
      ...(stands(from) ? [{ direction: 'out' as const, others: this.#spans(to, family), traffic }] : []),
      ...(stands(to) ? [{ direction: 'in' as const, others: this.#spans(from, family), traffic }] : []),
    ]);
  }

  /** NAT hears what private tiers send to the internet, and repeats it. */
  #repeated({ network }: IntentNetwork, family: Family): Leg[] {
    return this.#touching([network], family).flatMap(({ from, to, traffic }): Leg[] => [
      { direction: 'in', others: this.#spans(from, family), traffic },
      { direction: 'out', others: this.#spans(to, family), traffic },
    ]);
  }

  #touching(places: readonly string[], family: Family): DeclaredFlow[] {
    const flows = new Set(places.flatMap((place) => [...(this.#flows.get(place) ?? [])]));
    return [...flows].filter((flow) => flow.family === family);
  }

  #residue(home: IntentNetwork, { tier }: IntentTier, family: Family): Leg[] {
    return (this.#residues.get(home.network) ?? [])
      .filter((residue) => residue.tier === tier)
      .filter(({ peer }) => peer.endsWith(' v6') === (family === 'v6') || peer.includes(':'))
      .map(({ direction, peer, port }) => ({
        direction,
        others: this.#named(home, peer.replace(/ v6$/, ''), family),
        traffic: trafficOf(parsePort(port)),
      }));
  }

  #named(network: IntentNetwork, peer: string, family: Family): readonly Span[] {
    const space = this.spaceOf(family);
    if (peer === 'anywhere') return space.all;
    if (/^[\da-f.:]+\/\d+$/i.test(peer)) return space.setOf({ kind: 'literal', cidr: Cidr.parse(peer) }).maybe;
    const segments = peer.split('/');
    const [, region = ''] = network.network.split('/');
    const owner = segments.length === 1 ? network : this.peers.network(`${segments[0] ?? ''}/${region}/${segments[1] ?? ''}`);
    const tier = owner.tiers.find((candidate) => candidate.tier === segments.at(-1));
    return (tier?.subnets ?? []).flatMap((subnet) => this.#subnetSpans(keyIn(owner, subnet), family));
  }

  #spans(ends: readonly End[], family: Family): readonly Span[] {
    return ends.flatMap((end) =>
      end.kind === 'interface'
        ? this.#subnetSpans(end.subnet, family)
        : end.kind === 'service'
          ? this.spaceOf(family).all
          : (externalSpans(end, this.facts, this.spaceOf(family)) ?? this.spaceOf(family).all),
    );
  }

  #subnetSpans(key: string, family: Family): readonly Span[] {
    const subnet = this.facts.subnets.get(key);
    const block = family === 'v4' ? subnet?.ipv4 : subnet?.ipv6;
    return block === undefined || block instanceof Unknown ? [] : this.spaceOf(family).spansOf(block);
  }

  /** Addresses of the network and its neighbours that no subnet has. */
  #unused(network: IntentNetwork, family: Family): readonly Span[] {
    return [network, ...network.peered.map((key) => this.peers.network(key))].flatMap((one) => this.#unusedIn(one, family));
  }

  #unusedIn({ network, stack, vpc, tiers }: IntentNetwork, family: Family): readonly Span[] {
    const key = `${network} ${family}`;
    const known = this.#unusedOf.get(key);
    if (known !== undefined) return known;
    const blocks = this.facts.vpcs.get(`${stack}:${vpc}`)?.blocks ?? [];
    const used = tiers.flatMap(({ subnets }) => subnets.flatMap((subnet) => this.#subnetSpans(`${stack}:${subnet}`, family)));
    const whole = blocks.flatMap((block) => this.spaceOf(family).spansOf(block));
    const unused = otherSpans(whole, used);
    this.#unusedOf.set(key, unused);
    return unused;
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return groups;
}
