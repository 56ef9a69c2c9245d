import { kindOf } from '../addresses';
import { Hole, named, type Route, type Table, type Target, type World } from '../world';
import { type Author, type Fields, Ref, type Style, type Value } from './made';

const NO_TARGET: Fields = {
  carrier_gateway_id: null,
  cidr_block: null,
  core_network_arn: null,
  destination_prefix_list_id: null,
  egress_only_gateway_id: null,
  gateway_id: null,
  ipv6_cidr_block: null,
  local_gateway_id: null,
  nat_gateway_id: null,
  network_interface_id: null,
  transit_gateway_id: null,
  vpc_endpoint_id: null,
  vpc_peering_connection_id: null,
};

/** The id of a transit gateway that the documents only name. */
export const FOREIGN_GATEWAY = 'tgw-0123456789abcdef0';

export function tableAddress({ main, name }: Table): string {
  return `${main === 'taken over' ? 'aws_default_route_table' : 'aws_route_table'}.${name}`;
}

/** Writes route tables. */
export class RouteAuthor {
  constructor(
    private readonly world: World,
    private readonly author: Author,
    private readonly style: Style,
    private readonly listOf: (name: string) => Ref,
    private readonly aliasOf: (vpc: string) => string | undefined,
  ) {}

  private target({ to, name }: Target): Fields {
    switch (to) {
      case 'igw':
        return { gateway_id: new Ref(`aws_internet_gateway.${name}`, 'id') };
      case 'vgw':
        return { gateway_id: new Ref(`aws_vpn_gateway.${name}`, 'id') };
      case 'egress-only':
        return { egress_only_gateway_id: new Ref(`aws_egress_only_internet_gateway.${name}`, 'id') };
      case 'nat':
        return { nat_gateway_id: new Ref(`aws_nat_gateway.${name}`, 'id') };
      case 'peering':
        return { vpc_peering_connection_id: new Ref(`aws_vpc_peering_connection.${name}`, 'id') };
      case 'middlebox':
        return { network_interface_id: new Ref(`aws_network_interface.${name}`, 'id') };
      case 'local':
        return { gateway_id: 'local' };
      case 'tgw': {
        const { described } = named(this.world.gateways, name);
        return { transit_gateway_id: described ? new Ref(`aws_ec2_transit_gateway.${name}`, 'id') : FOREIGN_GATEWAY };
      }
    }
  }

  private destination({ destination }: Route, before: '' | 'destination_'): Fields {
    if ('list' in destination) return { destination_prefix_list_id: this.listOf(destination.list) };
    const { block } = destination;
    const kind = kindOf(block instanceof Hole ? (block.choices[0] ?? '') : block);
    return { [`${before}${kind === 'v4' ? 'cidr_block' : 'ipv6_cidr_block'}`]: block };
  }

  private inline(routes: readonly Route[]): Value {
    return routes.map((route) => ({ ...NO_TARGET, ...this.destination(route, ''), ...this.target(route.target) }));
  }

  private table(table: Table): void {
    const { name, vpc, main, routes } = table;
    const alias = this.aliasOf(vpc);
    const address = `aws_vpc.${vpc}`;
    const own = this.style.routes === 'inline' ? { route: this.inline(routes) } : {};
    if (main === 'taken over') {
      const args = { default_route_table_id: new Ref(address, 'default_route_table_id'), ...own };
      this.author.add('aws_default_route_table', name, args, alias);
    } else {
      this.author.add('aws_route_table', name, { vpc_id: new Ref(address, 'id'), ...own }, alias);
    }
    if (main === 'associated') {
      const args = { vpc_id: new Ref(address, 'id'), route_table_id: new Ref(tableAddress(table), 'id') };
      this.author.add('aws_main_route_table_association', name, args, alias);
    }
    if (this.style.routes === 'inline') return;
    routes.forEach((route, turn) => {
      const args = {
        route_table_id: new Ref(tableAddress(table), 'id'),
        ...this.destination(route, 'destination_'),
        ...this.target(route.target),
      };
      this.author.add('aws_route', `${name}-${String(turn)}`, args, alias);
    });
  }

  private associations(): void {
    for (const { name, vpc, table } of this.world.subnets) {
      if (table === null) continue;
      const id: Value = table instanceof Hole ? table : new Ref(tableAddress(named(this.world.tables, table)), 'id');
      const args = { subnet_id: new Ref(`aws_subnet.${name}`, 'id'), route_table_id: id };
      this.author.add('aws_route_table_association', name, args, this.aliasOf(vpc));
    }
    for (const { name, vpc, edgeTable } of this.world.internetGateways) {
      if (edgeTable === undefined) continue;
      const table = tableAddress(named(this.world.tables, edgeTable));
      const args = { gateway_id: new Ref(`aws_internet_gateway.${name}`, 'id'), route_table_id: new Ref(table, 'id') };
      this.author.add('aws_route_table_association', name, args, this.aliasOf(vpc));
    }
  }

  tables(): void {
    for (const table of this.world.tables) this.table(table);
    this.associations();
  }
}
