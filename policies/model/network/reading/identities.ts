import { Reference, type Target, Template, type Term, Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import type { Key, OneOf } from '../known';
import { anything, only, opened, union } from './one-of';

/** What AWS makes with every VPC, by the attribute that names it. */
export const IMPLICIT = {
  table: 'default_route_table_id',
  acl: 'default_network_acl_id',
  group: 'default_security_group_id',
} as const;

const MAIN_TABLE = 'main_route_table_id';
const TRANSIT = 'aws_ec2_transit_gateway';
const TRANSIT_TABLES: readonly [string, ...string[]] = [
  'association_default_route_table_id',
  'propagation_default_route_table_id',
];
const VPCS: readonly string[] = ['aws_vpc', 'aws_default_vpc'];

/** Resources that have no identity of their own: their id is that of what they accept. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  aws_vpc_peering_connection_accepter: 'vpc_peering_connection_id',
  aws_ec2_transit_gateway_vpc_attachment_accepter: 'transit_gateway_attachment_id',
  aws_ec2_transit_gateway_peering_attachment_accepter: 'transit_gateway_attachment_id',
};

/** Which type of resource an id belongs to, by its prefix. */
const TYPE_OF_ID: Readonly<Record<string, string>> = {
  acl: 'aws_network_acl',
  'tgw-attach': 'aws_ec2_transit_gateway_vpc_attachment',
  'tgw-rtb': 'aws_ec2_transit_gateway_route_table',
  eigw: 'aws_egress_only_internet_gateway',
  eni: 'aws_network_interface',
  i: 'aws_instance',
  igw: 'aws_internet_gateway',
  nat: 'aws_nat_gateway',
  pcx: 'aws_vpc_peering_connection',
  pl: 'aws_ec2_managed_prefix_list',
  rtb: 'aws_route_table',
  sg: 'aws_security_group',
  subnet: 'aws_subnet',
  tgw: 'aws_ec2_transit_gateway',
  vgw: 'aws_vpn_gateway',
  vpc: 'aws_vpc',
  vpce: 'aws_vpc_endpoint',
};

/** A second attribute by which a resource is named. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  aws_eip: 'allocation_id',
  // Its own interface goes by the instance.
  aws_instance: 'primary_network_interface_id',
  // Its attachment to a transit gateway goes by the connection.
  aws_vpn_connection: 'transit_gateway_attachment_id',
  // Its prefix list goes by the endpoint.
  aws_vpc_endpoint: 'prefix_list_id',
};

/** How far references of references are followed: a document that goes in circles isn't one. */
const DEPTH = 16;

/** Whether both may live in one account and Region: what is known doesn't rule it out. */
export function scopesMeet(a: ResourceFact, b: ResourceFact): boolean {
  const same = (x?: string, y?: string): boolean => x === undefined || y === undefined || x === y;
  return same(a.accountId, b.accountId) && same(a.region, b.region);
}

function namesItself({ mode, type }: ResourceFact, attribute: string): boolean {
  const own = mode === 'data' ? `${type.slice('aws_'.length)}_id` : OTHER_NAMES[type];
  return ['id', 'arn', 'name'].includes(attribute) || attribute === own;
}

/**
 * What the terms of the documents name. References, ids in states and ids written by hand all lead to the key of the
 * resource, whatever document it stands in.
 */
export class Identities {
  private readonly facts = new Map<Key, ResourceFact>();
  private readonly ids = new Map<string, Key>();
  /** What AWS made with a VPC, and the resource that took it over. */
  private readonly adopted = new Map<Key, Key>();
  /** Resources of documents that don't tell their ids, one for each type, account and Region. */
  private readonly nameless = new Map<string, Map<string, ResourceFact>>();

  constructor(facts: readonly ResourceFact[]) {
    for (const fact of facts) this.facts.set(fact.key, fact);
    for (const fact of facts) this.index(fact);
    for (const fact of facts) this.indexImplicit(fact);
  }

  private index(fact: ResourceFact): void {
    const { id } = fact.body;
    if (fact.mode === 'data' || fact.type.startsWith('aws_default_')) return;
    if (fact.type in STANDS_FOR) return;
    if (typeof id === 'string' && id !== '') {
      this.ids.set(id, fact.key);
      const other = fact.body[OTHER_NAMES[fact.type] ?? ''];
      if (typeof other === 'string' && !this.ids.has(other)) this.ids.set(other, fact.key);
      return;
    }
    const scopes = this.nameless.get(fact.type) ?? new Map<string, ResourceFact>();
    this.nameless.set(fact.type, scopes.set(`${fact.accountId ?? ''} ${fact.region ?? ''}`, fact));
  }

  private indexImplicit(fact: ResourceFact): void {
    const transit = fact.mode === 'managed' && fact.type === TRANSIT ? fact.body[TRANSIT_TABLES[0]] : undefined;
    if (typeof transit === 'string' && transit !== '') this.ids.set(transit, `${fact.key}.${TRANSIT_TABLES[0]}`);
    if (fact.mode === 'data' || !VPCS.includes(fact.type)) return;
    if (fact.type === 'aws_default_vpc' && typeof fact.body.id === 'string') this.ids.set(fact.body.id, fact.key);
    for (const attribute of Object.values(IMPLICIT)) {
      const id = fact.body[attribute];
      if (typeof id === 'string' && id !== '') this.ids.set(id, `${fact.key}.${attribute}`);
    }
  }

  /** The resource of this key, if the documents hold it. */
  findFact(key: Key): ResourceFact | undefined {
    return this.facts.get(key);
  }

  /** From now on what AWS made with a VPC is called by the resource that took it over. */
  adopt(implicit: Key, by: Key): void {
    this.adopted.set(implicit, by);
  }

  /** What took it over, or itself. */
  canonical(key: Key): Key {
    return this.adopted.get(key) ?? key;
  }

  /** What a reference stands for, where the attribute that it names is an argument of its resource. */
  follow(term: Term, depth = DEPTH): Term {
    if (!(term instanceof Reference) || term.targets.length > 1 || depth === 0) return term;
    const [{ key, attribute }] = term.targets;
    const fact = this.facts.get(key);
    const argument = attribute === 'id' ? undefined : fact?.body[attribute];
    const written = argument !== undefined && argument !== null && !(argument instanceof Unknown && argument.computed);
    return written ? this.follow(argument, depth - 1) : term;
  }

  /** What a term in an argument of `from` names. */
  named(term: Term, from: ResourceFact, depth = DEPTH): OneOf<Key> {
    if (term instanceof Unknown) return anything(term);
    if (typeof term === 'string') return this.byId(term, from);
    if (depth === 0) return anything(new Unknown('the references go in circles'));
    if (term instanceof Reference) return union(term.targets.map((target) => this.target(target, from, depth - 1)));
    // <account>/<id>, as groups of other accounts are written.
    const [owner, last, ...more] = term instanceof Template ? term.parts : [];
    if (typeof owner === 'string' && /^\d{12}\/$/.test(owner) && last !== undefined && more.length === 0) {
      return this.named(last, from, depth - 1);
    }
    return anything(new Unknown('what it names is put together only at apply'));
  }

  private byId(text: string, from: ResourceFact): OneOf<Key> {
    const id = text.replace(/^\d{12}\//, '');
    const key = this.ids.get(id);
    if (key !== undefined) return only(this.canonical(key));
    return opened(
      only(id),
      this.findDoubt(
        TYPE_OF_ID[/^[a-z]+(?:-[a-z]+)*(?=-[0-9a-f]+$)/.exec(id)?.[0] ?? ''],
        `the id ${id} stands there as a text`,
        from,
      ),
    );
  }

  /** Whether something from outside may be a resource of the documents by another name. */
  private findDoubt(type: string | undefined, subject: string, from: ResourceFact): Unknown | undefined {
    const scopes = [...(this.nameless.get(type ?? '')?.values() ?? [])];
    const near = scopes.find((fact) => scopesMeet(fact, from));
    return near === undefined ? undefined : new Unknown(`${subject}: it may be one of the documents' own, such as ${near.key}`);
  }

  private target({ key, attribute }: Target, from: ResourceFact, depth: number): OneOf<Key> {
    const fact = this.facts.get(key);
    if (fact === undefined) return anything(new Unknown(`${key} is in none of the documents`));
    const standsFor = fact.body[STANDS_FOR[fact.type] ?? ''];
    if (attribute === 'id' && standsFor !== undefined) return this.named(standsFor, fact, depth);
    const implicit = this.implicit(fact, attribute, depth);
    if (implicit !== undefined) return implicit;
    if (namesItself(fact, attribute)) return fact.mode === 'data' ? this.lookedUp(fact, depth) : only(this.canonical(key));
    const argument = fact.body[attribute];
    return argument === undefined || argument === null
      ? anything(new Unknown(`known only after apply: ${key}.${attribute}`))
      : this.named(argument, from, depth);
  }

  private implicit(fact: ResourceFact, attribute: string, depth: number): OneOf<Key> | undefined {
    // One table is the default of a transit gateway for both.
    if (fact.type === TRANSIT && TRANSIT_TABLES.includes(attribute)) {
      const gateways = fact.mode === 'data' ? this.lookedUp(fact, depth) : only(fact.key);
      return { ...gateways, choices: gateways.choices.map((key) => `${key}.${TRANSIT_TABLES[0]}`) };
    }
    const name = attribute === MAIN_TABLE ? IMPLICIT.table : attribute;
    if (!VPCS.includes(fact.type) || !Object.values<string>(IMPLICIT).includes(name)) return undefined;
    const vpcs = fact.mode === 'data' ? this.lookedUp(fact, depth) : only(fact.key);
    const moved = attribute === MAIN_TABLE && this.mainMoves ? new Unknown(`the main table of ${fact.key} changes`) : undefined;
    return opened({ ...vpcs, choices: vpcs.choices.map((vpc) => this.canonical(`${vpc}.${name}`)) }, moved);
  }

  /** Whether the documents change which table is the main one of a VPC. */
  private get mainMoves(): boolean {
    return this.nameless.has('aws_main_route_table_association');
  }

  private lookedUp(fact: ResourceFact, depth: number): OneOf<Key> {
    const { id = fact.body[`${fact.type.slice('aws_'.length)}_id`] } = fact.body;
    if (id !== undefined && id !== null && id !== '' && !(id instanceof Unknown)) return this.named(id, fact, depth);
    return opened(only(fact.key), this.findDoubt(fact.type, `${fact.key} is looked up`, fact));
  }

  /** What a resource is, by its key: a data source may turn out to be one of the documents' own. */
  byKey(key: Key): OneOf<Key> {
    const fact = this.facts.get(key);
    return fact?.mode === 'data' ? this.lookedUp(fact, DEPTH) : only(this.canonical(key));
  }

  /** The key of what AWS made with a VPC. */
  implicitOf(vpc: Key, what: keyof typeof IMPLICIT): Key {
    return this.canonical(`${vpc}.${IMPLICIT[what]}`);
  }
}
