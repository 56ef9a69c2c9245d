import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Block, PrefixList } from '../../addresses';
import type { Key, Known, OneOf } from '../../known';
import type { Route, RouteTable, RouteTarget } from '../../routing';
import { sameBlock } from '../addresses/blocks';
import { findContent } from '../content';
import type { PrefixLists } from '../addresses/prefix-lists';
import { scopesMeet } from '../identities';
import { anything, union } from '../one-of';
import { type Once, Placement } from '../placement';
import type { Section } from '../section';
import type { Sources } from '../sources';
import type { Adoptions } from '../vpc/adoptions';
import type { Vpcs } from '../vpc/vpcs';
import type { GatewayEndpoints } from './endpoints';
import { findPropagation } from './propagation';
import type { RouteTargets } from './route-targets';

const OUTSIDE = new Unknown('the table lies outside of the documents');
const DEFAULT_VPC = new Unknown('AWS leads the main table of a default VPC to an internet gateway');
/** A table has one route to a destination: whichever it is, it leads where one of them leads. */
const ONCE: Once<Route> = {
  findSlot: ({ destination }) => findContent({ destination: destination instanceof Unknown ? destination : keyOf(destination) }),
  merge: (routes) => ({ ...routes[0], target: distinct(union(routes.map(({ target }) => target))) }),
};
const TABLES = ['aws_route_table', 'aws_default_route_table'];

/** Where a form of route says what it is for. */
interface Destinations {
  readonly v4: string;
  readonly v6: string;
}

const INLINE: Destinations = { v4: 'cidr_block', v6: 'ipv6_cidr_block' };
const SEPARATE: Destinations = { v4: 'destination_cidr_block', v6: 'destination_ipv6_cidr_block' };

/** What else routes are read with. */
export interface RouteSources {
  readonly adoptions: Adoptions;
  readonly vpcs: Vpcs;
  readonly targets: RouteTargets;
  readonly lists: PrefixLists;
  readonly endpoints: GatewayEndpoints;
}

/** The route tables of the documents, with routes from whatever resource. */
export class RouteTables {
  private readonly routes = new Placement<Route>(ONCE);
  private readonly incomplete = new Map<Key, Unknown>();
  private readonly propagation: { readonly why: Unknown; readonly origin: ResourceFact }[] = [];

  constructor(
    private readonly sources: Sources,
    private readonly from: RouteSources,
  ) {
    for (const section of sources.of(...TABLES)) this.readInline(section);
    for (const section of sources.of('aws_route')) this.readSeparate(section);
    from.endpoints.route(this.routes);
    for (const { table, why, origin } of findPropagation(sources)) {
      for (const key of table.choices) this.incomplete.set(key, why);
      if (table.open !== undefined) this.propagation.push({ why, origin });
    }
  }

  private readInline(section: Section): void {
    const { items, rest } = section.sections('route');
    for (const item of items) {
      for (const route of this.read(item, INLINE)) this.routes.put({ choices: [section.origin.key] }, () => route);
    }
    if (rest !== undefined) this.incomplete.set(section.origin.key, rest);
  }

  private readSeparate(section: Section): void {
    const tables = section.findNamed('route_table_id');
    if (tables === undefined) return;
    for (const route of this.read(section, SEPARATE)) {
      this.routes.put(tables, (key) => ({ ...route, certain: route.certain && !this.isManagedInline(key, section.origin) }));
    }
  }

  /**
   * Whether routes are written inside the table: the provider then takes out what others add, and which of them is there
   * depends on who ran last. A state shows what is there.
   */
  private isManagedInline(table: Key, by: ResourceFact): boolean {
    const fact = this.sources.findFact(table);
    if (fact === undefined || this.sources.isState(fact) || this.sources.isState(by)) return false;
    return TABLES.includes(fact.type) && Array.isArray(fact.body.route);
  }

  private read(section: Section, { v4, v6 }: Destinations): readonly Route[] {
    const { origin } = section;
    const target = this.from.targets.read(section);
    const certain = origin.repeated === undefined;
    const destination: Known<Block> | PrefixList | undefined =
      this.sources.blocks.find(section, v4) ??
      this.sources.blocks.find(section, v6) ??
      this.from.lists.find(section, 'destination_prefix_list_id');
    const known = destination ?? section.gap(v4, new Unknown('the route is for nothing'));
    return [{ origin, certain, destination: known, target }];
  }

  /**
   * A route for the very block of its VPC may have replaced AWS's local one, where it leads to what AWS takes for that. To any
   * other target AWS makes no such route, and the local one holds.
   */
  private overriding(routes: readonly Route[], vpc: OneOf<Key>, blocks: ReadonlyMap<Key, readonly Block[]>): readonly Route[] {
    const own = vpc.choices.flatMap((key) => blocks.get(key) ?? []);
    return routes.map((route): Route => {
      const { destination, target } = route;
      if (destination instanceof Unknown || !isBlock(destination) || !mayReplaceLocal(target)) return route;
      return own.some((block) => sameBlock(block, destination)) ? { ...route, replacesLocal: true } : route;
    });
  }

  private vpcOf(section: Section): OneOf<Key> {
    const { key, type } = section.origin;
    return type === 'aws_default_route_table' ? this.from.adoptions.vpcOf(key) : this.from.vpcs.of(section);
  }

  /** Every table: those of the documents, the main ones of VPCs, and those outside that something names. */
  all(vpcs: ReadonlyMap<Key, readonly Block[]>, named: Iterable<Key>): ReadonlyMap<Key, RouteTable> {
    const tables = new Map<Key, RouteTable>();
    const set = (key: Key, vpc: OneOf<Key>, origin?: ResourceFact, scope = origin, why?: Unknown): void => {
      const placed = this.routes.at(key, scope);
      const propagated = this.propagation.find((one) => scope === undefined || scopesMeet(one.origin, scope))?.why;
      const incomplete = why ?? this.incomplete.get(key) ?? placed.incomplete ?? propagated ?? this.sources.findHidden(scope);
      const routes = this.overriding(placed.items, vpc, vpcs);
      tables.set(key, {
        key,
        ...(origin === undefined ? {} : { origin }),
        vpc,
        routes,
        ...(incomplete === undefined ? {} : { incomplete }),
      });
    };
    for (const section of this.sources.of(...TABLES)) set(section.origin.key, this.vpcOf(section), section.origin);
    for (const vpc of vpcs.keys()) {
      const key = this.sources.identities.implicitOf(vpc, 'table');
      const fact = this.sources.findFact(vpc);
      if (!tables.has(key)) set(key, { choices: [vpc] }, undefined, fact, this.defaultDoubt(fact));
    }
    for (const key of [...named, ...this.routes.owners()]) {
      if (!tables.has(key)) set(key, anything(OUTSIDE), undefined, undefined, OUTSIDE);
    }
    return tables;
  }

  private defaultDoubt(vpc: ResourceFact | undefined): Unknown | undefined {
    if (vpc?.mode !== 'managed') return OUTSIDE;
    return this.from.adoptions.findDoubt('table', vpc) ?? (vpc.type === 'aws_default_vpc' ? DEFAULT_VPC : undefined);
  }
}

function distinct({ choices, ...rest }: OneOf<RouteTarget>): OneOf<RouteTarget> {
  return { ...rest, choices: [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()] };
}

/** A list by its key: what AWS keeps in it isn't known, and which list it is, is. */
function keyOf(destination: Block | PrefixList): Block | Key {
  return isBlock(destination) ? destination : destination.key;
}

function isBlock(destination: Block | PrefixList): destination is Block {
  return 'kind' in destination;
}

/** What AWS lets stand in place of the local target ("Replace or restore the target for a local route"). */
const REPLACING: readonly RouteTarget['kind'][] = ['nat-gateway', 'middlebox', 'blackhole'];

function mayReplaceLocal({ choices, open }: OneOf<RouteTarget>): boolean {
  return open !== undefined || choices.some(({ kind }) => REPLACING.includes(kind));
}
