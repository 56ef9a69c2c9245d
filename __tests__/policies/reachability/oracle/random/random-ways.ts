import { spanOf, type Kind } from '../addresses';
import { MAIN_REGION } from '../world';
import type {
  Attachment,
  Endpoint,
  Nat,
  Peering,
  PrefixList,
  Route,
  Subnet,
  Table,
  Target,
  TransitGateway,
  TransitTable,
  Vpc,
  World,
} from '../world';
import { type Blocks, OUTSIDE } from './alphabet';
import type { Dice } from './dice';

/** What routes may lead to. */
export type Ways = Pick<
  World,
  'internetGateways' | 'egressOnly' | 'nats' | 'vgws' | 'peerings' | 'gateways' | 'attachments' | 'transitTables'
>;

const WAYS_OUT: Readonly<Record<Kind, readonly string[]>> = {
  v4: ['0.0.0.0/0', '0.0.0.0/0', '203.0.113.0/24', '128.0.0.0/1'],
  v6: ['::/0', '::/0', '2a00:1450::/32', '2000::/3'],
};

/** Where NAT gateways stand. */
function publicTable(vpc: Vpc, name: string, aside: readonly Route[]): Table {
  const target: Target = { to: 'igw', name };
  const routes = ['0.0.0.0/0', '::/0'].map((block): Route => ({ destination: { block }, target }));
  return { name: `${vpc.name}-public-rt`, vpc: vpc.name, main: 'no', routes: [...routes, ...aside] };
}

/** Random ways between random VPCs. */
export class RandomWays {
  constructor(
    private readonly dice: Dice,
    private readonly vpcs: readonly Vpc[],
    private readonly subnets: readonly Subnet[],
    private readonly blocks: Blocks,
  ) {}

  private subnetsOf(vpc: string): readonly Subnet[] {
    return this.subnets.filter((subnet) => subnet.vpc === vpc);
  }

  private peerings(): Peering[] {
    const { dice } = this;
    const [first, second, third] = this.vpcs.map(({ name }) => name);
    const pairs = [
      [first, second],
      [third, first],
    ].flatMap(([requester, accepter]) => (requester !== undefined && accepter !== undefined ? [{ requester, accepter }] : []));
    return pairs
      .filter(() => dice.chance(0.6))
      .map((pair) => ({ name: `peer-${pair.requester}-${pair.accepter}`, ...pair, active: dice.chance(0.85) }));
  }

  private attachments(gateway: TransitGateway, tables: readonly string[]): Attachment[] {
    const { dice } = this;
    const table = (): string | null => (dice.chance(0.95) ? dice.pick(tables) : null);
    const own = this.vpcs
      .filter((vpc) => vpc.region === this.vpcs[0]?.region && dice.chance(0.9))
      .map(({ name }) => {
        const zones = new Map(dice.shuffled(this.subnetsOf(name)).map((subnet) => [subnet.zone, subnet.name]));
        const kept = [...zones.values()].filter(() => dice.chance(0.85));
        const subnets = kept.length > 0 ? kept : [...zones.values()].slice(0, 1);
        return {
          name: `attach-${name}`,
          gateway: gateway.name,
          vpc: name,
          subnets,
          table: table(),
          groupReferences: dice.chance(0.7),
          ipv6: dice.chance(0.85),
        };
      });
    const edge = { name: 'attach-edge', gateway: gateway.name, subnets: [], table: table(), groupReferences: false, ipv6: true };
    return dice.chance(0.5) ? [...own, edge] : own;
  }

  private transitTable(name: string, gateway: string, attachments: readonly Attachment[]): TransitTable {
    const { dice } = this;
    const propagated = attachments.filter(({ vpc }) => vpc !== undefined && dice.chance(0.7)).map((each) => each.name);
    const edge = attachments.find(({ vpc }) => vpc === undefined);
    const wide = edge && dice.chance(0.7) ? ['0.0.0.0/0', '192.168.0.0/24', 'fd12:3456::/48', '::/0'] : [];
    const towards = dice.some(wide, 0.5).map((block) => ({ block, to: 'attach-edge' }));
    const random = dice.times(0, 3, () => {
      const block = this.blocks.pick(dice, dice.chance(0.7) ? 'v4' : 'v6');
      const to = dice.chance(0.4) ? null : dice.pick(attachments).name;
      return { block, to };
    });
    const routes = new Map([...random, ...towards].map((route) => [route.block, route]));
    return { name, gateway, routes: [...routes.values()], propagated };
  }

  private transit(): Pick<Ways, 'gateways' | 'attachments' | 'transitTables'> {
    const { dice } = this;
    if (dice.chance(0.45)) return { gateways: [], attachments: [], transitTables: [] };
    const described = dice.chance(0.85);
    const gateway = { name: 'tgw', described, groupReferences: described && dice.chance(0.7) };
    if (!described) return { gateways: [gateway], attachments: [], transitTables: [] };
    const names = ['tgw-rt0', 'tgw-rt1'].slice(0, dice.int(1, 2));
    const attachments = this.attachments(gateway, names);
    const transitTables = attachments.length === 0 ? [] : names.map((name) => this.transitTable(name, gateway.name, attachments));
    return { gateways: [gateway], attachments, transitTables };
  }

  private nats(withGateway: ReadonlySet<string>): Nat[] {
    const { dice } = this;
    return this.vpcs
      .filter(({ name }) => withGateway.has(name) && dice.chance(0.6))
      .map(({ name }) => ({
        name: `nat-${name}`,
        subnet: dice.pick(this.subnetsOf(name)).name,
        connectivity: dice.chance(0.9) ? 'public' : 'private',
      }));
  }

  ways(): Ways {
    const { dice, vpcs } = this;
    const internetGateways = dice
      .some(vpcs, 0.7)
      .map(({ name }) => ({ name: `igw-${name}`, vpc: name, ...(dice.chance(0.05) ? { edgeTable: `${name}-edge-rt` } : {}) }));
    return {
      internetGateways,
      egressOnly: dice.some(vpcs, 0.3).map(({ name }) => ({ name: `eigw-${name}`, vpc: name })),
      vgws: dice.some(vpcs, 0.25).map(({ name }) => ({ name: `vgw-${name}`, vpc: name })),
      nats: this.nats(new Set(internetGateways.map(({ vpc }) => vpc))),
      peerings: this.peerings(),
      ...this.transit(),
    };
  }

  private toVpc(target: Target, vpc: Vpc): Route[] {
    const { dice } = this;
    const whole = vpc.blocks.filter(() => dice.chance(0.85));
    return whole.map((block) => ({ destination: { block }, target }));
  }

  private out(target: Target, kinds: readonly Kind[]): Route[] {
    const { dice } = this;
    return kinds.filter(() => dice.chance(0.7)).map((kind) => ({ destination: { block: dice.pick(WAYS_OUT[kind]) }, target }));
  }

  private edge(target: Target): Route[] {
    return this.dice
      .some(['192.168.0.0/24', 'fd12:3456::/48', '0.0.0.0/0', '::/0'], 0.4)
      .map((block) => ({ destination: { block }, target }));
  }

  private candidates(vpc: Vpc, ways: Ways): Route[] {
    const { dice } = this;
    const mine = <T extends { readonly vpc: string }>(all: readonly T[]): readonly T[] =>
      all.filter((each) => each.vpc === vpc.name);
    const others = this.vpcs.filter((other) => other !== vpc);
    const peered = ways.peerings
      .filter(({ requester, accepter }) => [requester, accepter].includes(vpc.name))
      .flatMap((peering) => {
        const other = others.find(({ name }) => [peering.requester, peering.accepter].includes(name));
        return other ? this.toVpc({ to: 'peering', name: peering.name }, other) : [];
      });
    const transit = ways.gateways
      .filter(({ described }) => !described || ways.attachments.some((each) => each.vpc === vpc.name))
      .map(({ name }): Target => ({ to: 'tgw', name }))
      .flatMap((target) => [
        ...others.flatMap((other) => this.toVpc(target, other)),
        ...(dice.chance(0.4) ? this.edge(target) : []),
      ]);
    const nat = ways.nats.filter(({ name }) => name === `nat-${vpc.name}`);
    return [
      ...peered,
      ...transit,
      ...nat.flatMap(({ name }) =>
        dice.chance(0.8) ? this.out({ to: 'nat', name }, dice.chance(0.2) ? ['v4', 'v6'] : ['v4']) : [],
      ),
      ...mine(ways.internetGateways).flatMap(({ name }) => this.out({ to: 'igw', name }, nat.length > 0 ? ['v6'] : ['v4', 'v6'])),
      ...mine(ways.egressOnly).flatMap(({ name }) => this.out({ to: 'egress-only', name }, ['v6'])),
      ...mine(ways.vgws).flatMap(({ name }) => this.edge({ to: 'vgw', name })),
    ];
  }

  /** What leads away from a public subnet otherwise than to the internet: what NAT sends goes there too, on and back. */
  private besides(vpc: Vpc, ways: Ways): Route[] {
    const { dice } = this;
    const usual = this.candidates(vpc, ways);
    const edges = usual.map(({ target }) => target).filter(({ to }) => to === 'vgw' || to === 'tgw');
    const inland =
      edges.length > 0 && dice.chance(0.5)
        ? dice.some(OUTSIDE.v4.slice(0, 2), 0.6).map((block) => ({ destination: { block }, target: dice.pick(edges) }))
        : [];
    const senders = this.subnetsOf(vpc.name).filter(({ name }) => ways.nats.every(({ subnet }) => subnet !== name));
    const back = senders.filter(() => dice.chance(0.4)).map(({ ipv4 }) => this.aside(vpc, usual, [ipv4]));
    return [...inland, ...back];
  }

  /** To one of these blocks, which are local ones or lie within them, and away from there. */
  private aside(vpc: Vpc, usual: readonly Route[], blocks: readonly string[]): Route {
    const { dice } = this;
    const box: Target = { to: 'middlebox', name: `eni-${vpc.name}` };
    const others = usual.map(({ target }) => target).filter(({ to }) => to === 'peering' || to === 'vgw');
    const target = others.length > 0 && dice.chance(0.8) ? dice.pick(others) : box;
    return { destination: { block: dice.pick(blocks) }, target };
  }

  private routes(vpc: Vpc, ways: Ways, lists: readonly PrefixList[]): Route[] {
    const { dice } = this;
    const usual = this.candidates(vpc, ways);
    const rare: Route[] = [
      ...(dice.chance(0.15)
        ? [this.aside(vpc, usual, [...this.subnetsOf(vpc.name).map(({ ipv4 }) => ipv4), ...vpc.blocks])]
        : []),
      ...(dice.chance(0.06)
        ? [{ destination: { block: '192.168.0.0/25' }, target: { to: 'middlebox', name: `eni-${vpc.name}` } } as const]
        : []),
      ...(dice.chance(0.1) ? [{ destination: { block: vpc.blocks[0] ?? '' }, target: { to: 'local', name: '' } } as const] : []),
    ];
    const listed = lists
      .filter(({ service }) => service === undefined && usual.length > 0 && dice.chance(0.3))
      .map((list): Route => ({ destination: { list: list.name }, target: dice.pick(usual).target }));
    // One table has one route for each destination.
    const byDestination = new Map(
      dice.shuffled([...usual, ...rare, ...listed]).map((route) => [JSON.stringify(route.destination), route]),
    );
    return [...byDestination.values()].filter((route) => this.fits(route, lists));
  }

  /** NAT has no way for IPv6, an egress-only gateway none for IPv4. */
  private fits({ destination, target }: Route, lists: readonly PrefixList[]): boolean {
    const kind =
      'list' in destination
        ? lists.find(({ name }) => name === destination.list)?.kind
        : spanOf(destination.block as string).kind;
    return !(target.to === 'egress-only' && kind === 'v4');
  }

  tables(ways: Ways, lists: readonly PrefixList[]): Table[] {
    const { dice } = this;
    return this.vpcs.flatMap((vpc) => {
      const main = dice.pick(['none', 'taken over', 'associated'] as const);
      const own = dice.times(1, 2, (place) => ({ name: `${vpc.name}-rt${String(place)}`, main: 'no' as const }));
      const taken = main === 'none' ? [] : [{ name: `${vpc.name}-main-rt`, main }];
      const edge = ways.internetGateways
        .filter((each) => each.vpc === vpc.name && each.edgeTable !== undefined)
        .map(() => ({ name: `${vpc.name}-edge-rt`, vpc: vpc.name, main: 'no' as const, routes: [] }));
      const igw = ways.internetGateways.find((each) => each.vpc === vpc.name);
      return [
        ...(igw ? [publicTable(vpc, igw.name, this.besides(vpc, ways))] : []),
        ...[...taken, ...own].map((table) => ({ ...table, vpc: vpc.name, routes: this.routes(vpc, ways, lists) })),
        ...edge,
      ];
    });
  }

  endpoints(lists: readonly PrefixList[], tables: readonly Table[]): Endpoint[] {
    const { dice } = this;
    // Of another Region it would be another list.
    const home = this.vpcs.filter(({ region }) => region === MAIN_REGION);
    return lists
      .filter(({ service }) => service !== undefined)
      .flatMap((list) =>
        dice.some(home, 0.6).map(({ name }) => ({
          name: `endpoint-${list.name}-${name}`,
          vpc: name,
          list: list.name,
          tables: dice.some(
            tables.filter((table) => table.vpc === name).map((table) => table.name),
            0.7,
          ),
        })),
      );
  }
}
