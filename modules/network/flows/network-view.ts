import type { Cidr } from '../../core/cidr';
import type { Flow } from '../../core/flow';
import type { EndpointOptions, NatMode, TierKind } from '../network-options';

/** The tier that NAT gateways stand in. Its name is reserved, its flows are implied. */
export const NAT_TIER = 'nat';

/** A network outside AWS and the gateway that leads to it. */
export interface OnPremises {
  readonly cidrs: readonly Cidr[];
  /** tgw-… or vgw-…. */
  readonly gateway: string;
}

/** A network as its flows see it: names and kinds, no addresses yet. */
export interface NetworkView {
  /** `account/region/network`, or any name that is unique among the networks compiled together. */
  readonly key: string;
  readonly dualStack: boolean;
  readonly nat: NatMode;
  readonly tiers: ReadonlyMap<string, TierKind>;
  readonly endpoints: ReadonlyMap<string, EndpointOptions>;
  readonly onPremises: ReadonlyMap<string, OnPremises>;
  /** The networks it is peered with: `account/network` as flows name them, to the key of the one in this region. */
  readonly peered: ReadonlyMap<string, string>;
  readonly flows: readonly Flow[];
}
