import type { Family } from '../../../../modules/core/cidr';
import { type Host, type Key, type NetworkFacts, ALL_TRAFFIC } from '../../../model/network';
import { hostSpots } from '../../../reachability/ask/places/host-place';
import { spotsIn } from '../../../reachability/ask/places/subnet-ends';
import type { Spot } from '../../../reachability/ask';
import { ANY_CLIENT_PORT } from '../../../reachability/proof/flows/coverage';
import { regionPorts } from '../../../reachability/proof/matrix/region-ports';
import { findUntold } from '../../../reachability/proof/matrix/untold';
import { subtract } from '../../../reachability/region/region';
import type { Surveyed } from '../../../rules/reachability/proven';
import { type Cell, type Grid, pairsOf, type Passage, type Peer, type Topic } from './grid';

/** More of one VPC than these are named, and not asked about. */
const MOST_PEERS = 12;
/** Pairs of ends that are asked about in all VPCs: a pair costs half a millisecond. */
const MOST_PAIRS = 2000;

const FAMILIES: readonly Family[] = ['v4', 'v6'];
const INTERNET: Peer = { name: 'internet', ends: [{ kind: 'internet' }], asked: 'internet' };

/** Where a peer stands in one of several places, nothing of one place is sure of it. */
interface Placed extends Peer {
  readonly isSure: boolean;
}

function placed(name: string, asked: string, spots: readonly Spot[]): Placed {
  const open = spots.find((spot) => spot.open !== undefined)?.open;
  const isSure = spots.every(({ ends, doubt }) => ends.length === 1 && doubt === undefined);
  return { name, asked, ends: spots.flatMap(({ ends }) => ends), isSure, ...(open === undefined ? {} : { open }) };
}

/** The VPCs that something may stand in. Empty: the documents tell none. */
function vpcsOf({ ends }: Peer, { subnets }: NetworkFacts): readonly Key[] {
  const found = ends.flatMap((end) => (end.kind === 'interface' ? (subnets.get(end.subnet)?.vpc.choices ?? []) : []));
  return [...new Set(found)].sort();
}

function byName(a: Peer, b: Peer): number {
  return a.name < b.name ? -1 : 1;
}

/** Matrices of Terraform that declares nothing: one for each VPC, of what stands there. */
export class HostGrids {
  /** Names in several stacks need the stack. */
  readonly #nameOf: (key: Key) => string;
  #pairs = 0;

  constructor(
    private readonly surveyed: Surveyed,
    stacks: readonly { readonly name: string }[],
  ) {
    const [only, ...others] = stacks;
    const prefix = only === undefined || others.length > 0 ? undefined : `${only.name}:`;
    this.#nameOf = (key) => (prefix !== undefined && key.startsWith(prefix) ? key.slice(prefix.length) : key);
  }

  *all(): Generator<Grid> {
    const { facts } = this.surveyed;
    const hosts = [...facts.hosts.values()].map((host) => this.#host(host)).sort(byName);
    for (const vpc of [...facts.vpcs.keys()].sort()) {
      const own = hosts.filter((host) => vpcsOf(host, facts).includes(vpc));
      const subnets =
        own.length > 0 ? [] : spotsIn(vpc, facts, 'open').map((spot) => placed(this.#nameOf(spot.name), spot.name, [spot]));
      if (own.length + subnets.length > 0) yield this.#grid(vpc, own.length > 0 ? own : subnets.sort(byName), own.length === 0);
    }
  }

  /** Hosts whose VPC the documents don't tell, and why. */
  lost(): readonly string[] {
    const { facts } = this.surveyed;
    return [...facts.hosts.values()]
      .map((host) => this.#host(host))
      .filter((host) => vpcsOf(host, facts).length === 0)
      .map(({ name, open = 'its VPC is not told' }) => `${name}: ${open}`)
      .sort();
  }

  #host(host: Host): Placed {
    return placed(this.#nameOf(host.key), host.key, hostSpots(host, this.surveyed.facts));
  }

  #grid(vpc: Key, all: readonly Placed[], isBare: boolean): Grid {
    const [shown, left] = this.#affordable(all);
    const peers: readonly Placed[] = shown.length === 0 ? [] : [...shown, { ...INTERNET, isSure: true }];
    const cells = peers.flatMap((from, row) =>
      peers.map((to, column): Cell => ({ row, column, from, to, passages: row === column ? [] : this.#passages(from, to) })),
    );
    const notes = [
      ...(isBare
        ? [
            'Nothing stands here that the documents tell of: subnets are asked about by routes and ACLs alone, no group is considered.',
          ]
        : []),
      ...(left.length === 0 ? [] : [`Not asked about, to keep the page short: ${left.map(({ name }) => name).join(', ')}.`]),
      'What passes to and from other VPCs, and between interfaces of one row, is not asked about.',
    ];
    return { names: [this.#nameOf(vpc)], rows: peers, columns: peers, cells, notes };
  }

  /** As many as may be asked about, by the number of pairs: the same on every machine. */
  #affordable(all: readonly Placed[]): readonly [readonly Placed[], readonly Placed[]] {
    let count = Math.min(all.length, MOST_PEERS);
    const cost = (some: readonly Placed[]): number => {
      const ends = some.reduce((sum, peer) => sum + peer.ends.length, 1);
      return ends * ends;
    };
    while (count > 0 && this.#pairs + cost(all.slice(0, count)) > MOST_PAIRS) count -= 1;
    this.#pairs += cost(all.slice(0, count));
    return [all.slice(0, count), all.slice(count)];
  }

  #passages(from: Placed, to: Placed): readonly Passage[] {
    const { facts, prover } = this.surveyed;
    const untold = [...from.ends, ...to.ends].map((end) => findUntold(end, facts, prover));
    const open = from.open ?? to.open ?? untold.find((why) => why !== undefined);
    const families = FAMILIES.filter((family) => pairsOf({ from, to }, family, facts).length > 0);
    if (open !== undefined || families.length === 0) {
      const why = open ?? 'they share no family of addresses';
      return [
        {
          family: 'v4',
          parts: [{ state: open === undefined ? 'nothing' : 'unknown', ports: [] }],
          topics: [{ kind: 'unknown', why }],
        },
      ];
    }
    return families.map((family) => this.#passage(from, to, family));
  }

  #passage(from: Placed, to: Placed, family: Family): Passage {
    const { prover, facts } = this.surveyed;
    const found = { passes: new Set<string>(), unanswered: new Set<string>(), may: new Set<string>() };
    const isSure = from.isSure && to.isSure;
    for (const [source, target] of pairsOf({ from, to }, family, facts)) {
      const { strict, lenient } = prover.bothReadings(source, target, family, ALL_TRAFFIC, ANY_CLIENT_PORT);
      const lost = subtract(strict.arrives, lenient.works);
      for (const port of regionPorts(strict.works, family)) found[isSure ? 'passes' : 'may'].add(port);
      for (const port of regionPorts(lost, family)) found[isSure ? 'unanswered' : 'may'].add(port);
      for (const port of regionPorts(subtract(lenient.arrives, lost), family)) found.may.add(port);
    }
    for (const port of found.passes) found.may.delete(port);
    const parts = (['passes', 'unanswered', 'may'] as const).map((state) => ({ state, ports: [...found[state]].sort() }));
    const said = parts.filter(({ ports }) => ports.length > 0);
    if (said.length === 0) return { family, parts: [{ state: 'nothing', ports: [] }], topics: [{ kind: 'nothing' }] };
    return {
      family,
      parts: said,
      topics: said.map((part): Topic => ({ kind: 'ports', ...part })),
    };
  }
}
