import type { Cidr, Family } from '../../core/cidr';
import { isPrivateCidr } from '../../core/private-ranges';
import type { Flow, Peer, TierPeer } from '../../core/flow';
import type { AclPeer, RulePeer } from './compiled-network';
import { refuseFlow, refuseUnknown } from './flow-faults';
import type { FlowSink } from './flow-sink';
import { NAT_TIER, type NetworkView } from './network-view';

/** An end of a flow that is ours: a group of a tier, in this network or a peered one. */
export interface OwnEnd {
  readonly kind: 'own';
  readonly view: NetworkView;
  readonly sink: FlowSink;
  readonly tier: string;
  readonly group: string;
  /** An interface endpoint has IPv4 addresses only, unless it is told otherwise. */
  readonly ipv4Only: boolean;
}

/** An end outside: what rules and ACL entries call it, and which way leads there. */
export interface OuterEnd {
  readonly kind: 'outer';
  readonly rules: readonly { readonly peer: RulePeer; readonly family: Family }[];
  readonly acl: readonly { readonly peer: AclPeer; readonly family: Family }[];
  readonly way:
    | { readonly kind: 'internet' }
    /** The ranges of the network outside AWS that the end lies in. */
    | { readonly kind: 'on-premises'; readonly name: string; readonly ranges: readonly Cidr[] }
    | { readonly kind: 'service'; readonly service: string };
  /** The ACL can't be as narrow as the group rules. */
  readonly wide: boolean;
}

/** One end of a flow, resolved. */
export type End = OwnEnd | OuterEnd;

/** All networks compiled together, and where their results go. */
export interface Universe {
  readonly views: ReadonlyMap<string, NetworkView>;
  readonly sinks: ReadonlyMap<string, FlowSink>;
}

function sinkOf(universe: Universe, key: string): FlowSink {
  const sink = universe.sinks.get(key);
  if (sink === undefined) throw new Error(`network ${key} isn't among those compiled`);
  return sink;
}

function ownEnd(flow: Flow, peer: TierPeer, home: NetworkView, universe: Universe): OwnEnd {
  let view = home;
  if (peer.network !== undefined) {
    const name = `${peer.network.account}/${peer.network.network}`;
    const key = home.peered.get(name);
    const remote = key === undefined ? undefined : universe.views.get(key);
    if (remote === undefined) {
      refuseFlow(
        flow,
        `no peering leads to ${name}`,
        `declare one under peerings, between this network and ${name}`,
        'LZ-FLOW-8',
      );
    }
    view = remote;
  }
  if (peer.tier === NAT_TIER) {
    refuseFlow(flow, 'the flows of the nat tier are implied', 'name the tier that opens the connection', 'LZ-FLOW-9');
  }
  if (!view.tiers.has(peer.tier)) refuseUnknown('tier', peer.tier, view.tiers.keys());
  return {
    kind: 'own',
    view,
    sink: sinkOf(universe, view.key),
    tier: peer.tier,
    group: peer.group === undefined ? peer.tier : `${peer.tier}/${peer.group}`,
    ipv4Only: false,
  };
}

const FAMILIES = ['v4', 'v6'] as const;

function anywhere(way: OuterEnd['way'], rules: OuterEnd['rules'], wide: boolean): OuterEnd {
  return { kind: 'outer', way, rules, acl: FAMILIES.map((family) => ({ peer: { kind: 'anywhere', family }, family })), wide };
}

function cidrs(way: OuterEnd['way'], blocks: readonly Cidr[]): OuterEnd {
  const peers = blocks.map((cidr) => ({ peer: { kind: 'cidr', cidr } as const, family: cidr.family }));
  return { kind: 'outer', way, rules: peers, acl: peers, wide: false };
}

function cidrEnd(flow: Flow, cidr: Cidr, home: NetworkView): OuterEnd {
  if (!isPrivateCidr(cidr)) return cidrs({ kind: 'internet' }, [cidr]);
  for (const [name, { cidrs: blocks }] of home.onPremises) {
    const ranges = blocks.filter((block) => block.covers(cidr));
    if (ranges.length > 0) return cidrs({ kind: 'on-premises', name, ranges }, [cidr]);
  }
  const remedy = 'name the tier or account/network/tier that has it, or the network outside AWS under on_premises';
  return refuseFlow(flow, `no route leads to the private block ${cidr.toString()}`, remedy, 'LZ-FLOW-10');
}

function endpointEnd(flow: Flow, service: string, home: NetworkView, universe: Universe): End {
  const endpoint = home.endpoints.get(service);
  if (endpoint === undefined) refuseUnknown('endpoint', service, home.endpoints.keys());
  if (flow.port.protocol !== 'tcp' || flow.port.ports.from !== 443 || flow.port.ports.to !== 443) {
    refuseFlow(flow, 'an endpoint answers on tcp/443 only', 'write port: tcp/443', 'LZ-FLOW-11');
  }
  if (endpoint.type === 'interface') {
    const sink = sinkOf(universe, home.key);
    return { kind: 'own', view: home, sink, tier: endpoint.tier, group: `endpoint:${service}`, ipv4Only: true };
  }
  const rules = [{ peer: { kind: 'service', service } as const, family: 'v4' as const }];
  return {
    ...anywhere({ kind: 'service', service }, rules, true),
    acl: [{ peer: { kind: 'anywhere', family: 'v4' }, family: 'v4' }],
  };
}

/**
 * What one end of a flow means in its network.
 * @throws InputError LZ-FLOW-7 to LZ-FLOW-11
 */
export function resolveEnd(flow: Flow, peer: Peer, home: NetworkView, universe: Universe): End {
  switch (peer.kind) {
    case 'tier':
      return ownEnd(flow, peer, home, universe);
    case 'internet':
      return anywhere(
        { kind: 'internet' },
        FAMILIES.map((family) => ({ peer: { kind: 'anywhere', family }, family })),
        false,
      );
    case 'cidr':
      return cidrEnd(flow, peer.cidr, home);
    case 'onprem': {
      const network = home.onPremises.get(peer.name);
      return network === undefined
        ? refuseUnknown('network outside AWS', peer.name, home.onPremises.keys())
        : cidrs({ kind: 'on-premises', name: peer.name, ranges: network.cidrs }, network.cidrs);
    }
    case 'prefix-list':
      // An ACL can't name a prefix list; the group rule stays tight, the ACL's width is reported as residue.
      return anywhere(
        { kind: 'internet' },
        [{ peer, family: 'v4' }, ...(home.dualStack ? [{ peer, family: 'v6' as const }] : [])],
        true,
      );
    case 'endpoint':
      return endpointEnd(flow, peer.service, home, universe);
  }
}
