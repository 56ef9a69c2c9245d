import type { Key } from '../../model/network';
import type { Hop } from '../filter/routes';
import type { End } from '../query';
import { DESTINATION } from '../region/box';
import { boxesOf } from '../region/spans';
import { DeadEnd, type Onward, unjudged, type Way } from './departure';
import { beyondTransit, outByEdge } from './edge';
import { attachmentsAt } from '../ground/crossing';
import { Condition } from '../ground/gate';
import { insideVpc } from './inside';
import { acrossInternet, outByEgressOnly, outByGateway } from './internet';
import { outByNat } from './nat';
import { findPeering, overPeering } from './peering';
import { isOne, type Place } from '../ground/place';
import type { Terrain } from '../ground/terrain';
import { overTransit } from './transit';

/** An end outside of every VPC. */
export type Beyond = Exclude<End, { kind: 'interface' }>;

type Found = readonly [Way, ...Way[]] | DeadEnd;

function single(way: Way | DeadEnd): Found {
  return way instanceof DeadEnd ? way : [way];
}

/** What stands behind each hop on the way to an interface. */
export function interfaceHops(terrain: Terrain, from: Place, to: Place): Onward {
  const by = (hop: Hop): Found => {
    switch (hop.kind) {
      case 'local':
        return from.vpc === to.vpc ? [insideVpc(terrain, from, to)] : new DeadEnd(`${to.subnet.key} is in another VPC`);
      case 'peering':
        return overPeering(terrain, from, to, hop.key);
      case 'transit-gateway':
        return overTransit(terrain, from, to, hop.key);
      case 'internet-gateway':
      case 'egress-only-gateway': {
        if (from.vpc === to.vpc) return unjudged('what comes back into its own VPC', hop.key);
        const out = hop.kind === 'internet-gateway' ? outByGateway : outByEgressOnly;
        return single(acrossInternet(terrain, from, to, out(terrain, from, hop.key)));
      }
      case 'nat-gateway':
        return outByNat(terrain, from, hop.key, to);
      case 'middlebox':
        return unjudged(`what ${hop.key} in between lets pass`, hop.key);
      case 'edge':
        // Routers beyond may lead back into another VPC.
        return unjudged(`what lies beyond ${hop.key}`, hop.key);
      default:
        return new DeadEnd('leads elsewhere');
    }
  };
  return { by, receiver: to, supposed: () => supposedWay(terrain, from, to) };
}

function supposedWay(terrain: Terrain, from: Place, to: Place): Way | undefined {
  if (from.vpc === to.vpc) return insideVpc(terrain, from, to);
  const peering = findPeering(terrain, from, to);
  if (peering !== undefined) return firstOf(overPeering(terrain, from, to, peering));
  for (const key of terrain.facts.transitGateways.keys()) {
    const joined = attachmentsAt(terrain, key, from.vpc.key).length > 0 && attachmentsAt(terrain, key, to.vpc.key).length > 0;
    if (joined) return firstOf(overTransit(terrain, from, to, key));
  }
  const none = new Condition('gateway', from.vpc.key, false, 'no', `nothing joins ${from.vpc.key} and ${to.vpc.key}`);
  return { forward: [none], reply: [] };
}

function firstOf(found: Found): Way | undefined {
  return found instanceof DeadEnd ? undefined : found[0];
}

/** What stands behind each hop on the way out of every VPC. */
export function beyondHops(terrain: Terrain, from: Place, to: Beyond): Onward {
  const by = (hop: Hop): Found => {
    switch (hop.kind) {
      case 'internet-gateway':
        return [outByGateway(terrain, from, hop.key)];
      case 'egress-only-gateway':
        return single(outByEgressOnly(terrain, from, hop.key));
      case 'nat-gateway':
        return outByNat(terrain, from, hop.key);
      case 'gateway-endpoint':
        return to.kind === 'service' ? [byEndpoint(terrain, from, hop.key)] : new DeadEnd('leads to a service only');
      case 'middlebox':
        return unjudged(`what ${hop.key} in between lets pass`, hop.key);
      case 'edge':
      case 'transit-gateway':
        return to.kind === 'outside' ? outByEdge(terrain, from, hop.key) : beyondEdge(terrain, from, hop.key);
      default:
        return new DeadEnd('leads elsewhere');
    }
  };
  return { by, supposed: () => supposedExit(terrain, from) };
}

/** What a network of one's own does with what goes to the internet isn't judged. */
function beyondEdge(terrain: Terrain, from: Place, key: Key): Found {
  if (!terrain.facts.transitGateways.has(key)) return unjudged(`what lies beyond ${key}`, key);
  const [first, ...rest] = attachmentsAt(terrain, key, from.vpc.key).map((one) => beyondTransit(terrain, from, key, one));
  return first === undefined ? new DeadEnd(`${from.vpc.key} isn't attached to it`) : [first, ...rest];
}

function supposedExit(terrain: Terrain, from: Place): Way | undefined {
  const [gateway] = terrain.estate.internetGatewaysOf(from.vpc.key);
  if (gateway !== undefined) return outByGateway(terrain, from, gateway.key);
  return { forward: [new Condition('gateway', from.vpc.key, false, 'no', 'the VPC has no internet gateway')], reply: [] };
}

/** To a service by routes: its own addresses only. */
function byEndpoint(terrain: Terrain, from: Place, key: Key): Way {
  const endpoint = terrain.facts.gatewayEndpoints.get(key);
  if (endpoint === undefined) return unjudged(`what ${key} leads to`, key)[0];
  const own = isOne(endpoint.vpc, from.vpc.key);
  const addresses = boxesOf(terrain.space.setOfList(endpoint.list).sure, DESTINATION);
  return {
    forward: [
      new Condition('gateway', key, false, own, own === 'yes' ? 'endpoint of the VPC' : 'not surely of the VPC', addresses),
    ],
    reply: [terrain.aclGate(from.subnet, 'in', 'reply')],
  };
}
