import type { Family } from '../../../modules/core/cidr';
import type { Key, NetworkAcl, NetworkFacts, OneOf, RouteTable, SecurityGroup, Subnet, Vpc } from '../../model/network';
import { Unknown } from '../../model/term';
import { AclCompiler } from '../filter/acl';
import { both, type Carries, type Certainty, GroupCompiler } from '../filter/groups';
import type { Readings } from '../filter/readings';
import { RouteCompiler, type Turn } from '../filter/routes';
import { TransitCompiler } from '../filter/transit-routes';
import { comparedAddress, type View } from '../filter/view';
import { AddressSpace } from '../region/address-space';
import type { Span } from '../region/spans';
import { Condition, FilterGate, type Gate, type Leads, OneOfGates, RouteGate } from './gate';
import { type Estate } from './estate';
import { carries, findOnly, type InterfaceEnd, type Place } from './place';

/** What a way needs of the internet: to be met, to get out by an internet gateway, or by one that lets nothing in. */
export type Access = 'in' | 'out' | 'egress';

function admits(access: Vpc['publicAccess'], needs: Access): Certainty {
  if (access instanceof Unknown) return 'unknown';
  if (access === 'all') return 'yes';
  // AWS allows it outbound traffic, and describes gateways that let nothing in only.
  if (access === 'outbound' && needs === 'out') return 'unknown';
  return needs === 'egress' && access !== 'none' ? 'yes' : 'no';
}

/** The facts of one family, made ready to be walked: each ACL and table is compiled once, when it is first met. */
export class Terrain {
  readonly space: AddressSpace;
  readonly routes: RouteCompiler;
  readonly transit: TransitCompiler;
  private readonly aclCompiler: AclCompiler;
  private readonly groupCompiler: GroupCompiler;
  private readonly acls = new Map<NetworkAcl, Map<string, Readings>>();
  private readonly places = new Map<InterfaceEnd, Place | Unknown>();

  constructor(
    readonly facts: NetworkFacts,
    readonly family: Family,
    readonly estate: Estate,
  ) {
    this.space = new AddressSpace(family, facts);
    this.routes = new RouteCompiler(this.space, family);
    this.transit = new TransitCompiler(this.space, facts);
    this.aclCompiler = new AclCompiler(this.space, family);
    this.groupCompiler = new GroupCompiler(this.space, family);
  }

  get familyName(): string {
    return this.family === 'v4' ? 'IPv4' : 'IPv6';
  }

  /** Where an interface stands. Unknown: the documents leave its VPC open. */
  placeOf(end: InterfaceEnd): Place | Unknown {
    let place = this.places.get(end);
    if (place === undefined) {
      place = this.findPlace(end);
      this.places.set(end, place);
    }
    return place;
  }

  private findPlace(end: InterfaceEnd): Place | Unknown {
    const subnet = this.facts.subnets.get(end.subnet);
    if (subnet === undefined) throw new Error(`${end.name} stands in ${end.subnet}, which is no subnet of the facts`);
    const key = findOnly(subnet.vpc);
    const vpc = key === undefined ? undefined : this.facts.vpcs.get(key);
    if (vpc === undefined) return subnet.vpc.open ?? new Unknown(`which VPC ${subnet.key} is in`);
    if (this.family === 'v6' && end.ipv6 === false) return { end, subnet, vpc, spans: [] };
    const stated = (end.addresses ?? []).flatMap((block) => this.space.spansOf(block));
    if (stated.length > 0) return { end, subnet, vpc, spans: stated };
    const block = this.family === 'v4' ? subnet.ipv4 : subnet.ipv6;
    if (block === undefined) return { end, subnet, vpc, spans: [] };
    if (!(block instanceof Unknown)) return { end, subnet, vpc, spans: this.space.spansOf(block) };
    // Somewhere in its VPC: what holds for all of that holds for the subnet.
    const spans = vpc.incomplete === undefined ? vpc.blocks.flatMap((one) => this.space.spansOf(one)) : this.space.all;
    return { end, subnet, vpc, spans, doubt: block };
  }

  /** The security groups of an interface. Undefined: they filter nothing. */
  groupGate(place: Place, direction: 'in' | 'out', matches: Carries): Gate | undefined {
    const { groups, name } = place.end;
    const filter = direction === 'in' ? 'security-group-in' : 'security-group-out';
    if (groups === 'open') return undefined;
    if (groups === 'unknown') return new Condition(filter, name, false, 'unknown', `not known: which groups ${name} carries`);
    const found: SecurityGroup[] = [];
    for (const key of groups) {
      const group = this.facts.groups.get(key);
      if (group === undefined) return new Condition(filter, key, false, 'unknown', `not known: the rules of ${key}`);
      found.push(group);
    }
    const readings = this.groupCompiler.compile(found, direction, matches);
    return new FilterGate(filter, groups.length === 0 ? name : groups.join(', '), false, readings);
  }

  /** The addresses of the lists kept by AWS that rules of the interface name in one direction. */
  namedLists(place: Place, direction: 'in' | 'out'): readonly Span[] {
    const groups = typeof place.end.groups === 'string' ? [] : place.end.groups;
    const rules = groups.flatMap((key) => this.facts.groups.get(key)?.[direction === 'in' ? 'ingress' : 'egress'] ?? []);
    const spans = new Map<string, readonly Span[]>();
    for (const { peer } of rules) {
      if (peer.kind !== 'prefix-list' || peer.list instanceof Unknown || peer.list.service === undefined) continue;
      spans.set(peer.list.key, this.space.setOfList(peer.list).sure);
    }
    return [...spans.values()].flat();
  }

  /** The ACL at a subnet's border. */
  aclGate(subnet: Subnet, direction: 'in' | 'out', view: View): Gate {
    const filter = direction === 'in' ? 'network-acl-in' : 'network-acl-out';
    return this.oneOf(subnet.acl, filter, view !== 'opening', (key) => {
      const acl = this.facts.acls.get(key);
      return acl === undefined ? undefined : new FilterGate(filter, key, view !== 'opening', this.compiled(acl, direction, view));
    });
  }

  private compiled(acl: NetworkAcl, direction: 'in' | 'out', view: View): Readings {
    let known = this.acls.get(acl);
    if (known === undefined) this.acls.set(acl, (known = new Map<string, Readings>()));
    const name = `${direction} ${view}`;
    let readings = known.get(name);
    if (readings === undefined) {
      readings = this.aclCompiler.compile(acl, direction, view);
      known.set(name, readings);
    }
    return readings;
  }

  /** A subnet's table that has to lead somewhere: the packet that opens, or a reply. */
  routeGate(subnet: Subnet, vpc: Vpc, view: 'opening' | 'reply', leads: Leads): Gate {
    return this.oneOf(subnet.table, 'route', view === 'reply', (key) => {
      const table = this.facts.tables.get(key);
      if (table === undefined) return undefined;
      const without = (route: Parameters<RouteCompiler['without']>[0]): readonly Turn[] => this.routes.without(route, table, vpc);
      const turns = this.routes.compile(table, vpc);
      return new RouteGate(key, view === 'reply', turns, comparedAddress('out', view), leads, without);
    });
  }

  /** The tables that may decide for a subnet. Unknown: others may too. */
  tablesOf(subnet: Subnet): readonly (RouteTable | Unknown)[] {
    const tables = subnet.table.choices.map((key) => this.facts.tables.get(key) ?? new Unknown(`the routes of ${key}`));
    return subnet.table.open === undefined ? tables : [...tables, subnet.table.open];
  }

  private oneOf(
    { choices, open }: OneOf<Key>,
    filter: Gate['filter'],
    reply: boolean,
    make: (key: Key) => Gate | undefined,
  ): Gate {
    const gates = choices.map(
      (key) => make(key) ?? new Condition(filter, key, reply, 'unknown', `not known: ${key} isn't in the documents`),
    );
    const [first] = gates;
    if (first === undefined) {
      return new Condition(filter, '', reply, 'unknown', `not known: ${open?.why ?? `which ${filter} decides`}`);
    }
    if (gates.length === 1 && open === undefined) return first;
    return new OneOfGates(
      gates.map((gate) => [gate]),
      first,
      open,
    );
  }

  /** Whether VPC Block Public Access leaves the internet to all of these subnets. Where they differ AWS doesn't say whose counts. */
  publicAccessGate(subnets: readonly Subnet[], vpc: Vpc, needs: Access): Gate | undefined {
    const all = subnets.map(({ publicAccess = vpc.publicAccess }) => publicAccess);
    const [first = 'yes', ...others] = all.map((access) => admits(access, needs));
    const certainty = others.every((other) => other === first) ? first : 'unknown';
    if (certainty === 'yes') return undefined;
    const left = all.map((access) => (access instanceof Unknown ? access.why : access));
    const text = `Block Public Access leaves ${[...new Set(left)].join(', or ')}`;
    return new Condition('gateway', vpc.key, false, certainty, certainty === 'no' ? text : `not known: ${text}`);
  }

  /** What rules by group see of the other end, where the way lets them reach across. */
  carriesOn(place: Place, reach: Certainty): Carries {
    return (group) => both(reach, carries(place, group));
  }
}
