import type { Key, Subnet, TransitAttachment } from '../../model/network';
import { Unknown } from '../../model/term';
import { both, type Certainty } from '../filter/groups';
import type { Hop } from '../filter/routes';
import { comparedAddress } from '../filter/view';
import { DeadEnd, unjudged, type Way } from './departure';
import { Condition, type Gate, type Leads, OneOfGates, present, RouteGate } from '../ground/gate';
import { certaintyOf, isOne, type Place } from '../ground/place';
import type { Terrain } from '../ground/terrain';

type View = 'opening' | 'reply';

/** Whether a VPC's attachment is surely there. */
export function isAt(attachment: TransitAttachment, gateway: Key, vpc: Key): Certainty {
  const there = both(isOne(attachment.gateway, gateway), attachment.vpc === undefined ? 'no' : isOne(attachment.vpc, vpc));
  return there === 'no' ? 'no' : both(there, certaintyOf(attachment.active));
}

/** Attachments of a VPC to a gateway, those that may be included. */
export function attachmentsAt(terrain: Terrain, gateway: Key, vpc: Key): readonly TransitAttachment[] {
  const of = terrain.estate.attachmentsOf(vpc);
  return of.filter((attachment) => attachment.vpc !== undefined && isOne(attachment.gateway, gateway) !== 'no');
}

/** The subnets in which an attachment has interfaces. Unknown: they aren't known. */
function subnetsOf(terrain: Terrain, { subnets }: TransitAttachment): readonly Subnet[] | Unknown {
  if (subnets instanceof Unknown) return subnets;
  const found: Subnet[] = [];
  for (const { choices, open } of subnets) {
    const [key] = choices;
    const subnet = key === undefined || choices.length > 1 ? undefined : terrain.facts.subnets.get(key);
    if (subnet === undefined || open !== undefined) return open ?? new Unknown('which subnets the attachment has');
    found.push(subnet);
  }
  return found;
}

/** Those in the zone; Unknown: the zone of one that counts isn't known. */
function inZone(subnets: readonly Subnet[], { zone }: Subnet): readonly Subnet[] | Unknown {
  if (zone instanceof Unknown) return zone;
  const unknown = subnets.map((subnet) => subnet.zone).find((other) => other instanceof Unknown);
  return unknown ?? subnets.filter((subnet) => subnet.zone === zone);
}

/** Into a gateway and out of it, on one of both ways. */
export class Crossing {
  constructor(
    private readonly terrain: Terrain,
    private readonly gateway: Key,
    private readonly view: View,
  ) {}

  private stop(certainty: 'no' | 'unknown', text: string): Gate {
    return new Condition('gateway', this.gateway, this.view === 'reply', certainty, text);
  }

  /** From a subnet into the gateway: by the attachment in its zone, whose subnet asks what enters and whose table decides. */
  into(attachment: TransitAttachment, from: Place, leads: Leads, asksAcl = true): readonly Gate[] {
    const subnets = subnetsOf(this.terrain, attachment);
    const near = subnets instanceof Unknown ? subnets : inZone(subnets, from.subnet);
    if (near instanceof Unknown) return [this.stop('unknown', `not known: ${near.why}`)];
    const [entry] = near;
    if (entry === undefined) return [this.stop('no', `${attachment.key} has no subnet in the zone of ${from.subnet.key}`)];
    const there = isAt(attachment, this.gateway, from.vpc.key);
    const ready = there === 'yes' ? [] : [this.stop(there, `${attachment.key} isn't surely attached and accepted`)];
    return [
      ...ready,
      ...this.carrying(attachment),
      ...(asksAcl ? [this.terrain.aclGate(entry, 'in', this.view)] : []),
      this.tableGate(attachment, leads),
    ];
  }

  /** Attachments carry IPv6 where that is switched on. */
  private carrying({ key, ipv6 }: TransitAttachment): readonly Gate[] {
    const carries = this.terrain.family === 'v4' || ipv6 === undefined ? 'yes' : certaintyOf(ipv6);
    return carries === 'yes' ? [] : [this.stop(carries, `${key} doesn't surely carry IPv6`)];
  }

  /** What comes into the gateway by an edge: that one's own table decides. */
  through(edge: TransitAttachment, to: TransitAttachment): Gate {
    const leads = leadsTo(this.terrain, this.gateway, to.key);
    return this.tableGate(edge, (hop) => (hop.kind === 'attachment' && hop.key === edge.key ? 'no' : leads(hop)));
  }

  private tableGate({ table: { choices, open }, key }: TransitAttachment, leads: Leads): Gate {
    const tables = choices.map((choice) => this.terrain.facts.transitTables.get(choice));
    if (open !== undefined) return this.stop('unknown', `not known: ${open.why}`);
    const gates = tables.map((table, place) =>
      table === undefined
        ? this.stop('unknown', `not known: the routes of ${choices[place] ?? ''}`)
        : new RouteGate(
            table.key,
            this.view === 'reply',
            this.terrain.transit.compile(table),
            comparedAddress('out', this.view),
            leads,
            () => [],
          ),
    );
    const [first] = gates;
    if (first === undefined) return this.stop('no', `no table decides for ${key}`);
    return gates.length === 1
      ? first
      : new OneOfGates(
          gates.map((gate) => [gate]),
          first,
        );
  }

  /** Out of the gateway to an interface: by the subnet in the sender's zone, else by any. Left out: the sender has no zone. */
  outOf(attachment: TransitAttachment, from: Place | undefined, to: Place): readonly Gate[] {
    const subnets = subnetsOf(this.terrain, attachment);
    const near = subnets instanceof Unknown ? subnets : from === undefined ? [] : inZone(subnets, from.subnet);
    if (subnets instanceof Unknown || near instanceof Unknown) {
      return [this.stop('unknown', 'not known: by which subnet it comes out')];
    }
    const carrying = this.carrying(attachment);
    const rows = (near.length === 0 ? subnets : near).flatMap((exit) => (exit === to.subnet ? [] : [this.exit(exit, to)]));
    const [row] = rows;
    if (row === undefined) return subnets.length === 0 ? [this.stop('no', `${attachment.key} has no subnet`)] : carrying;
    // One of several: that of the receiver itself lets everything pass, so it widens the lenient reading only.
    const out = rows.length === 1 && near.length <= 1 && subnets.length === 1 ? row : [this.oneOf(rows, row, near, subnets, to)];
    return [...carrying, ...out];
  }

  private exit(exit: Subnet, to: Place): readonly [Gate, ...Gate[]] {
    const local = (hop: Hop): Certainty => (hop.kind === 'local' ? 'yes' : hop.kind === 'middlebox' ? 'unknown' : 'no');
    return [
      this.terrain.aclGate(exit, 'out', this.view),
      this.terrain.routeGate(exit, to.vpc, this.view, local),
      this.terrain.aclGate(to.subnet, 'in', this.view),
    ];
  }

  private oneOf(
    rows: readonly (readonly [Gate, ...Gate[]])[],
    [first]: readonly [Gate, ...Gate[]],
    near: readonly Subnet[],
    subnets: readonly Subnet[],
    to: Place,
  ): Gate {
    const used = near.length === 0 ? subnets : near;
    const straight: readonly [Gate, ...Gate[]][] = used.includes(to.subnet)
      ? [[new Condition('gateway', this.gateway, this.view === 'reply', 'yes', `comes out in ${to.subnet.key} itself`)]]
      : [];
    return new OneOfGates([...rows.map(([one, ...more]): [Gate, ...Gate[]] => [one, ...more]), ...straight], first);
  }
}

/** Whether what comes in by an attachment may be handed on: by appliances, or by yet another gateway. */
function handsOn(hop: Hop, gateway: Key): boolean {
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
function leadsTo(terrain: Terrain, gateway: Key, wanted: Key): Leads {
  const beyond = toBeyond(terrain, gateway);
  return (hop) => (hop.kind === 'attachment' && hop.key === wanted ? 'yes' : beyond(hop));
}

/** Whether the table of an attachment sends anything to where nothing is judged. */
function leadsAstray(terrain: Terrain, gateway: Key, { table: { choices, open } }: TransitAttachment): boolean {
  if (open !== undefined) return true;
  const leads = toBeyond(terrain, gateway);
  return choices.some((key) => {
    const table = terrain.facts.transitTables.get(key);
    const turns = table === undefined ? undefined : terrain.transit.compile(table);
    return turns?.some((turn) => turn.open !== undefined || turn.choices.some(({ hop }) => leads(hop) !== 'no')) ?? true;
  });
}

function references(terrain: Terrain, gateway: Key, ends: readonly TransitAttachment[]): Certainty {
  const own = terrain.facts.transitGateways.get(gateway);
  const all = [...(own === undefined ? [] : [own]), ...ends].map(({ groupReferences }) => certaintyOf(groupReferences));
  return all.reduce(both, own === undefined ? 'unknown' : 'yes');
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
  ];
  const [first, ...rest] = ways;
  if (first !== undefined) return [also.length === 0 ? first : { ...first, also }, ...rest];
  const [one, ...more] = also;
  if (one !== undefined) return [one, ...more];
  return new DeadEnd(near.length === 0 ? `${from.vpc.key} isn't attached to it` : `leads to no attachment of ${to.vpc.key}`);
}

function between(terrain: Terrain, from: Place, to: Place, key: Key, a: TransitAttachment, b: TransitAttachment): Way {
  const there = new Crossing(terrain, key, 'opening');
  const back = new Crossing(terrain, key, 'reply');
  const carried = references(terrain, key, [a, b]);
  const toGateway = (hop: Hop): Certainty => {
    if (hop.kind === 'middlebox') return 'unknown';
    return hop.kind === 'transit-gateway' && hop.key === key ? 'yes' : 'no';
  };
  return {
    forward: present([
      ...there.into(a, from, leadsTo(terrain, key, b.key)),
      ...there.outOf(b, from, to),
      terrain.groupGate(to, 'in', terrain.carriesOn(from, carried)),
    ]),
    reply: [
      terrain.aclGate(to.subnet, 'out', 'reply'),
      terrain.routeGate(to.subnet, to.vpc, 'reply', toGateway),
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
  // Where it comes out isn't known: outOf says so already.
  if (exits instanceof Unknown) return [{ references: 'unknown', forward: into, reply: [] }];
  const leads = (hop: Hop): Certainty => (handsOn(hop, key) ? 'unknown' : 'no');
  return exits.map((exit) => ({
    references: 'unknown',
    forward: [...into, terrain.routeGate(exit, to.vpc, 'opening', leads)],
    reply: [],
  }));
}

/** Into the gateway and on to where nothing is judged: what its table surely drops is lost all the same. */
export function beyondTransit(terrain: Terrain, from: Place, key: Key, attachment: TransitAttachment): Way {
  const leads: Leads = (hop) => (hop.kind === 'attachment' ? 'unknown' : 'no');
  return { forward: new Crossing(terrain, key, 'opening').into(attachment, from, leads, false), reply: [] };
}

/** Whether a hop of a gateway's table is one that isn't a VPC. */
export function toEdge(terrain: Terrain): Leads {
  return (hop) => {
    if (hop.kind !== 'attachment') return 'no';
    const attachment = terrain.facts.transitAttachments.get(hop.key);
    return attachment === undefined ? 'unknown' : attachment.kind === 'edge' ? 'yes' : 'no';
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
