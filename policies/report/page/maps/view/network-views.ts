import type { IntentNetwork } from '../../../../../modules/core/intent';
import type { Key, NetworkFacts, Vpc } from '../../../../model/network';
import { Unknown } from '../../../../model/term';
import type { Universe } from '../../../../model/universe';
import { blockText } from '../../../../reachability/filter/address-text';
import { keyIn } from '../../../../reachability/proof/names/peer-ends';
import { proofsOf } from '../../../../rules/reachability/proven';
import { depths } from './depths';
import { ExitBook } from './exits';
import { FlowBook, type SeenFlow } from './flow-book';
import { Lanes } from './lanes';
import type { ColumnView, FlowView, NetworkView, NodeView } from './network-view';
import { Nodes } from './nodes';
import { declaredTiers, routedTiers, type Tier } from './tiers';
import { VpcParts } from './vpc-parts';

const ORDER: readonly Tier['kind'][] = ['nat', 'public', 'private', 'isolated', 'unknown'];

function textOf(known: string | Unknown, otherwise: string): string {
  return known instanceof Unknown ? otherwise : known;
}

/** From left to right, as the lanes stand. */
function inOrder(flows: readonly FlowView[], columns: readonly ColumnView[]): readonly FlowView[] {
  const order = new Map(columns.flatMap(({ lanes }) => lanes).map(({ id }, place) => [id, place]));
  const place = (lane: string): number => order.get(lane) ?? 0;
  return [...flows].sort((a, b) => place(a.from.lane) - place(b.from.lane) || place(a.to.lane) - place(b.to.lane));
}

/** The networks of a universe, ready to be drawn. */
export class NetworkViews {
  readonly parts: VpcParts;
  readonly #exits: ExitBook;
  readonly #networks: ReadonlyMap<Key, IntentNetwork>;
  readonly #flows: FlowBook | undefined;
  readonly #nodes: Nodes;

  constructor(
    universe: Universe,
    private readonly facts: NetworkFacts,
  ) {
    const { intent } = universe;
    this.parts = new VpcParts(facts);
    this.#exits = new ExitBook(facts);
    this.#networks = new Map(intent?.networks.map((network) => [keyIn(network, network.vpc), network]));
    this.#flows = intent === undefined ? undefined : new FlowBook(intent, proofsOf(universe).flows);
    this.#nodes = new Nodes(this.parts, this.#exits, this.#networks);
  }

  /** What a VPC is called: its network's name, or its key. */
  nameOf(vpc: Key): string {
    return this.#networks.get(vpc)?.network ?? vpc;
  }

  /** Every VPC with subnets, by name. */
  *all(): Generator<NetworkView> {
    const named = [...this.facts.vpcs.values()].map((vpc) => ({ vpc, name: this.nameOf(vpc.key) }));
    named.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { vpc } of named) if (this.parts.subnetsOf(vpc.key).length > 0) yield this.#view(vpc);
  }

  #view(vpc: Vpc): NetworkView {
    const network = this.#networks.get(vpc.key);
    const seen = network === undefined ? [] : (this.#flows?.of(network.network) ?? []);
    const lanes = new Lanes(seen);
    const tiers = this.#tiers(vpc, network, seen);
    const arrows = lanes.arrows(seen, (flow) => this.#via(flow, tiers));
    const columns = this.#columns(vpc, network, tiers, lanes, arrows);
    return {
      name: this.nameOf(vpc.key),
      place: `account ${textOf(vpc.accountId, 'not known')}, ${textOf(vpc.region, 'Region not known')}`,
      addresses: vpc.blocks.map((block) => (block.kind === 'amazon' ? 'IPv6 from Amazon' : blockText(block))),
      zones: [...new Set(columns.flatMap(({ nodes }) => nodes.flatMap(({ zone }) => zone ?? [])))].sort(),
      columns,
      flows: inOrder(arrows, columns),
      doubts: this.#doubts(vpc),
    };
  }

  /** Those that are named, then what they leave out; each from the internet inwards. */
  #tiers(vpc: Vpc, network: IntentNetwork | undefined, seen: readonly SeenFlow[]): readonly Tier[] {
    const declared = network === undefined ? [] : declaredTiers(network, this.facts);
    const listed = new Set(declared.flatMap(({ subnets }) => subnets));
    const others = this.parts.subnetsOf(vpc.key).filter((subnet) => !listed.has(subnet));
    const far = depths(seen);
    const rank = ({ kind, groups }: Tier): number =>
      ORDER.indexOf(kind) * 1000 + Math.min(999, ...groups.map((group) => far.get(group) ?? 999));
    const ranked = [...declared, ...routedTiers(others, this.#exits)].map((tier) => ({ tier, at: rank(tier) }));
    return ranked.sort((a, b) => a.at - b.at || (a.tier.name < b.tier.name ? -1 : 1)).map(({ tier }) => tier);
  }

  #columns(
    { key }: Vpc,
    network: IntentNetwork | undefined,
    tiers: readonly Tier[],
    lanes: Lanes,
    arrows: readonly FlowView[],
  ): readonly ColumnView[] {
    const passed = new Set(arrows.flatMap(({ via }) => via));
    const lane = (id: string, name: string): ColumnView['lanes'] => (passed.has(id) ? [{ id, name, isShared: false }] : []);
    const gateways = this.#nodes.gateways(key);
    const internet: NodeView = {
      kind: 'elsewhere',
      name: 'Internet',
      addresses: [],
      notes: [],
      address: '',
      leadsTo: [],
    };
    const columns: readonly ColumnView[] = [
      { kind: 'internet', title: '', nodes: gateways.length > 0 ? [internet] : [], lanes: lanes.internet },
      { kind: 'gateways', title: 'Gateways', nodes: gateways, lanes: lane('gateways', 'gateway') },
      ...tiers.map(({ kind, name, subnets, groups }): ColumnView => ({
        kind,
        title: name,
        nodes: subnets.map((subnet) => this.#nodes.subnet(subnet)),
        lanes: kind === 'nat' ? lane('nat', 'NAT') : lanes.ofGroups(groups),
      })),
      { kind: 'endpoints', title: 'Endpoints', nodes: this.#nodes.endpoints(key, network), lanes: lanes.endpoints },
      { kind: 'elsewhere', title: 'Elsewhere', nodes: this.#nodes.elsewhere(key, network), lanes: lanes.elsewhere },
    ];
    return columns.filter(({ nodes, lanes: own }) => nodes.length + own.length > 0);
  }

  /** What stands between a tier and the internet, by its routes. */
  #via({ from, to }: Pick<SeenFlow, 'from' | 'to'>, tiers: readonly Tier[]): readonly string[] {
    const inner = from.place === 'internet' ? to : to.place === 'internet' ? from : undefined;
    const tier = tiers.find(({ groups }) => inner !== undefined && groups.includes(inner.name));
    const kinds = new Set(tier?.subnets.flatMap((subnet) => [...this.#exits.of(subnet).kinds]));
    const byNat = from.place !== 'internet' && kinds.has('nat-gateway');
    const leaves = byNat || kinds.has('internet-gateway') || kinds.has('egress-only-gateway');
    return [...(leaves ? ['gateways'] : []), ...(byNat ? ['nat'] : [])];
  }

  #doubts({ key, incomplete, unseen, otherGateways, unjudged }: Vpc): readonly string[] {
    const own = [
      { what: 'Its blocks', why: incomplete },
      { what: 'Internet gateways', why: otherGateways },
      { what: 'What passes', why: unjudged },
      { what: 'All of it', why: unseen },
    ].flatMap(({ what, why }) => (why === undefined ? [] : [`${what}: ${why.why}`]));
    const routes = this.parts.subnetsOf(key).flatMap((subnet) => this.#exits.of(subnet).unknown ?? []);
    return [...own, ...[...new Set(routes)].map((why) => `Routes: ${why}`)];
  }
}
