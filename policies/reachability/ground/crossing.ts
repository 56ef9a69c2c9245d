import type { Key, Subnet, TransitAttachment } from '../../model/network';
import { Unknown } from '../../model/term';
import { both, type Certainty } from '../filter/groups';
import type { Hop } from '../filter/routes';
import { comparedAddress } from '../filter/view';
import { Condition, type Gate, type Leads, OneOfGates, RouteGate } from './gate';
import { certaintyOf, isOne, type Place } from './place';
import type { Terrain } from './terrain';

type View = 'opening' | 'reply';

/** Whether a VPC's attachment is surely there. */
function isAt(attachment: TransitAttachment, gateway: Key, vpc: Key): Certainty {
  const there = both(isOne(attachment.gateway, gateway), attachment.vpc === undefined ? 'no' : isOne(attachment.vpc, vpc));
  return there === 'no' ? 'no' : both(there, certaintyOf(attachment.active));
}

/** Attachments of a VPC to a gateway, those that may be included. */
export function attachmentsAt(terrain: Terrain, gateway: Key, vpc: Key): readonly TransitAttachment[] {
  const of = terrain.estate.attachmentsOf(vpc);
  return of.filter((attachment) => attachment.vpc !== undefined && isOne(attachment.gateway, gateway) !== 'no');
}

/** The subnets in which an attachment has interfaces. Unknown: they aren't known. */
export function subnetsOf(terrain: Terrain, { subnets }: TransitAttachment): readonly Subnet[] | Unknown {
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
    return [
      ...this.ready(attachment, from.vpc.key),
      ...(asksAcl ? [this.terrain.aclGate(entry, 'in', this.view)] : []),
      this.tableGate(attachment, leads),
    ];
  }

  /** Attachments have to be there and accepted, and carry IPv6 where that is switched on. */
  private ready(attachment: TransitAttachment, vpc: Key): readonly Gate[] {
    const { key, ipv6 } = attachment;
    const there = isAt(attachment, this.gateway, vpc);
    const carries = this.terrain.family === 'v4' || ipv6 === undefined ? 'yes' : certaintyOf(ipv6);
    return [
      ...(there === 'yes' ? [] : [this.stop(there, `${key} isn't surely attached and accepted`)]),
      ...(carries === 'yes' ? [] : [this.stop(carries, `${key} doesn't surely carry IPv6`)]),
    ];
  }

  /** What comes into the gateway by an edge: that one's own table decides, and sends nothing back to where it came from. */
  through(edge: TransitAttachment, leads: Leads): Gate {
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
    const ready = this.ready(attachment, to.vpc.key);
    const exits = near.length === 0 ? subnets : near;
    const rows = exits.flatMap((exit) => (exit === to.subnet ? [] : [this.exit(exit, to)]));
    const [row] = rows;
    if (row === undefined) return subnets.length === 0 ? [this.stop('no', `${attachment.key} has no subnet`)] : ready;
    // One of several: that of the receiver itself lets everything pass, so it widens the lenient reading only.
    const out = subnets.length === 1 ? row : [this.oneOf(rows, row, exits, to)];
    return [...ready, ...out];
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
    exits: readonly Subnet[],
    to: Place,
  ): Gate {
    const straight: readonly [Gate, ...Gate[]][] = exits.includes(to.subnet)
      ? [[new Condition('gateway', this.gateway, this.view === 'reply', 'yes', `comes out in ${to.subnet.key} itself`)]]
      : [];
    return new OneOfGates([...rows.map(([one, ...more]): [Gate, ...Gate[]] => [one, ...more]), ...straight], first);
  }
}
