import type { Family } from '../../../../modules/core/cidr';
import { parsePeer, type Peer } from '../../../../modules/core/flow';
import type { Intent, IntentFlow, IntentNetwork } from '../../../../modules/core/intent';
import { parsePort, parsePortRange } from '../../../../modules/core/port';
import { type NetworkFacts, type Range, type Traffic, trafficOf } from '../../../model/network';
import { hasFamily } from '../../ask/place';
import type { End } from '../../query';
import type { PeerEnds } from './peer-ends';

/** A flow in one family, with the ends that its names stand for. */
export interface DeclaredFlow {
  readonly stated: IntentFlow;
  readonly family: Family;
  readonly from: readonly End[];
  readonly to: readonly End[];
  readonly traffic: Traffic;
  readonly clientPorts: Range;
}

const FAMILIES: readonly Family[] = ['v4', 'v6'];

/** Flows to other networks are IPv4 only: the other one's IPv6 block isn't known where its entry is written. */
function isElsewhere(peer: Peer, { network }: IntentNetwork): boolean {
  if (peer.kind !== 'tier' || peer.network === undefined) return false;
  const [account, , name] = network.split('/');
  return peer.network.account !== account || peer.network.network !== name;
}

/** The families in which a flow exists: those asked for that its protocol and both ends have. */
export function familiesOf(flow: Pick<IntentFlow, 'from' | 'to' | 'port' | 'families'>, home: IntentNetwork): readonly Family[] {
  const across = isElsewhere(parsePeer(flow.from), home) || isElsewhere(parsePeer(flow.to), home);
  return FAMILIES.filter((family) => {
    if (family === 'v6' && (across || !home.dualStack)) return false;
    if (flow.port.startsWith(family === 'v4' ? 'icmpv6' : 'icmp/') || (family === 'v6' && flow.port === 'icmp')) return false;
    return flow.families?.includes(family) ?? true;
  });
}

/** Every flow of these networks, in every family that it exists in. */
export function declaredFlows({ flows }: Intent, peers: PeerEnds, facts: NetworkFacts): readonly DeclaredFlow[] {
  return flows.flatMap((stated) => {
    const traffic = trafficOf(parsePort(stated.port));
    const clientPorts = parsePortRange(stated.clientPorts);
    return familiesOf(stated, peers.network(stated.network)).flatMap((family): DeclaredFlow[] => {
      const within = (peer: string): readonly End[] =>
        peers.of(stated.network, peer, family).filter((end) => hasFamily(end, family, facts));
      const [from, to] = [within(stated.from), within(stated.to)];
      return from.length === 0 || to.length === 0 ? [] : [{ stated, family, from, to, traffic, clientPorts }];
    });
  });
}
