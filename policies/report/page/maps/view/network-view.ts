import type { ReachVerdict } from '../../../../reachability/query';

/** What a column stands for. Tiers stand in zones; the others list what they hold. */
export type ColumnKind =
  'internet' | 'gateways' | 'nat' | 'public' | 'private' | 'isolated' | 'unknown' | 'endpoints' | 'elsewhere';

/** A subnet, gateway, endpoint or other network. */
export interface NodeView {
  readonly kind: 'subnet' | 'gateway' | 'endpoint' | 'elsewhere';
  /** Subnets go by their addresses. @default - its addresses name it */
  readonly name?: string;
  readonly addresses: readonly string[];
  /** What else stands there: `NAT gateway`. */
  readonly notes: readonly string[];
  /** Subnets: the letter of the Availability Zone, or how it is written. @default - it stands in none */
  readonly zone?: string;
  /** The Terraform address, or what else tells it apart. Empty: its name says all. */
  readonly address: string;
  /** Subnets: by what its routes lead out of the VPC. */
  readonly leadsTo: readonly string[];
}

/** Where arrows begin and end. */
export interface LaneView {
  readonly id: string;
  readonly name: string;
  /** Several peers share it: arrows name theirs. */
  readonly isShared: boolean;
}

/** A column of the picture, from the internet to what lies elsewhere. */
export interface ColumnView {
  readonly kind: ColumnKind;
  readonly title: string;
  readonly nodes: readonly NodeView[];
  readonly lanes: readonly LaneView[];
}

/** One end of an arrow. */
export interface Stop {
  readonly lane: string;
  /** The peers as flows name them. */
  readonly names: readonly string[];
}

/** Flows that differ by their ports, or by peers that share a lane. */
export interface FlowView {
  readonly from: Stop;
  readonly to: Stop;
  readonly ports: readonly string[];
  readonly why: string;
  /** The worst of its families. `not judged`: nothing of it is there. */
  readonly verdict: ReachVerdict | 'not judged';
  /** `IPv4`, `IPv4 and IPv6`, or each family with its verdict where they differ. */
  readonly families: string;
  /** What is wrong, in a sentence. @default - it is proven */
  readonly problem?: string;
  /** Lanes that it passes on the way. */
  readonly via: readonly string[];
  /** `landing-zone.yaml:12:9`. @default - it was built in code */
  readonly position?: string;
}

/** What a picture of a VPC shows, and its tables say. */
export interface NetworkView {
  /** What tells it from others: `dev/eu-west-1/three-tier`, or its key. */
  readonly name: string;
  /** Account and Region. */
  readonly place: string;
  readonly addresses: readonly string[];
  readonly zones: readonly string[];
  readonly columns: readonly ColumnView[];
  readonly flows: readonly FlowView[];
  /** What the documents don't tell of it. */
  readonly doubts: readonly string[];
}

/** A Terraform address without the keys of instances: those of one module called twice are then equal. */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');
}

/** By what networks may differ and still have the same picture. */
const OWN = new Set(['name', 'place', 'addresses']);

/** Everything about a network but what it is called and its addresses: equal shapes are drawn once. */
export function shapeOf({ columns, ...view }: NetworkView): string {
  const own = (key: string, value: unknown): unknown => {
    if (key === 'addresses') return undefined;
    return key === 'address' ? withoutKeys(String(value)) : value;
  };
  const rest = Object.entries(view).filter(([key]) => !OWN.has(key));
  return JSON.stringify([columns, rest], own);
}
