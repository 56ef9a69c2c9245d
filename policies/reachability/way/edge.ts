import type { Key, RouteTable, RouteTarget, TransitAttachment } from '../../model/network';
import { both, type Certainty } from '../filter/groups';
import type { Hop } from '../filter/routes';
import type { Course } from './course';
import { DeadEnd, type Way } from './departure';
import { attachmentsAt, Crossing } from '../ground/crossing';
import { Condition, type Gate, type Leads, present } from '../ground/gate';
import { certaintyOf, isOne, type Place } from '../ground/place';
import type { Terrain } from '../ground/terrain';
import { leadsTo, mayLead, toGateway } from './transit';

/** Out to a network of one's own, by a hop where the documents end. */
export function outByEdge(terrain: Terrain, from: Place, key: Key): readonly [Way, ...Way[]] | DeadEnd {
  if (terrain.facts.transitGateways.has(key)) return outByTransit(terrain, from, key);
  return [{ forward: [], reply: [terrain.aclGate(from.subnet, 'in', 'reply')] }];
}

function isEdge(terrain: Terrain, hop: Hop): Certainty {
  if (hop.kind === 'middlebox') return 'unknown';
  if (hop.kind === 'transit-gateway') return terrain.facts.transitGateways.has(hop.key) ? 'no' : 'yes';
  return hop.kind === 'edge' ? 'yes' : 'no';
}

/** Whether any table of the VPC leads to such a hop: then packets may come in by it. */
function anyLeads(tables: readonly RouteTable[], is: (target: RouteTarget) => Certainty): Certainty {
  let best: Certainty = tables.some(({ incomplete }) => incomplete !== undefined) ? 'unknown' : 'no';
  for (const { routes, vpc } of tables) {
    for (const { target, certain } of routes) {
      const found = target.choices.map(is);
      const sure = certain && target.open === undefined && vpc.open === undefined && vpc.choices.length === 1;
      if (sure && found.length > 0 && found.every((one) => one === 'yes')) return 'yes';
      if (target.open !== undefined || found.some((one) => one !== 'no')) best = 'unknown';
    }
  }
  return best;
}

function strongest(all: readonly Certainty[]): Certainty {
  if (all.includes('yes')) return 'yes';
  return all.includes('unknown') ? 'unknown' : 'no';
}

function entrance(address: Key, certainty: Certainty): Gate {
  const text =
    certainty === 'yes'
      ? 'joins the VPC to networks of its own'
      : certainty === 'no'
        ? 'nothing joins the VPC to networks of its own'
        : 'not known: whether it joins the VPC to networks of its own';
  return new Condition('gateway', address, false, certainty, text);
}

/** By what a reply leaves the VPC. */
interface Exit {
  readonly leads: (hop: Hop) => Certainty;
  /** What stands behind the interface's own table. */
  readonly behind: readonly Gate[];
}

/** In from a network of one's own, by everything that joins the VPC to one; replies leave by any of them. */
export function inByEdges(terrain: Terrain, to: Place): readonly Course[] {
  const gateways = gatewaysOf(terrain, to.vpc.key);
  const plain = [entrance(to.vpc.key, joined(terrain, to.vpc.key)), terrain.aclGate(to.subnet, 'in', 'opening')];
  const over = gateways.flatMap((key) =>
    inByTransit(terrain, to, key).map(({ joins, before }) => [entrance(key, joins), ...before]),
  );
  const exits: readonly Exit[] = [
    { leads: (hop) => isEdge(terrain, hop), behind: [] },
    ...gateways.flatMap((key) => backByTransit(terrain, to, key).map((behind) => ({ leads: toGateway(key), behind }))),
  ];
  return [plain, ...over].flatMap((before) => exits.map((exit) => course(terrain, to, before, exit)));
}

function course(terrain: Terrain, to: Place, before: readonly Gate[], { leads, behind }: Exit): Course {
  return {
    forward: present([...before, terrain.groupGate(to, 'in', () => 'no')]),
    reply: [terrain.aclGate(to.subnet, 'out', 'reply'), terrain.routeGate(to.subnet, to.vpc, 'reply', leads), ...behind],
  };
}

/** By something that stands in the VPC, or that a table of it leads to, or by a transit gateway that isn't known. */
function joined(terrain: Terrain, vpc: Key): Certainty {
  const { estate, facts } = terrain;
  const standing = estate.edgesOf(vpc).map((edge) => isOne(edge.vpc, vpc));
  const strange = estate
    .attachmentsOf(vpc)
    .some(({ gateway }) => gateway.open !== undefined || gateway.choices.some((key) => !facts.transitGateways.has(key)));
  return strongest([
    ...standing,
    strange ? 'unknown' : 'no',
    anyLeads(estate.tablesOf(vpc), (target) => isEdge(terrain, target)),
  ]);
}

function gatewaysOf(terrain: Terrain, vpc: Key): readonly Key[] {
  const keys = terrain.estate.attachmentsOf(vpc).flatMap(({ gateway }) => gateway.choices);
  return [...new Set(keys)].filter((key) => terrain.facts.transitGateways.has(key));
}

/** How an interface is met from beyond the gateway. */
interface Entry {
  /** Whether anything that isn't a VPC is joined to the gateway. */
  readonly joins: Certainty;
  /** What stands before the interface. */
  readonly before: readonly Gate[];
}

/** How an interface is met from beyond the gateway, by each attachment. */
function inByTransit(terrain: Terrain, to: Place, key: Key): readonly Entry[] {
  const edges = [...terrain.facts.transitAttachments.values()].filter(
    ({ kind, gateway }) => kind === 'edge' && isOne(gateway, key) !== 'no',
  );
  const leads = toEdge(terrain);
  return attachmentsAt(terrain, key, to.vpc.key).flatMap((attachment) => {
    const opening = new Crossing(terrain, key, 'opening');
    const before = opening.outOf(attachment, undefined, to);
    const known = edges.map((edge) => ({
      joins: both(isOne(edge.gateway, key), certaintyOf(edge.active)),
      before: [opening.through(edge, leadsTo(terrain, key, attachment.key)), ...before],
    }));
    // A route to what the documents don't describe: it may be an edge.
    const strange = mayLead(terrain, attachment, (hop) => leads(hop) === 'unknown');
    return strange ? [...known, { joins: 'unknown', before }] : known;
  });
}

/** What a reply to beyond the gateway passes behind the interface's own table, by each attachment. */
function backByTransit(terrain: Terrain, to: Place, key: Key): readonly (readonly Gate[])[] {
  const attachments = attachmentsAt(terrain, key, to.vpc.key);
  return attachments.map((attachment) => new Crossing(terrain, key, 'reply').into(attachment, to, toEdge(terrain)));
}

/** Into the gateway and on to where nothing is judged: what its table surely drops is lost all the same. */
export function beyondTransit(terrain: Terrain, from: Place, key: Key, attachment: TransitAttachment): Way {
  const leads: Leads = (hop) => (hop.kind === 'attachment' ? 'unknown' : 'no');
  return { forward: new Crossing(terrain, key, 'opening').into(attachment, from, leads, false), reply: [] };
}

/** Whether a hop of a gateway's table is one that isn't a VPC, and is accepted. */
function toEdge(terrain: Terrain): Leads {
  return (hop) => {
    if (hop.kind !== 'attachment') return 'no';
    const attachment = terrain.facts.transitAttachments.get(hop.key);
    if (attachment?.kind === 'vpc') return 'no';
    return attachment === undefined ? 'unknown' : certaintyOf(attachment.active);
  };
}

/** From an interface out by an attachment that isn't a VPC. */
export function outByTransit(terrain: Terrain, from: Place, key: Key): readonly [Way, ...Way[]] | DeadEnd {
  const ways = attachmentsAt(terrain, key, from.vpc.key).map((attachment): Way => ({
    forward: new Crossing(terrain, key, 'opening').into(attachment, from, toEdge(terrain)),
    reply: new Crossing(terrain, key, 'reply').outOf(attachment, undefined, from),
  }));
  const [first, ...rest] = ways;
  return first === undefined ? new DeadEnd(`${from.vpc.key} isn't attached to it`) : [first, ...rest];
}
