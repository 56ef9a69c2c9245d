import type { PrefixList } from './addresses';
import type { NetworkAcl, SecurityGroup } from './filters';
import type { Host } from './hosts';
import type { Key } from './known';
import type { EgressOnlyGateway, GatewayEndpoint, InternetGateway, NatGateway, Peering, RouteTable, VpcEdge } from './routing';
import type { TransitAttachment, TransitGateway, TransitTable } from './transit';
import type { Subnet, Vpc } from './vpc';

/** Something about the network that the documents don't tell. */
export interface Gap {
  /** The resource that it is about. */
  readonly key: Key;
  /** The argument. */
  readonly argument: string;
  readonly why: string;
}

/**
 * The network as the documents describe it. They are taken for all there is: rules, routes and entries that others add
 * to these resources by hand or from elsewhere aren't seen.
 */
export interface NetworkFacts {
  readonly vpcs: ReadonlyMap<Key, Vpc>;
  readonly subnets: ReadonlyMap<Key, Subnet>;
  readonly tables: ReadonlyMap<Key, RouteTable>;
  readonly acls: ReadonlyMap<Key, NetworkAcl>;
  readonly groups: ReadonlyMap<Key, SecurityGroup>;
  readonly hosts: ReadonlyMap<Key, Host>;
  readonly internetGateways: ReadonlyMap<Key, InternetGateway>;
  readonly egressOnlyGateways: ReadonlyMap<Key, EgressOnlyGateway>;
  readonly edges: ReadonlyMap<Key, VpcEdge>;
  readonly natGateways: ReadonlyMap<Key, NatGateway>;
  readonly peerings: ReadonlyMap<Key, Peering>;
  readonly gatewayEndpoints: ReadonlyMap<Key, GatewayEndpoint>;
  readonly prefixLists: ReadonlyMap<Key, PrefixList>;
  readonly transitGateways: ReadonlyMap<Key, TransitGateway>;
  readonly transitAttachments: ReadonlyMap<Key, TransitAttachment>;
  readonly transitTables: ReadonlyMap<Key, TransitTable>;
  readonly gaps: readonly Gap[];
}
