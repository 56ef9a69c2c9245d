import type { ResourceFact } from '../universe';
import type { Unknown } from '../term';
import type { Block, PrefixList } from './addresses';
import type { Stated } from './filters';
import type { Key, Known, OneOf } from './known';

/** Where a route leads. The VPC's own local routes are never listed. */
export type RouteTarget =
  | { readonly kind: 'internet-gateway'; readonly key: Key }
  | { readonly kind: 'egress-only-gateway'; readonly key: Key }
  | { readonly kind: 'nat-gateway'; readonly key: Key }
  | { readonly kind: 'peering'; readonly key: Key }
  | { readonly kind: 'transit-gateway'; readonly key: Key }
  | { readonly kind: 'gateway-endpoint'; readonly key: Key }
  /** Beyond lies a network of one's own that isn't on AWS: virtual private gateway, local gateway, carrier, core network. */
  | { readonly kind: 'edge'; readonly key: Key }
  /** An interface, instance, firewall or gateway load balancer in between: what it lets pass isn't known. */
  | { readonly kind: 'middlebox'; readonly key: Key }
  /** Explicitly `local`, narrower than the VPC's block. */
  | { readonly kind: 'local' }
  | { readonly kind: 'blackhole' };

/** One route. */
export interface Route extends Stated {
  readonly destination: Known<Block> | PrefixList;
  readonly target: OneOf<RouteTarget>;
  /** It stands in place of the local route for a block of the VPC. @default false */
  readonly replacesLocal?: boolean;
}

/** A route table of a VPC. */
export interface RouteTable {
  readonly key: Key;
  /** Left out: the main table that nobody took over, or one outside the documents. */
  readonly origin?: ResourceFact;
  readonly vpc: OneOf<Key>;
  readonly routes: readonly Route[];
  /** Routes may be missing here (propagation, a table outside), and why. Local routes always hold. @default - all are known */
  readonly incomplete?: Unknown;
}

/** The way to the internet of IPv4 (both ways) and IPv6. */
export interface InternetGateway {
  readonly key: Key;
  readonly vpc: OneOf<Key>;
  /** It has a route table of its own (edge association), so something may stand in between. @default - none */
  readonly edgeTable?: Known<Key>;
}

/** Outbound only, IPv6. */
export interface EgressOnlyGateway {
  readonly key: Key;
  readonly vpc: OneOf<Key>;
}

/**
 * What joins a VPC to networks of one's own besides transit gateways: packets come in by it whether or not a route leads back.
 * Virtual private, carrier and local gateways, core networks.
 */
export interface VpcEdge {
  readonly key: Key;
  readonly vpc: OneOf<Key>;
}

/** Rewrites the source of tcp, udp and ICMP to its own address and a port of 1024-65535. */
export interface NatGateway {
  readonly key: Key;
  readonly origin: ResourceFact;
  readonly subnet: OneOf<Key>;
  readonly connectivity: Known<'public' | 'private'>;
}

/** A peering. What it joins isn't passed on. */
export interface Peering {
  readonly key: Key;
  readonly origin: ResourceFact;
  readonly requester: OneOf<Key>;
  readonly accepter: OneOf<Key>;
  /** Accepted: `auto_accept` in one account and Region, or an accepter resource. */
  readonly active: Known<boolean>;
  /** Both sides in one Region: only then do rules by group reach across. */
  readonly oneRegion: Known<boolean>;
}

/** S3 or DynamoDB by routes. */
export interface GatewayEndpoint {
  readonly key: Key;
  readonly vpc: OneOf<Key>;
  /** The routes to it stand in the tables, with `list` as destination. */
  readonly list: PrefixList;
}
