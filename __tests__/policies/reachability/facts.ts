import { Cidr } from '../../../modules/core/cidr';
import type {
  AclEntry,
  Block,
  GroupPeer,
  GroupRule,
  NetworkAcl,
  NetworkFacts,
  OneOf,
  Range,
  Route,
  RouteTable,
  RouteTarget,
  SecurityGroup,
  Subnet,
  Traffic,
  TransitAttachment,
  Vpc,
} from '../../../policies/model/network';
import type { ResourceFact } from '../../../policies/model/universe';
import type { End } from '../../../policies/reachability/query';

/** A resource that states something. */
export function resource(address: string): ResourceFact {
  const type = address.split('.')[0] ?? address;
  return { key: `s:${address}`, stack: 's', address, mode: 'managed', type, body: {} };
}

export function oneOf<T>(...choices: readonly T[]): OneOf<T> {
  return { choices };
}

export function block(text: string): Block {
  return { kind: 'literal', cidr: Cidr.parse(text) };
}

export function amazon(vpc: string, newBits = 0, number = 0): Block {
  return { kind: 'amazon', vpc, newBits, number };
}

export const ALL: Traffic = { protocol: 'all' };

export function tcp(from: number, to: number = from): Traffic {
  return { protocol: 6, ports: { from, to } };
}

export function udp(from: number, to: number = from): Traffic {
  return { protocol: 17, ports: { from, to } };
}

const familyOf = (of: Block): 'v4' | 'v6' => (of.kind === 'amazon' ? 'v6' : of.cidr.family);

/** An entry of an ACL. */
export function entry(number: number, action: 'allow' | 'deny', traffic: Traffic, to: string | Block): AclEntry {
  const where = typeof to === 'string' ? block(to) : to;
  const origin = resource(`aws_network_acl_rule.n${number}`);
  return { origin, certain: true, number, action, traffic, family: familyOf(where), block: where };
}

/** A rule of a security group: the peer is a block, or a group by its key. */
export function rule(traffic: Traffic, peer: string | GroupPeer): GroupRule {
  return { origin: resource('aws_vpc_security_group_rule.r'), certain: true, traffic, peer: peerOf(peer) };
}

function peerOf(peer: string | GroupPeer): GroupPeer {
  if (typeof peer !== 'string') return peer;
  if (!peer.includes('/')) return { kind: 'group', group: oneOf(peer) };
  const where = block(peer);
  return { kind: 'block', block: where, family: familyOf(where) };
}

export function route(to: string | Route['destination'], ...targets: readonly RouteTarget[]): Route {
  const destination = typeof to === 'string' ? block(to) : to;
  return { origin: resource('aws_route.r'), certain: true, destination, target: { choices: targets } };
}

type Draft<T> = { -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : T[K] };

/** A network that tests write by hand. What isn't said is as AWS has it: ACLs allow everything, tables have local routes only. */
export class Facts {
  readonly facts: Draft<NetworkFacts> = {
    vpcs: new Map(),
    subnets: new Map(),
    tables: new Map(),
    acls: new Map(),
    groups: new Map(),
    hosts: new Map(),
    internetGateways: new Map(),
    egressOnlyGateways: new Map(),
    edges: new Map(),
    natGateways: new Map(),
    peerings: new Map(),
    gatewayEndpoints: new Map(),
    prefixLists: new Map(),
    transitGateways: new Map(),
    transitAttachments: new Map(),
    transitTables: new Map(),
    gaps: [],
  };

  vpc(key: string, blocks: readonly (string | Block)[], more: Partial<Vpc> = {}): this {
    this.table(`${key}-main`, key, []);
    this.acl(`${key}-acl`, { allowsAll: true });
    this.facts.vpcs.set(key, {
      key,
      blocks: blocks.map((one) => (typeof one === 'string' ? block(one) : one)),
      accountId: '111111111111',
      region: 'eu-west-1',
      mainTable: oneOf(`${key}-main`),
      defaultAcl: `${key}-acl`,
      defaultGroup: `${key}-group`,
      publicAccess: 'all',
      ...more,
    });
    return this;
  }

  subnet(key: string, vpc: string, ipv4: string | undefined, more: Partial<Subnet> = {}): this {
    this.facts.subnets.set(key, {
      key,
      origin: resource(`aws_subnet.${key}`),
      vpc: oneOf(vpc),
      zone: 'a',
      ...(ipv4 === undefined ? {} : { ipv4: block(ipv4) }),
      table: oneOf(`${vpc}-main`),
      acl: oneOf(`${vpc}-acl`),
      mapsPublicIpv4: false,
      ...more,
    });
    return this;
  }

  table(key: string, vpc: string, routes: readonly Route[], more: Partial<RouteTable> = {}): this {
    this.facts.tables.set(key, { key, vpc: oneOf(vpc), routes, ...more });
    return this;
  }

  acl(key: string, acl: Partial<NetworkAcl>): this {
    this.facts.acls.set(key, { key, in: [], out: [], ...acl });
    return this;
  }

  group(key: string, vpc: string, group: Partial<SecurityGroup>): this {
    this.facts.groups.set(key, { key, vpc: oneOf(vpc), ingress: [], egress: [], ...group });
    return this;
  }

  internetGateway(key: string, vpc: string): this {
    this.facts.internetGateways.set(key, { key, vpc: oneOf(vpc) });
    return this;
  }

  /** A virtual private gateway, attached. */
  edge(key: string, vpc: string): this {
    this.facts.edges.set(key, { key, vpc: oneOf(vpc) });
    return this;
  }

  natGateway(key: string, subnet: string, connectivity: 'public' | 'private' = 'public'): this {
    this.facts.natGateways.set(key, { key, origin: resource(`aws_nat_gateway.${key}`), subnet: oneOf(subnet), connectivity });
    return this;
  }

  peering(key: string, requester: string, accepter: string, active = true, oneRegion = true): this {
    const origin = resource(`aws_vpc_peering_connection.${key}`);
    this.facts.peerings.set(key, { key, origin, requester: oneOf(requester), accepter: oneOf(accepter), active, oneRegion });
    return this;
  }

  /** A transit gateway with one table, to which every attachment propagates. Attachments by VPC, with their subnets. */
  transit(key: string, attached: Readonly<Record<string, readonly string[]>>, groupReferences = false): this {
    const origin = resource(`aws_ec2_transit_gateway.${key}`);
    this.facts.transitGateways.set(key, { key, origin, groupReferences });
    const attachments = Object.entries(attached).map(([vpc, subnets]) => ({ vpc, subnets, attachment: `${key}-${vpc}` }));
    for (const { vpc, subnets, attachment } of attachments) {
      this.transitAttachment(attachment, key, vpc, subnets, groupReferences);
    }
    const propagated = attachments.map(({ attachment }) => ({ attachment, certain: true }));
    this.facts.transitTables.set(`${key}-table`, { key: `${key}-table`, routes: [], propagated });
    return this;
  }

  /** A VPC that is joined to a transit gateway, propagating to no table. */
  transitAttachment(key: string, gateway: string, vpc: string, subnets: readonly string[], groupReferences = false): this {
    return this.joined(key, gateway, {
      kind: 'vpc',
      vpc: oneOf(vpc),
      subnets: subnets.map((subnet) => oneOf(subnet)),
      groupReferences,
    });
  }

  /** A VPN at a transit gateway, and static routes of the gateway's table. */
  transitEdge(key: string, gateway: string, routes: readonly (readonly [string, string])[] = []): this {
    const table = this.facts.transitTables.get(`${gateway}-table`);
    if (table === undefined) throw new Error(`${gateway} has no table`);
    const origin = resource('aws_ec2_transit_gateway_route.r');
    const more = routes.map(([where, to]) => ({ origin, certain: true, block: block(where), target: oneOf(to) }));
    this.facts.transitTables.set(table.key, { ...table, routes: [...table.routes, ...more] });
    return this.joined(key, gateway, { kind: 'edge', subnets: [], groupReferences: false });
  }

  private joined(
    key: string,
    gateway: string,
    attachment: Pick<TransitAttachment, 'kind' | 'vpc' | 'subnets' | 'groupReferences'>,
  ): this {
    const origin = resource(`aws_ec2_transit_gateway.${gateway}`);
    const rest = { gateway: oneOf(gateway), active: true, table: oneOf(`${gateway}-table`) };
    this.facts.transitAttachments.set(key, { key, origin, ...attachment, ...rest });
    return this;
  }
}

type Interface = Extract<End, { kind: 'interface' }>;

/** An interface in a subnet that carries these groups. */
export function host(subnet: string, groups: Interface['groups'] = 'open', more: Partial<Interface> = {}): Interface {
  return { kind: 'interface', name: `host in ${subnet}`, subnet, groups, publicIpv4: false, ipv6: true, ...more };
}

export const INTERNET: End = { kind: 'internet' };

export function outside(text: string): End {
  return { kind: 'outside', name: text, block: block(text) };
}

export const CLIENT_PORTS: Range = { from: 1024, to: 65535 };
