import type { Key, Peering } from '../../model/network';
import { Unknown } from '../../model/term';
import { both, type Certainty } from '../filter/groups';
import type { Hop } from '../filter/routes';
import { attachmentsAt, subnetsOf } from './crossing';
import { Condition, type Gate, present } from './gate';
import { certaintyOf, isOne, type Place } from './place';
import type { Terrain } from './terrain';

/** Whether a peering is one of these two VPCs. */
export function joins({ requester, accepter }: Peering, a: Key, b: Key): Certainty {
  const one = both(isOne(requester, a), isOne(accepter, b));
  const other = both(isOne(requester, b), isOne(accepter, a));
  if (one === 'yes' || other === 'yes') return 'yes';
  return one === 'no' && other === 'no' ? 'no' : 'unknown';
}

/** Whether what the receiver sends by a hop may come to the sender's VPC. */
function mayReturn({ facts, family }: Terrain, attached: boolean, from: Place, to: Place, hop: Hop): boolean {
  switch (hop.kind) {
    case 'middlebox':
    case 'edge':
      return true;
    case 'peering': {
      const peering = facts.peerings.get(hop.key);
      if (peering === undefined) return true;
      return both(joins(peering, from.vpc.key, to.vpc.key), certaintyOf(peering.active)) !== 'no';
    }
    case 'transit-gateway':
      return attached || !facts.transitGateways.has(hop.key);
    case 'internet-gateway':
      // Over IPv6 the addresses are the same outside.
      return family === 'v6' && from.vpc !== to.vpc;
    default:
      return false;
  }
}

/** The sender's inbound entries, which aren't asked where a transit gateway comes out in its very subnet. */
export function enteringAnyhow(terrain: Terrain, from: Place): Gate | undefined {
  const here = terrain.estate.attachmentsOf(from.vpc.key).some((attachment) => {
    const subnets = subnetsOf(terrain, attachment);
    return subnets instanceof Unknown || subnets.includes(from.subnet);
  });
  return here ? undefined : terrain.aclGate(from.subnet, 'in', 'reply');
}

/** A way whose reply comes back otherwise than its packet went. */
interface Detour {
  readonly forward: readonly Gate[];
  readonly reply: readonly Gate[];
}

/**
 * Security groups track a connection, whichever way its reply takes: one that leaves by a hop that isn't the packet's own may
 * arrive where that hop may lead to the sender's VPC. AWS doesn't say so of any: it is never said surely.
 */
export function detours(
  terrain: Terrain,
  from: Place,
  to: Place,
  forward: readonly Gate[],
  isOwn: (hop: Hop) => boolean,
): readonly Detour[] {
  const leads = (hop: Hop): Certainty => {
    if (isOwn(hop)) return 'no';
    const attached = hop.kind === 'transit-gateway' && attachmentsAt(terrain, hop.key, to.vpc.key).length > 0;
    return mayReturn(terrain, attached, from, to, hop) ? 'unknown' : 'no';
  };
  const any = terrain
    .tablesOf(to.subnet)
    .some(
      (table) =>
        table instanceof Unknown ||
        table.incomplete !== undefined ||
        table.routes.some(({ target }) => target.open !== undefined || target.choices.some((hop) => leads(hop) !== 'no')),
    );
  if (!any) return [];
  const doubt = new Condition('gateway', to.vpc.key, true, 'unknown', 'not known: whether a reply by another way comes back');
  return [
    {
      // The route stands among the gates of the packet: so what doesn't take it is decided without this way.
      forward: [...forward, terrain.routeGate(to.subnet, to.vpc, 'reply', leads)],
      reply: present([doubt, terrain.aclGate(to.subnet, 'out', 'reply'), enteringAnyhow(terrain, from)]),
    },
  ];
}
