import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Block } from '../../addresses';
import type { Key, Known, OneOf } from '../../known';
import type { TransitAttachment, TransitRoute, TransitTable } from '../../transit';
import type { PrefixLists } from '../addresses/prefix-lists';
import { findContent } from '../content';
import { anything, findOnly } from '../one-of';
import { Placement } from '../placement';
import type { Section } from '../section';
import type { Sources } from '../sources';
import { type TransitAttachments, VPC_ATTACHMENT } from './attachments';
import type { TransitMembership } from './membership';

type Propagated = TransitTable['propagated'][number];

const TABLE = 'aws_ec2_transit_gateway_route_table';
/** A table has one route to a block: of several alike, each there is the same. */
const ONCE = { findSlot: findContent, merge: <T>([first]: readonly [T, ...T[]]): T => first };
const OUTSIDE = new Unknown('the table lies outside of the documents');
/** What announces routes of its own. */
const ANNOUNCING = ['aws_vpn_connection', 'aws_ec2_transit_gateway_connect', 'aws_dx_gateway_association'];

/** A VPN without BGP: its routes are written into the table, by hand. */
function isStatic({ type, body }: ResourceFact): boolean {
  return type === 'aws_vpn_connection' && body.static_routes_only === true;
}

/** What routes of transit gateways are read with. */
export interface TransitSources {
  readonly membership: TransitMembership;
  readonly attachments: TransitAttachments;
  readonly lists: PrefixLists;
}

/** The route tables of transit gateways. */
export class TransitTables {
  private readonly routes = new Placement<TransitRoute>(ONCE);
  private readonly propagated = new Map<Key, Propagated[]>();
  private readonly incomplete = new Map<Key, Unknown>();
  /** Attachments that may propagate into any table. */
  private readonly strays: Propagated[] = [];

  constructor(
    private readonly sources: Sources,
    private readonly from: TransitSources,
  ) {
    for (const section of sources.of('aws_ec2_transit_gateway_route')) {
      const destination = sources.blocks.find(section, 'destination_cidr_block');
      this.route(section, [destination ?? section.gap('destination_cidr_block', new Unknown('the route is for nothing'))]);
    }
    for (const section of sources.of('aws_ec2_transit_gateway_prefix_list_reference')) {
      this.route(section, this.listed(section));
    }
    for (const section of sources.of('aws_ec2_transit_gateway_route_table_propagation')) this.propagateNamed(section);
    for (const section of sources.of(VPC_ATTACHMENT)) this.propagateByDefault(section);
    for (const section of sources.of(...ANNOUNCING)) this.announce(section);
  }

  private listed(section: Section): readonly Known<Block>[] {
    const list = this.from.lists.find(section, 'prefix_list_id');
    if (list === undefined) return [];
    const blocks = list instanceof Unknown ? list : list.blocks;
    return blocks instanceof Unknown ? [blocks] : blocks;
  }

  private route(section: Section, blocks: readonly Known<Block>[]): void {
    const { origin } = section;
    const tables = section.findNamed('transit_gateway_route_table_id');
    if (tables === undefined) return;
    const dropped = section.flag('blackhole', false);
    const named = section.findNamed('transit_gateway_attachment_id');
    const nowhere = anything(section.has('transit_gateway_attachment_id') ? OUTSIDE : new Unknown('the route leads nowhere'));
    const target = dropped === true ? 'blackhole' : dropped instanceof Unknown ? anything(dropped) : (named ?? nowhere);
    for (const block of blocks) {
      this.routes.put(tables, () => ({ origin, certain: origin.repeated === undefined, block, target }));
    }
  }

  private propagate(tables: OneOf<Key>, attachments: OneOf<Key>, certain: boolean): void {
    const sure = certain && findOnly(tables) !== undefined && findOnly(attachments) !== undefined;
    for (const attachment of attachments.choices) {
      for (const table of tables.choices) {
        this.propagated.set(table, [...(this.propagated.get(table) ?? []), { attachment, certain: sure }]);
      }
      if (tables.open !== undefined) this.strays.push({ attachment, certain: false });
    }
    if (attachments.open === undefined) return;
    for (const table of tables.choices) this.incomplete.set(table, attachments.open);
  }

  private propagateNamed(section: Section): void {
    const tables = section.findNamed('transit_gateway_route_table_id');
    const attachments = section.findNamed('transit_gateway_attachment_id');
    if (tables === undefined || attachments === undefined) return;
    this.propagate(tables, attachments, section.origin.repeated === undefined);
    for (const key of attachments.choices) {
      const fact = this.sources.findFact(key);
      if (fact?.type === VPC_ATTACHMENT || (fact !== undefined && isStatic(fact))) continue;
      for (const table of tables.choices) this.incomplete.set(table, new Unknown(`${key} announces routes into it`));
    }
  }

  private propagateByDefault(section: Section): void {
    const uses = this.from.attachments.usesDefault(section, 'propagation');
    if (uses === false) return;
    const gateways = section.findNamed('transit_gateway_id') ?? { choices: [] };
    const tables = { ...gateways, choices: gateways.choices.map((key) => this.from.membership.defaultTable(key)) };
    const certain = uses === true && section.origin.repeated === undefined;
    this.propagate(this.from.membership.movable(tables), { choices: [section.origin.key] }, certain);
  }

  /** VPN, Connect and Direct Connect announce routes into the default table, where there is one. */
  private announce(section: Section): void {
    if (isStatic(section.origin)) return;
    const gateways = section.findNamed('transit_gateway_id') ?? section.findNamed('associated_gateway_id');
    for (const key of gateways?.choices ?? []) {
      const why = new Unknown(`${section.origin.key} announces routes into it`);
      this.incomplete.set(this.from.membership.defaultTable(key), why);
    }
  }

  private assemble(key: Key, origin: ResourceFact | undefined, why?: Unknown): TransitTable {
    const placed = this.routes.at(key, origin);
    const incomplete = why ?? this.incomplete.get(key) ?? placed.incomplete ?? this.sources.findHidden(origin);
    return {
      key,
      ...(origin === undefined ? {} : { origin }),
      routes: placed.items,
      propagated: [...(this.propagated.get(key) ?? []), ...this.strays],
      ...(incomplete === undefined ? {} : { incomplete }),
    };
  }

  /** Every table: those of the documents, the default ones, and those outside that something names. */
  all(attachments: ReadonlyMap<Key, TransitAttachment>): ReadonlyMap<Key, TransitTable> {
    const tables = new Map<Key, TransitTable>();
    for (const { origin } of this.sources.of(TABLE)) tables.set(origin.key, this.assemble(origin.key, origin));
    const { membership } = this.from;
    for (const gateway of membership.all().keys()) {
      const key = membership.defaultTable(gateway);
      const { origin: _origin, ...table } = this.assemble(key, this.sources.findFact(gateway));
      const known = membership.findSection(gateway) !== undefined;
      tables.set(key, known ? table : { ...table, incomplete: OUTSIDE });
    }
    const named = [...attachments.values()].flatMap(({ table }) => table.choices);
    for (const key of [...named, ...this.routes.owners(), ...this.propagated.keys()]) {
      if (!tables.has(key)) tables.set(key, this.assemble(key, undefined, OUTSIDE));
    }
    return tables;
  }

  /** Attachments that routes lead to and no document makes. */
  withStrangers(
    tables: ReadonlyMap<Key, TransitTable>,
    attachments: ReadonlyMap<Key, TransitAttachment>,
  ): ReadonlyMap<Key, TransitAttachment> {
    const all = new Map(attachments);
    for (const { origin, target } of [...tables.values()].flatMap(({ routes }) => routes)) {
      for (const key of target === 'blackhole' ? [] : target.choices) {
        if (!all.has(key)) all.set(key, this.from.attachments.stranger(key, origin));
      }
    }
    return all;
  }
}
