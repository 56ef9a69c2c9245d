import type { Key, Subnet, TransitAttachment } from '../../model/network';
import { Unknown } from '../../model/term';
import { both, type Certainty } from '../filter/groups';
import type { Hop } from '../filter/routes';
import { attachmentsAt, Crossing, subnetsOf } from '../ground/crossing';
import { DeadEnd, unjudged, type Way } from './departure';
import { Condition, type Leads, present } from '../ground/gate';
import { certaintyOf, type Place } from '../ground/place';
import { detours, enteringAnyhow } from '../ground/returns';
import type { Terrain } from '../ground/terrain';

/** Whether what comes in by an attachment may be handed on: by appliances, or by yet another gateway. */
export function handsOn(hop: Hop, gateway: Key): boolean {
  if (hop.kind === 'transit-gateway') return hop.key !== gateway;
  return hop.kind === 'middlebox' || hop.kind === 'nat-gateway' || hop.kind === 'edge';
}

/** The subnets of an attachment whose tables may hand on what comes out there. Unknown: they aren't known. */
function handingOn(terrain: Terrain, attachment: TransitAttachment, gateway: Key): readonly Subnet[] | Unknown {
  const subnets = subnetsOf(terrain, attachment);
  if (subnets instanceof Unknown) return subnets;
  return subnets.filter((subnet) =>
    terrain
      .tablesOf(subnet)
      .some(
        (table) =>
          table instanceof Unknown ||
          table.incomplete !== undefined ||
          table.routes.some(({ target }) => target.open !== undefined || target.choices.some((hop) => handsOn(hop, gateway))),
      ),
  );
}

/** Whether a hop of a gateway's table is one behind which nothing is judged: another gateway, a VPN, a VPC that hands on. */
function toBeyond(terrain: Terrain, gateway: Key): Leads {
  return (hop) => {
    if (hop.kind !== 'attachment') return 'no';
    const other = terrain.facts.transitAttachments.get(hop.key);
    if (other?.kind !== 'vpc') return 'unknown';
    const exits = handingOn(terrain, other, gateway);
    return exits instanceof Unknown || exits.length > 0 ? 'unknown' : 'no';
  };
}

/** Whether attachments that aren't the wanted one may lead there all the same. */
export function leadsTo(terrain: Terrain, gateway: Key, wanted: Key): Leads {
  const beyond = toBeyond(terrain, gateway);
  return (hop) => (hop.kind === 'attachment' && hop.key === wanted ? 'yes' : beyond(hop));
}

/** Whether the table of an attachment may send anything to such a hop. */
export function mayLead(
  { facts, transit }: Terrain,
  { table: { choices, open } }: TransitAttachment,
  is: (hop: Hop) => boolean,
): boolean {
  if (open !== undefined) return true;
  return choices.some((key) => {
    const table = facts.transitTables.get(key);
    const turns = table === undefined ? undefined : transit.compile(table);
    return turns?.some((turn) => turn.open !== undefined || turn.choices.some(({ hop }) => is(hop))) ?? true;
  });
}

function leadsAstray(terrain: Terrain, gateway: Key, attachment: TransitAttachment): boolean {
  const leads = toBeyond(terrain, gateway);
  return mayLead(terrain, attachment, (hop) => leads(hop) !== 'no');
}

function references({ facts }: Terrain, gateway: Key, ends: readonly TransitAttachment[]): Certainty {
  const all = [facts.transitGateways.get(gateway), ...ends];
  return all.map((one) => certaintyOf(one?.groupReferences ?? 'unknown')).reduce(both);
}

/** Over a transit gateway to an interface of another VPC. */
export function overTransit(terrain: Terrain, from: Place, to: Place, key: Key): readonly [Way, ...Way[]] | DeadEnd {
  if (!terrain.facts.transitGateways.has(key)) return unjudged(`what lies beyond ${key}`, key);
  const near = attachmentsAt(terrain, key, from.vpc.key);
  const far = attachmentsAt(terrain, key, to.vpc.key);
  // Between two attachments: none sends back what came in by it.
  const pairs = near.flatMap((a) => far.filter((b) => b.key !== a.key).map((b) => [a, b] as const));
  const ways = pairs.map(([a, b]) => between(terrain, from, to, key, a, b));
  const also = [
    ...near.flatMap((a) => astray(terrain, from, key, a, far)),
    ...pairs.flatMap(([a, b]) => handedOn(terrain, from, to, key, a, b)),
    ...pairs.flatMap(([a, b]) => answeredAstray(terrain, from, to, key, a, b)),
  ];
  const [first, ...rest] = ways;
  if (first !== undefined) return [{ ...first, also }, ...rest];
  const [one, ...more] = also;
  if (one !== undefined) return [one, ...more];
  return new DeadEnd(near.length === 0 ? `${from.vpc.key} isn't attached to it` : `leads to no attachment of ${to.vpc.key}`);
}

/** From one attachment through the gateway to the receiver. */
function carry(
  terrain: Terrain,
  from: Place,
  to: Place,
  key: Key,
  a: TransitAttachment,
  b: TransitAttachment,
): Pick<Way, 'forward'> {
  const there = new Crossing(terrain, key, 'opening');
  const carried = references(terrain, key, [a, b]);
  const forward = present([
    ...there.into(a, from, leadsTo(terrain, key, b.key)),
    ...there.outOf(b, from, to),
    terrain.groupGate(to, 'in', terrain.carriesOn(from, carried)),
  ]);
  return { forward };
}

/** A hop that leads into the gateway. What leaves by a middlebox takes another way. */
export function toGateway(key: Key): Leads {
  return (hop) => (hop.kind === 'transit-gateway' && hop.key === key ? 'yes' : 'no');
}

function between(terrain: Terrain, from: Place, to: Place, key: Key, a: TransitAttachment, b: TransitAttachment): Way {
  const back = new Crossing(terrain, key, 'reply');
  return {
    ...carry(terrain, from, to, key, a, b),
    reply: [
      terrain.aclGate(to.subnet, 'out', 'reply'),
      terrain.routeGate(to.subnet, to.vpc, 'reply', toGateway(key)),
      ...back.into(b, to, leadsTo(terrain, key, a.key)),
      ...back.outOf(a, to, from),
    ],
  };
}

/** By what isn't judged: it may come in otherwise than by an attachment of this gateway, and from other addresses. */
function astray(terrain: Terrain, from: Place, key: Key, a: TransitAttachment, far: readonly TransitAttachment[]): Way[] {
  if (!leadsAstray(terrain, key, a)) return [];
  const beyond = toBeyond(terrain, key);
  const known = (hop: Hop): boolean => hop.kind === 'attachment' && [a, ...far].some((one) => one.key === hop.key);
  const forward = new Crossing(terrain, key, 'opening').into(a, from, (hop) => (known(hop) ? 'no' : beyond(hop)), false);
  return [{ references: 'unknown', forward, reply: [] }];
}

/** By what stands between an attachment of the receiver's VPC and the receiver. */
function handedOn(terrain: Terrain, from: Place, to: Place, key: Key, a: TransitAttachment, b: TransitAttachment): Way[] {
  const exits = handingOn(terrain, b, key);
  const into = new Crossing(terrain, key, 'opening').into(a, from, leadsTo(terrain, key, b.key), false);
  if (exits instanceof Unknown) {
    const doubt = new Condition('gateway', key, false, 'unknown', `not known: ${exits.why}`);
    return [{ references: 'unknown', forward: [...into, doubt], reply: [] }];
  }
  const leads = (hop: Hop): Certainty => (handsOn(hop, key) ? 'unknown' : 'no');
  // Within one subnet no route is asked.
  const apart = exits.filter((exit) => exit !== to.subnet);
  return apart.map((exit) => ({
    references: 'unknown',
    forward: [...into, terrain.routeGate(exit, to.vpc, 'opening', leads)],
    reply: [],
  }));
}

/** Replies that leave by what isn't judged, or otherwise than they came, may get to the sender under the addresses that they have. */
function answeredAstray(terrain: Terrain, from: Place, to: Place, key: Key, a: TransitAttachment, b: TransitAttachment): Way[] {
  const { forward } = carry(terrain, from, to, key, a, b);
  const isOwn = (hop: Hop): boolean => hop.kind === 'transit-gateway' && hop.key === key;
  const otherwise = detours(terrain, from, to, forward, isOwn);
  if (!leadsAstray(terrain, key, b)) return [...otherwise];
  // Whether it arrives says the way between both: this one never says it surely.
  const doubt = new Condition('gateway', key, false, 'unknown', 'not known: what becomes of a reply that leaves by an edge');
  const out = new Crossing(terrain, key, 'reply');
  const reply = present([
    terrain.aclGate(to.subnet, 'out', 'reply'),
    terrain.routeGate(to.subnet, to.vpc, 'reply', toGateway(key)),
    ...out.into(b, to, toBeyond(terrain, key)),
    enteringAnyhow(terrain, from),
  ]);
  return [...otherwise, { forward: [...forward, doubt], reply }];
}
