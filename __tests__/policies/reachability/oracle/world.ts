/** A value that the documents don't tell; the oracle tries each of these in its place. */
export class Hole<T> {
  constructor(readonly choices: readonly T[]) {}
}

/** A value, or what it may be. */
export type May<T> = T | Hole<T>;

/** The value in a world without holes. */
export function sure<T>(value: May<T>): T {
  if (value instanceof Hole) throw new Error('the oracle walks through complete worlds only');
  return value;
}

/** The Region of the provider without alias, which Block Public Access is set in. */
export const MAIN_REGION = 'eu-west-1';

/** Traffic of a rule or entry: protocol -1 is all; both numbers of `icmp` may be -1. */
export interface Kinds {
  readonly protocol: number;
  /** Of tcp and udp. */
  readonly ports?: readonly [May<number>, May<number>];
  /** Of ICMP and ICMPv6: type and code. */
  readonly icmp?: readonly [number, number];
}

export type Peer =
  { readonly block: May<string> } | { readonly group: string } | { readonly self: true } | { readonly list: string };

export interface Rule extends Kinds {
  readonly egress: boolean;
  readonly peer: Peer;
}

export interface Group {
  readonly name: string;
  readonly vpc: string;
  readonly rules: readonly Rule[];
}

export interface Entry extends Kinds {
  readonly egress: boolean;
  readonly number: May<number>;
  readonly action: May<'allow' | 'deny'>;
  readonly block: May<string>;
}

export interface Acl {
  readonly name: string;
  readonly vpc: string;
  /** The VPC's default one: decides for every subnet without another. */
  readonly isDefault: boolean;
  readonly entries: readonly Entry[];
}

export interface Target {
  readonly to: 'igw' | 'egress-only' | 'nat' | 'peering' | 'tgw' | 'vgw' | 'local' | 'middlebox';
  /** `local` has none. */
  readonly name: string;
}

export interface Route {
  readonly destination: { readonly block: May<string> } | { readonly list: string };
  readonly target: Target;
}

export interface Table {
  readonly name: string;
  readonly vpc: string;
  /** How it became the VPC's main table, if it is. */
  readonly main: 'no' | 'taken over' | 'associated';
  readonly routes: readonly Route[];
}

export interface Vpc {
  readonly name: string;
  readonly region: string;
  /** The first is the primary IPv4 block; IPv6 ones among the others. */
  readonly blocks: readonly string[];
}

export interface Subnet {
  readonly name: string;
  readonly vpc: string;
  readonly zone: string;
  readonly ipv4: string;
  readonly ipv6?: string;
  /** `null`: the main table. */
  readonly table: May<string | null>;
  /** `null`: the default ACL. */
  readonly acl: May<string | null>;
}

export interface Interface {
  readonly name: string;
  readonly subnet: string;
  readonly groups: readonly string[];
  readonly address: string;
}

export interface PrefixList {
  readonly name: string;
  readonly kind: 'v4' | 'v6';
  /** Kept by AWS: the documents don't tell its blocks. */
  readonly service?: 's3' | 'dynamodb';
  readonly blocks: May<readonly string[]>;
}

export interface Nat {
  readonly name: string;
  readonly subnet: string;
  readonly connectivity: 'public' | 'private';
}

export interface Peering {
  readonly name: string;
  readonly requester: string;
  readonly accepter: string;
  readonly active: boolean;
}

export interface TransitGateway {
  readonly name: string;
  /** `false`: the documents only name it. */
  readonly described: boolean;
  readonly groupReferences: boolean;
}

export interface Attachment {
  readonly name: string;
  readonly gateway: string;
  /** Left out: something that isn't a VPC. */
  readonly vpc?: string;
  readonly subnets: readonly string[];
  readonly table: string | null;
  readonly groupReferences: boolean;
  /** Carries IPv6. */
  readonly ipv6: boolean;
}

export interface TransitTable {
  readonly name: string;
  readonly gateway: string;
  readonly routes: readonly { readonly block: May<string>; /** `null`: a blackhole. */ readonly to: string | null }[];
  readonly propagated: readonly string[];
}

export interface Endpoint {
  readonly name: string;
  readonly vpc: string;
  readonly list: string;
  readonly tables: readonly string[];
}

/** Something that belongs to one VPC. */
export interface Gateway {
  readonly name: string;
  readonly vpc: string;
}

export interface InternetGateway extends Gateway {
  /** The table that it has of its own, if any. */
  readonly edgeTable?: string;
}

export interface PublicAccess {
  readonly mode: 'off' | 'block-ingress' | 'block-bidirectional';
  readonly exclusions: readonly {
    readonly name: string;
    readonly of: 'vpc' | 'subnet';
    readonly mode: 'allow-bidirectional' | 'allow-egress';
  }[];
}

/** A network as the oracle knows it: nothing of the product's types. */
export interface World {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly tables: readonly Table[];
  readonly acls: readonly Acl[];
  readonly groups: readonly Group[];
  readonly interfaces: readonly Interface[];
  readonly lists: readonly PrefixList[];
  readonly internetGateways: readonly InternetGateway[];
  readonly egressOnly: readonly Gateway[];
  readonly nats: readonly Nat[];
  readonly vgws: readonly Gateway[];
  readonly peerings: readonly Peering[];
  readonly gateways: readonly TransitGateway[];
  readonly attachments: readonly Attachment[];
  readonly transitTables: readonly TransitTable[];
  readonly endpoints: readonly Endpoint[];
  readonly publicAccess: PublicAccess;
}

/** One end of a walk. */
export type Place =
  | {
      readonly kind: 'interface';
      readonly subnet: string;
      readonly groups: readonly string[] | 'open';
      readonly addresses?: readonly string[];
      readonly publicIpv4: boolean;
      readonly ipv6: boolean;
    }
  | { readonly kind: 'internet' }
  | { readonly kind: 'outside'; readonly block: string }
  | { readonly kind: 'service'; readonly list: string };

export type AtInterface = Extract<Place, { kind: 'interface' }>;

/** The one of that name. */
export function named<T extends { readonly name: string }>(all: readonly T[], name: string): T {
  const found = all.find((each) => each.name === name);
  if (!found) throw new Error(`the world has no ${name}`);
  return found;
}
