import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Block } from '../../addresses';
import type { Key, Known, OneOf } from '../../known';
import type { Vpc } from '../../vpc';
import { findOnly, opened, union } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';
import type { Adoptions } from './adoptions';
import { Associations } from './associations';
import { EncryptionControls } from './encryption';
import type { PublicAccessModes } from './public-access';

interface Blocks {
  readonly blocks: readonly Block[];
  readonly incomplete?: Unknown;
}

const OUTSIDE = new Unknown('the VPC lies outside of the documents');
const DEFAULT_VPC = new Unknown('AWS makes default VPCs with an internet gateway');
const ASSOCIATIONS = ['aws_vpc_ipv4_cidr_block_association', 'aws_vpc_ipv6_cidr_block_association'];

/** The VPCs that documents make, and those that they only name. */
export class Vpcs {
  private readonly mains = new Associations();
  private readonly encryption: EncryptionControls;
  private readonly secondary = new Map<Key, Known<Block>[]>();
  /** Named, but not made here: who names them. */
  private readonly outside = new Map<Key, ResourceFact>();

  constructor(
    private readonly sources: Sources,
    private readonly adoptions: Adoptions,
    private readonly access: PublicAccessModes,
  ) {
    this.encryption = new EncryptionControls(sources);
    for (const section of sources.of('aws_main_route_table_association')) {
      const table = section.findNamed('route_table_id');
      if (table !== undefined) this.mains.add(this.of(section), table, section.origin, false);
    }
    for (const section of sources.of(...ASSOCIATIONS)) this.associate(section);
    for (const { origin } of sources.data('aws_vpc')) this.named(sources.identities.byKey(origin.key), origin);
  }

  /** The VPC that a resource lies in. */
  of(section: Section, argument = 'vpc_id'): OneOf<Key> {
    return this.named(section.findNamed(argument) ?? this.adoptions.defaultVpc(section.origin), section.origin);
  }

  /** Takes note of VPCs that are only named. */
  named(vpcs: OneOf<Key>, by: ResourceFact): OneOf<Key> {
    for (const key of vpcs.choices) {
      const fact = this.sources.findFact(key);
      if (fact?.mode === 'data' || fact === undefined) this.outside.set(key, this.outside.get(key) ?? fact ?? by);
    }
    return vpcs;
  }

  private associate(section: Section): void {
    const vpcs = this.of(section);
    const certain = findOnly(vpcs) !== undefined && section.origin.repeated === undefined;
    const why = section.origin.repeated ?? new Unknown(`${section.origin.key} may be a block of it`);
    const block = certain ? this.associated(section) : why;
    for (const key of vpcs.choices) this.secondary.set(key, [...(this.secondary.get(key) ?? []), block]);
  }

  private associated(section: Section): Known<Block> {
    const written = this.sources.blocks.find(section, 'cidr_block') ?? this.sources.blocks.find(section, 'ipv6_cidr_block');
    if (written !== undefined) return written;
    return section.flag('assign_generated_ipv6_cidr_block', false) === true
      ? { kind: 'amazon', vpc: section.origin.key, newBits: 0, number: 0 }
      : section.gap('cidr_block', new Unknown('the block comes from a pool'));
  }

  private own(section: Section): readonly Known<Block>[] {
    const { blocks } = this.sources;
    const v4 = blocks.find(section, 'cidr_block') ?? section.gap('cidr_block', new Unknown('the block comes from a pool'));
    const written = blocks.find(section, 'ipv6_cidr_block');
    if (written !== undefined) return [v4, written];
    const given = section.flag('assign_generated_ipv6_cidr_block', false);
    if (given instanceof Unknown) return [v4, given];
    if (given) return [v4, { kind: 'amazon', vpc: section.origin.key, newBits: 0, number: 0 }];
    return section.has('ipv6_ipam_pool_id')
      ? [v4, section.gap('ipv6_cidr_block', new Unknown('the block comes from a pool'))]
      : [v4];
  }

  private blocksOf(section: Section): Blocks {
    const all = [...this.own(section), ...(this.secondary.get(section.origin.key) ?? [])];
    const incomplete = all.find((block) => block instanceof Unknown) ?? this.sources.findHidden(section.origin);
    const blocks = all.filter((block): block is Block => !(block instanceof Unknown));
    return { blocks, ...(incomplete === undefined ? {} : { incomplete }) };
  }

  private make(section: Section): Vpc {
    const { origin } = section;
    const made = this.finish(origin.key, origin, { origin, ...this.blocksOf(section) });
    return origin.type === 'aws_default_vpc' ? { ...made, otherGateways: DEFAULT_VPC } : made;
  }

  private finish(key: Key, scope: ResourceFact, known: Blocks & { readonly origin?: ResourceFact }): Vpc {
    const { identities } = this.sources;
    const unjudged = this.encryption.find(key, scope);
    const unseen = this.sources.findUnseen();
    return {
      key,
      ...known,
      accountId: scope.accountId ?? new Unknown('the account is not told'),
      region: scope.region ?? new Unknown('the Region is not told'),
      mainTable: this.mainTable(key),
      defaultAcl: identities.implicitOf(key, 'acl'),
      defaultGroup: identities.implicitOf(key, 'group'),
      publicAccess: this.access.ofVpc(key, scope),
      ...(unjudged === undefined ? {} : { unjudged }),
      ...(unseen === undefined ? {} : { unseen }),
    };
  }

  /** The table that decides for subnets without one of their own. */
  mainTable(vpc: Key): OneOf<Key> {
    const { identities } = this.sources;
    const fact = this.sources.findFact(vpc);
    const { main_route_table_id: main } = fact?.body ?? {};
    const told = fact !== undefined && typeof main === 'string' && main !== '' ? identities.named(main, fact) : undefined;
    const otherwise = told ?? { choices: [identities.implicitOf(vpc, 'table')] };
    return this.mains.of(vpc, fact, opened(otherwise, this.sources.findHidden(fact)));
  }

  /** The main tables of whichever VPC it is. */
  mainTables(vpcs: OneOf<Key>): OneOf<Key> {
    return union([...vpcs.choices.map((key) => this.mainTable(key)), { choices: [], ...(vpcs.open && { open: vpcs.open }) }]);
  }

  /** The default ACLs of whichever VPC it is. */
  defaultAcls({ choices, ...rest }: OneOf<Key>): OneOf<Key> {
    return { ...rest, choices: choices.map((key) => this.sources.identities.implicitOf(key, 'acl')) };
  }

  /** The default groups of whichever VPC it is. */
  defaultGroups({ choices, ...rest }: OneOf<Key>): OneOf<Key> {
    return { ...rest, choices: choices.map((key) => this.sources.identities.implicitOf(key, 'group')) };
  }

  private outsider(key: Key, by: ResourceFact): Vpc {
    const data = by.key === key;
    const made = { ...this.finish(key, by, { blocks: [], incomplete: OUTSIDE }), otherGateways: OUTSIDE };
    // Who names it by its id may do so from another account.
    return data ? made : { ...made, accountId: OUTSIDE };
  }

  /** Every VPC that was made or named. */
  all(): ReadonlyMap<Key, Vpc> {
    const made = this.sources.of('aws_vpc', 'aws_default_vpc').map((section) => this.make(section));
    const named = [...this.outside].map(([key, by]) => this.outsider(key, by));
    return new Map([...made, ...named].map((vpc) => [vpc.key, vpc]));
  }
}
