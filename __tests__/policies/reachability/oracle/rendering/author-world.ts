import { spanOf } from '../addresses';
import {
  MAIN_REGION,
  named,
  sure,
  type Attachment,
  type Peering,
  type PrefixList,
  type Subnet,
  type Vpc,
  type World,
} from '../world';
import { FilterAuthor, groupAddress } from './filters';
import { Author, type Fields, type Made, Ref, type Style } from './made';
import { RouteAuthor, tableAddress } from './routes';

/** The alias of the provider in the other Region. */
export const OTHER = 'other';

function id(type: string, name: string): Ref {
  return new Ref(`${type}.${name}`, 'id');
}

/** Writes everything but filters and routes. */
class WorldAuthor {
  constructor(
    private readonly world: World,
    private readonly author: Author,
    private readonly style: Style,
  ) {}

  aliasOf(vpc: string): string | undefined {
    return named(this.world.vpcs, vpc).region === MAIN_REGION ? undefined : OTHER;
  }

  vpc({ name, blocks }: Vpc): void {
    const [first = '', ...others] = blocks;
    const alias = this.aliasOf(name);
    this.author.add('aws_vpc', name, { cidr_block: first }, alias);
    others.forEach((block, turn) => {
      const owner = { vpc_id: id('aws_vpc', name) };
      const more = `${name}-${String(turn)}`;
      if (spanOf(block).kind === 'v4') {
        this.author.add('aws_vpc_ipv4_cidr_block_association', more, { ...owner, cidr_block: block }, alias);
      } else {
        const args = { ...owner, ipv6_cidr_block: block, ipv6_pool: 'ipv6pool-ec2-0123456789abcdef0' };
        this.author.add('aws_vpc_ipv6_cidr_block_association', more, args, alias);
      }
    });
  }

  subnet({ name, vpc, zone, ipv4, ipv6 }: Subnet): void {
    const sixth = ipv6 === undefined ? {} : { ipv6_cidr_block: ipv6 };
    const args = { vpc_id: id('aws_vpc', vpc), availability_zone: zone, cidr_block: ipv4, ...sixth };
    this.author.add('aws_subnet', name, args, this.aliasOf(vpc));
  }

  private listOf(name: string): Ref {
    const list = named(this.world.lists, name);
    if (list.service === undefined) return id('aws_ec2_managed_prefix_list', name);
    const endpoint = this.world.endpoints.find((each) => each.list === name);
    return endpoint
      ? new Ref(`aws_vpc_endpoint.${endpoint.name}`, 'prefix_list_id')
      : new Ref(`data.aws_prefix_list.${name}`, 'id');
  }

  list({ name, kind, service, blocks }: PrefixList): void {
    if (service !== undefined) {
      const met = this.world.endpoints.some((each) => each.list === name);
      if (!met) this.author.data('aws_prefix_list', name, { name: `com.amazonaws.${MAIN_REGION}.${service}` });
      return;
    }
    const entries = sure(blocks).map((cidr) => ({ cidr, description: '' }));
    const args = { name, address_family: kind === 'v4' ? 'IPv4' : 'IPv6', max_entries: entries.length, entry: entries };
    this.author.add('aws_ec2_managed_prefix_list', name, args);
  }

  gateways(): void {
    const { author, world } = this;
    for (const { name, vpc } of world.internetGateways) {
      author.add('aws_internet_gateway', name, { vpc_id: id('aws_vpc', vpc) }, this.aliasOf(vpc));
    }
    for (const { name, vpc } of world.egressOnly) {
      author.add('aws_egress_only_internet_gateway', name, { vpc_id: id('aws_vpc', vpc) }, this.aliasOf(vpc));
    }
    for (const { name, vpc } of world.vgws) {
      author.add('aws_vpn_gateway', name, { vpc_id: id('aws_vpc', vpc) }, this.aliasOf(vpc));
    }
    for (const { name, subnet, connectivity } of world.nats) {
      const alias = this.aliasOf(named(world.subnets, subnet).vpc);
      const isPublic = connectivity === 'public';
      const address = isPublic ? { allocation_id: new Ref(author.add('aws_eip', name, { domain: 'vpc' }, alias), 'id') } : {};
      author.add(
        'aws_nat_gateway',
        name,
        { subnet_id: id('aws_subnet', subnet), connectivity_type: connectivity, ...address },
        alias,
      );
    }
  }

  peering({ name, requester, accepter, active }: Peering): void {
    const { author } = this;
    const [home, away] = [this.aliasOf(requester), this.aliasOf(accepter)];
    const sides = { vpc_id: id('aws_vpc', requester), peer_vpc_id: id('aws_vpc', accepter) };
    if (home === away) {
      author.add('aws_vpc_peering_connection', name, { ...sides, ...(active ? { auto_accept: true } : {}) }, home);
      return;
    }
    const region = named(this.world.vpcs, accepter).region;
    author.add('aws_vpc_peering_connection', name, { ...sides, peer_region: region }, home);
    if (!active) return;
    const args = { vpc_peering_connection_id: id('aws_vpc_peering_connection', name), auto_accept: true };
    author.add('aws_vpc_peering_connection_accepter', name, args, away);
  }

  private attachmentId({ name, vpc }: Attachment): Ref {
    return vpc === undefined
      ? new Ref(`aws_vpn_connection.${name}`, 'transit_gateway_attachment_id')
      : id('aws_ec2_transit_gateway_vpc_attachment', name);
  }

  private attachment(attachment: Attachment): void {
    const { author } = this;
    const { name, gateway, vpc, subnets, table, groupReferences, ipv6 } = attachment;
    const owner = { transit_gateway_id: id('aws_ec2_transit_gateway', gateway) };
    if (vpc === undefined) {
      const customer = author.add('aws_customer_gateway', name, { bgp_asn: '65000', ip_address: '203.0.113.1', type: 'ipsec.1' });
      author.add('aws_vpn_connection', name, { ...owner, customer_gateway_id: new Ref(customer, 'id'), type: 'ipsec.1' });
    } else {
      author.add('aws_ec2_transit_gateway_vpc_attachment', name, {
        ...owner,
        vpc_id: id('aws_vpc', vpc),
        subnet_ids: subnets.map((each) => id('aws_subnet', each)),
        ipv6_support: ipv6 ? 'enable' : 'disable',
        security_group_referencing_support: groupReferences ? 'enable' : 'disable',
        transit_gateway_default_route_table_association: false,
        transit_gateway_default_route_table_propagation: false,
      });
    }
    if (table === null) return;
    author.add('aws_ec2_transit_gateway_route_table_association', name, {
      transit_gateway_attachment_id: this.attachmentId(attachment),
      transit_gateway_route_table_id: id('aws_ec2_transit_gateway_route_table', table),
    });
  }

  transit(): void {
    const { author, world } = this;
    for (const { name, described, groupReferences } of world.gateways) {
      if (!described) continue;
      author.add('aws_ec2_transit_gateway', name, {
        default_route_table_association: 'disable',
        default_route_table_propagation: 'disable',
        security_group_referencing_support: groupReferences ? 'enable' : 'disable',
      });
    }
    for (const attachment of world.attachments) this.attachment(attachment);
    for (const { name, gateway, routes, propagated } of world.transitTables) {
      const table = author.add('aws_ec2_transit_gateway_route_table', name, {
        transit_gateway_id: id('aws_ec2_transit_gateway', gateway),
      });
      const owner = { transit_gateway_route_table_id: new Ref(table, 'id') };
      for (const each of propagated) {
        const args = { ...owner, transit_gateway_attachment_id: this.attachmentId(named(world.attachments, each)) };
        author.add('aws_ec2_transit_gateway_route_table_propagation', `${name}-${each}`, args);
      }
      routes.forEach(({ block, to }, turn) => {
        const target: Fields =
          to === null ? { blackhole: true } : { transit_gateway_attachment_id: this.attachmentId(named(world.attachments, to)) };
        author.add('aws_ec2_transit_gateway_route', `${name}-${String(turn)}`, {
          ...owner,
          destination_cidr_block: block,
          ...target,
        });
      });
    }
  }

  endpoints(): void {
    const { author, style, world } = this;
    for (const { name, vpc, list, tables } of world.endpoints) {
      const { region } = named(world.vpcs, vpc);
      const { service } = named(world.lists, list);
      const ids = tables.map((table) => new Ref(tableAddress(named(world.tables, table)), 'id'));
      const inline = style.routes === 'inline' ? { route_table_ids: ids } : {};
      const args = {
        vpc_id: id('aws_vpc', vpc),
        service_name: `com.amazonaws.${region}.${service ?? ''}`,
        vpc_endpoint_type: 'Gateway',
        ...inline,
      };
      const address = author.add('aws_vpc_endpoint', name, args, this.aliasOf(vpc));
      if (style.routes === 'inline') continue;
      ids.forEach((table, turn) => {
        const joined = { vpc_endpoint_id: new Ref(address, 'id'), route_table_id: table };
        author.add('aws_vpc_endpoint_route_table_association', `${name}-${String(turn)}`, joined, this.aliasOf(vpc));
      });
    }
  }

  publicAccess(): void {
    const { mode, exclusions } = this.world.publicAccess;
    if (mode === 'off') return;
    this.author.add('aws_vpc_block_public_access_options', 'options', { internet_gateway_block_mode: mode });
    for (const { name, of, mode: allowed } of exclusions) {
      const owner = of === 'vpc' ? { vpc_id: id('aws_vpc', name) } : { subnet_id: id('aws_subnet', name) };
      this.author.add('aws_vpc_block_public_access_exclusion', name, { ...owner, internet_gateway_exclusion_mode: allowed });
    }
  }

  interfaces(): void {
    const { author, world } = this;
    for (const { name, subnet, groups, address } of world.interfaces) {
      const args = {
        subnet_id: id('aws_subnet', subnet),
        security_groups: groups.map((group) => new Ref(groupAddress(group), 'id')),
        private_ips: [address],
      };
      author.add('aws_network_interface', name, args, this.aliasOf(named(world.subnets, subnet).vpc));
    }
    const boxes = new Set(
      world.tables.flatMap(({ routes }) => routes.flatMap(({ target }) => (target.to === 'middlebox' ? [target.name] : []))),
    );
    for (const name of boxes) {
      const vpc = name.replace('eni-', '');
      const subnet = world.subnets.find((each) => each.vpc === vpc);
      author.add(
        'aws_network_interface',
        name,
        { subnet_id: id('aws_subnet', subnet?.name ?? ''), source_dest_check: false },
        this.aliasOf(vpc),
      );
    }
  }

  write(): void {
    const { world, author, style } = this;
    for (const vpc of world.vpcs) this.vpc(vpc);
    for (const subnet of world.subnets) this.subnet(subnet);
    for (const list of world.lists) this.list(list);
    this.gateways();
    for (const peering of world.peerings) this.peering(peering);
    this.transit();
    this.endpoints();
    const [listOf, aliasOf] = [(name: string) => this.listOf(name), (vpc: string) => this.aliasOf(vpc)];
    new RouteAuthor(world, author, style, listOf, aliasOf).tables();
    const filters = new FilterAuthor(world, author, style, listOf, aliasOf);
    filters.acls();
    filters.groups();
    this.interfaces();
    this.publicAccess();
  }
}

/** The resources that make a world. */
export function resourcesOf(world: World, style: Style): readonly Made[] {
  const author = new Author();
  new WorldAuthor(world, author, style).write();
  return author.made;
}
