import type { Family } from '../../../../../modules/core/cidr';
import { Reference, type Term, Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Block, PrefixList } from '../../addresses';
import type { Key, Known } from '../../known';
import { knownOnly } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';
import { type AwsService, findService } from './service-name';

const FAMILIES: Readonly<Record<string, Family>> = { IPv4: 'v4', IPv6: 'v6' };
const KEPT_BY_AWS = new Unknown('AWS keeps this list');
/** A list that AWS keeps: one for each service and Region, whoever names it. */
function awsList({ name, service }: AwsService, family: Known<Family> = 'v4'): PrefixList {
  return { key: name, family, service, blocks: KEPT_BY_AWS };
}

function outside(key: Key, why: string): PrefixList {
  return { key, family: new Unknown(why), blocks: new Unknown(why) };
}

/** The prefix lists of the documents, and those that they name. */
export class PrefixLists {
  private readonly lists = new Map<Key, PrefixList>();
  /** Lists that AWS keeps, by the id that a data source tells. */
  private readonly kept = new Map<string, PrefixList>();

  constructor(private readonly sources: Sources) {
    const entries = this.entries();
    for (const section of sources.of('aws_ec2_managed_prefix_list')) {
      const { key } = section.origin;
      const inline = section.sections('entry');
      const cidrs = inline.items.map((entry) => this.cidr(entry));
      const blocks = [...cidrs, ...(entries.get(key) ?? []), ...(inline.rest === undefined ? [] : [inline.rest])];
      this.lists.set(key, { key, family: familyOf(section), blocks });
    }
    for (const { origin } of sources.of('aws_vpc_endpoint')) {
      const list = this.ofEndpoint(origin);
      if (list !== undefined) this.lists.set(list.key, list);
    }
    for (const { origin } of sources.data('aws_prefix_list', 'aws_ec2_managed_prefix_list')) this.dataList(origin);
  }

  private cidr(entry: Section): Known<Block> {
    return this.sources.blocks.find(entry, 'cidr') ?? entry.gap('cidr', new Unknown('the entry has no block'));
  }

  /** An entry that isn't there for sure, or that may belong elsewhere, is a block that isn't known. */
  private entries(): ReadonlyMap<Key, readonly Known<Block>[]> {
    const entries = new Map<Key, Known<Block>[]>();
    for (const section of this.sources.of('aws_ec2_managed_prefix_list_entry')) {
      const lists = section.findNamed('prefix_list_id') ?? { choices: [] };
      const certain = lists.choices.length === 1 && lists.open === undefined && section.origin.repeated === undefined;
      const block = certain ? this.cidr(section) : new Unknown(`${section.origin.key} may be an entry of it`);
      for (const key of lists.choices) entries.set(key, [...(entries.get(key) ?? []), block]);
    }
    return entries;
  }

  private dataList(origin: ResourceFact): void {
    const service = findService(origin, 'name');
    if (service === undefined) return;
    const list = awsList(service);
    this.lists.set(service.name, list);
    // Where the source was read, plans and states tell the list's id alone.
    if (typeof origin.body.id === 'string') this.kept.set(origin.body.id, list);
  }

  /** The list that routes to a gateway endpoint have as destination. */
  ofEndpoint(origin: ResourceFact): PrefixList | undefined {
    const { vpc_endpoint_type: type, ip_address_type: addresses } = origin.body;
    if (type !== undefined && type !== null && type !== '' && type !== 'Gateway') return undefined;
    const plain = addresses === undefined || addresses === null || addresses === '' || addresses === 'ipv4';
    const family = plain || addresses instanceof Unknown ? 'v4' : new Unknown('the endpoint is not of IPv4 alone');
    const service = findService(origin, 'service_name');
    const known = service === undefined ? undefined : awsList(service, family);
    return known ?? { key: `${origin.key}.prefix_list_id`, family, service: 'unknown', blocks: KEPT_BY_AWS };
  }

  /** The list that an argument names. */
  find(section: Section, name: string): Known<PrefixList> | undefined {
    const term = section.find(name);
    return term === undefined ? undefined : this.read(section, name, term);
  }

  /** The list that a term in this argument names. */
  read(section: Section, name: string, term: Term): Known<PrefixList> {
    const kept = typeof term === 'string' ? this.kept.get(term) : undefined;
    if (kept !== undefined) return kept;
    const looked =
      term instanceof Reference && term.targets.length === 1 ? this.sources.findFact(term.targets[0].key) : undefined;
    const service = looked?.mode === 'data' ? findService(looked, 'name') : undefined;
    if (service !== undefined) return awsList(service);
    const key = knownOnly(section.named(name, term));
    return key instanceof Unknown ? section.gap(name, key) : this.get(key);
  }

  private get(key: Key): PrefixList {
    const fact = this.sources.findFact(key);
    const listed = this.lists.get(key) ?? (fact?.type === 'aws_vpc_endpoint' ? this.ofEndpoint(fact) : undefined);
    if (listed !== undefined) return listed;
    const list = outside(key, `${key} is kept outside of the documents`);
    this.lists.set(key, list);
    return list;
  }

  /** Every list that was read or named. */
  all(): ReadonlyMap<Key, PrefixList> {
    return this.lists;
  }
}

function familyOf(section: Section): Known<Family> {
  const text = section.findText('address_family');
  if (text instanceof Unknown) return text;
  return FAMILIES[text ?? ''] ?? section.gap('address_family', new Unknown('it is neither IPv4 nor IPv6'));
}
