import type { Port } from '../../core/port';
import type { Family } from '../../core/cidr';
import type { FlowSink } from './flow-sink';
import { NAT_TIER, type NetworkView } from './network-view';

/** "Fragmentation needed" and "packet too big": without them path MTU discovery hangs (VPC user guide, network ACLs). */
const PATH_MTU: Readonly<Record<Family, Port>> = {
  v4: { protocol: 'icmp', type: 3, code: 4 },
  v6: { protocol: 'icmpv6', type: 2, code: 0 },
};

/** Every tier of the network, with the reserved one where NAT gateways stand. */
export function tiersOf(view: NetworkView): string[] {
  return [...view.tiers.keys(), ...(view.nat === 'none' ? [] : [NAT_TIER])];
}

/** Admits path MTU messages to and from every tier, whatever its flows. */
export function addPathMtu(sink: FlowSink, view: NetworkView): void {
  for (const tier of tiersOf(view)) {
    // NAT's subnets have no IPv6: it leaves by the egress-only gateway.
    const families: readonly Family[] = view.dualStack && tier !== NAT_TIER ? ['v4', 'v6'] : ['v4'];
    for (const family of families) {
      for (const direction of ['in', 'out'] as const) {
        const peer = { kind: 'anywhere', family } as const;
        sink.entry({
          tier,
          direction,
          peer,
          port: PATH_MTU[family],
          purpose: 'path-mtu',
          flow: 'path MTU discovery',
          residue: false,
        });
      }
    }
  }
}

/** A public tier is one with a route to the internet gateway; so are NAT's subnets. */
export function addTierRoutes(sink: FlowSink, view: NetworkView): void {
  for (const [tier, kind] of view.tiers) {
    if (kind !== 'public') continue;
    sink.route({ kind: 'internet', tier, family: 'v4' });
    if (view.dualStack) sink.route({ kind: 'internet', tier, family: 'v6' });
  }
  if (view.nat !== 'none') sink.route({ kind: 'internet', tier: NAT_TIER, family: 'v4' });
}
