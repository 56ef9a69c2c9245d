import type { Key, NetworkFacts, Peering, TransitAttachment, Vpc } from '../../../../model/network';
import { blockText } from '../../../../reachability/filter/address-text';
import { counted } from '../../../../../modules/core/text/counted';
import { addressOf } from '../view/nodes';
import { surely } from '../view/vpc-parts';

/** A VPC, or what else is attached to a transit gateway. */
export interface RowView {
  readonly key: Key;
  readonly name: string;
  readonly place: string;
  readonly addresses: readonly string[];
}

/** A VPC on a bus. */
export interface JointView {
  readonly row: Key;
  /** What joins it there, in words. */
  readonly how: string;
  readonly isSure: boolean;
  /** The peerings of a bus are all with this one. @default false */
  readonly isHub?: boolean;
}

/** What joins VPCs: a transit gateway, or the peerings of one VPC. */
export interface BusView {
  readonly kind: 'transit' | 'peering';
  readonly name: string;
  readonly joints: readonly JointView[];
}

/** How the VPCs of an organisation are joined. */
export interface OrganizationView {
  /** Those that are joined with something. */
  readonly rows: readonly RowView[];
  readonly buses: readonly BusView[];
  /** The names of those that are surely joined with nothing. */
  readonly alone: readonly string[];
  /** Peerings and attachments of which the documents don't tell what they join. */
  readonly unplaced: readonly Key[];
}

type NameOf = (vpc: Key) => string;

function byText<T>(textOf: (thing: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [one, other] = [textOf(a), textOf(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

function rowOf(key: Key, vpc: Vpc | undefined, nameOf: NameOf): RowView {
  if (vpc === undefined) return { key, name: addressOf(key), place: 'not a VPC', addresses: [] };
  const told = [vpc.region, vpc.accountId].filter((part) => typeof part === 'string');
  const place = vpc.origin === undefined ? ['outside these documents', ...told] : told;
  const addresses = vpc.blocks.map((block) => (block.kind === 'amazon' ? 'IPv6 from Amazon' : blockText(block)));
  return { key, name: nameOf(key), place: place.join(' '), addresses };
}

function attachmentText({ key, active, table }: TransitAttachment, propagated: readonly Key[]): string {
  const [own] = surely(table);
  const routes = own === undefined ? 'its route table is not known' : `route table ${addressOf(own)}`;
  const learnt =
    propagated.length === 0
      ? 'its blocks are propagated nowhere'
      : `its blocks are propagated into ${propagated.map(addressOf).join(', ')}`;
  return `attached by ${addressOf(key)}${active === true ? '' : ', not surely accepted'}; ${routes}; ${learnt}`;
}

function transitBuses(facts: NetworkFacts): readonly BusView[] {
  const propagations = new Map<Key, Key[]>();
  for (const { key, propagated } of facts.transitTables.values()) {
    for (const { attachment } of propagated) propagations.set(attachment, [...(propagations.get(attachment) ?? []), key]);
  }
  const buses = new Map<Key, JointView[]>();
  for (const attachment of facts.transitAttachments.values()) {
    const { key, gateway, kind, vpc, active } = attachment;
    const [row] = kind === 'edge' ? [key] : vpc === undefined ? [] : surely(vpc);
    if (row === undefined) continue;
    const how = attachmentText(attachment, propagations.get(key) ?? []);
    for (const choice of gateway.choices) {
      const joint = { row, how, isSure: active === true && surely(gateway).length === 1 };
      const joints = buses.get(choice);
      if (joints === undefined) buses.set(choice, [joint]);
      else joints.push(joint);
    }
  }
  return [...buses].map(([key, joints]) => ({ kind: 'transit', name: `transit gateway ${addressOf(key)}`, joints }));
}

/** Peerings one VPC at a time, the one with the most first: a hub and its spokes are one bus, however many they are. */
function peeringBuses(peerings: Iterable<Peering>, nameOf: NameOf): readonly BusView[] {
  const joined = new Map<Key, Map<Key, Peering>>();
  for (const peering of peerings) {
    const [a, b] = [surely(peering.requester)[0], surely(peering.accepter)[0]];
    if (a === undefined || b === undefined) continue;
    joined.set(a, (joined.get(a) ?? new Map<Key, Peering>()).set(b, peering));
    joined.set(b, (joined.get(b) ?? new Map<Key, Peering>()).set(a, peering));
  }
  const buses: BusView[] = [];
  const hubs = [...joined.keys()].sort(byText(nameOf)).sort((a, b) => (joined.get(b)?.size ?? 0) - (joined.get(a)?.size ?? 0));
  for (const hub of hubs) {
    const spokes = [...(joined.get(hub) ?? [])].sort(byText(([key]) => nameOf(key)));
    if (spokes.length === 0) continue;
    for (const [key] of spokes) joined.get(key)?.delete(hub);
    joined.delete(hub);
    const joints = spokes.map(([row, peering]): JointView => {
      const accepted = peering.active === true ? '' : ', not surely accepted';
      return { row, how: `peering ${addressOf(peering.key)} with ${nameOf(hub)}${accepted}`, isSure: peering.active === true };
    });
    const all: JointView = { row: hub, how: counted(spokes.length, 'peering'), isSure: true, isHub: true };
    buses.push({ kind: 'peering', name: `peerings of ${nameOf(hub)}`, joints: [all, ...joints] });
  }
  return buses;
}

function unplacedOf({ peerings, transitAttachments }: NetworkFacts): readonly Key[] {
  const open = [
    ...[...peerings.values()].filter(({ requester, accepter }) =>
      [requester, accepter].some((side) => surely(side).length === 0),
    ),
    ...[...transitAttachments.values()].filter(({ vpc }) => vpc !== undefined && surely(vpc).length === 0),
  ];
  return open.map(({ key }) => key).sort();
}

/** What joins the VPCs of these facts. */
export function organizationView(facts: NetworkFacts, nameOf: NameOf): OrganizationView {
  const buses = [...transitBuses(facts), ...peeringBuses(facts.peerings.values(), nameOf)];
  const joined = new Set(buses.flatMap(({ joints }) => joints.map(({ row }) => row)));
  const rows = [...joined].map((key) => rowOf(key, facts.vpcs.get(key), nameOf));
  const alone = [...facts.vpcs.keys()].filter((key) => !joined.has(key));
  return {
    rows: rows.sort(byText(({ place, name }) => `${place} ${name}`)),
    buses: buses.sort(byText(({ kind, name }) => `${kind === 'transit' ? 0 : 1} ${name}`)),
    alone: alone.map(nameOf).sort(),
    unplaced: unplacedOf(facts),
  };
}
