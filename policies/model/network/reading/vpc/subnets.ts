import { Unknown } from '../../../term';
import type { Block } from '../../addresses';
import type { Key, Known, OneOf } from '../../known';
import type { Subnet } from '../../vpc';
import { anything, opened } from '../one-of';
import type { Items, Section } from '../section';
import type { Sources } from '../sources';
import type { Associations } from './associations';
import type { PublicAccessModes } from './public-access';
import type { Vpcs } from './vpcs';

/** What else decides about subnets. */
export interface SubnetSources {
  readonly vpcs: Vpcs;
  readonly access: PublicAccessModes;
  /** Which table decides for a subnet. */
  readonly tables: Associations;
  /** Which ACL decides for a subnet. */
  readonly acls: Associations;
}

const BY_ID = new Unknown('the zone is told by its id, and others by name');
const LOOKED_UP = new Unknown('the subnet lies outside of the documents');
const DEFAULT_SUBNET = new Unknown("AWS chose the block of the default VPC's subnet");

/** The subnets that documents make or look up. */
export class Subnets {
  private readonly subnets: ReadonlyMap<Key, Subnet>;
  /** Zones have names and ids: where both are in use, equal zones may have different texts. */
  private readonly named: boolean;

  constructor(
    private readonly sources: Sources,
    private readonly from: SubnetSources,
  ) {
    const made = sources.of('aws_subnet', 'aws_default_subnet');
    const looked = sources.data('aws_subnet').filter(({ origin }) => {
      return sources.identities.byKey(origin.key).choices.includes(origin.key);
    });
    this.named = [...made, ...looked].some((section) => section.has('availability_zone'));
    this.subnets = new Map(
      [...made.map((section) => this.make(section)), ...looked.map((section) => this.lookUp(section))].map((subnet) => [
        subnet.key,
        subnet,
      ]),
    );
  }

  private zoneOf(section: Section): Known<string> {
    const name = section.findText('availability_zone');
    if (name !== undefined) return name;
    const id = section.findText('availability_zone_id');
    if (id !== undefined) return this.named ? section.gap('availability_zone_id', BY_ID) : id;
    return section.gap('availability_zone', new Unknown('AWS chooses the zone'));
  }

  private blockOf(section: Section, argument: string, pool: string): Known<Block> | undefined {
    const written = this.sources.blocks.find(section, argument);
    if (written !== undefined || !section.has(pool)) return written;
    return section.gap(argument, new Unknown('the block comes from a pool'));
  }

  private make(section: Section): Subnet {
    const { origin } = section;
    const { key } = origin;
    const { vpcs, access, tables, acls } = this.from;
    const isDefault = origin.type === 'aws_default_subnet';
    const vpc = isDefault ? vpcs.of(section, 'default_vpc') : vpcs.of(section);
    const ipv4 = this.blockOf(section, 'cidr_block', 'ipv4_ipam_pool_id') ?? (isDefault ? DEFAULT_SUBNET : undefined);
    const ipv6 = this.blockOf(section, 'ipv6_cidr_block', 'ipv6_ipam_pool_id') ?? (isDefault ? DEFAULT_SUBNET : undefined);
    const hidden = this.sources.findHidden(origin);
    const publicAccess = access.findOfSubnet(key, origin, vpc);
    return {
      key,
      origin,
      vpc,
      zone: this.zoneOf(section),
      ...(ipv4 === undefined ? {} : { ipv4 }),
      ...(ipv6 === undefined ? {} : { ipv6 }),
      table: tables.of(key, origin, opened(vpcs.mainTables(vpc), hidden)),
      acl: acls.of(key, origin, opened(vpcs.defaultAcls(vpc), hidden)),
      mapsPublicIpv4: section.flag('map_public_ip_on_launch', isDefault),
      ...(publicAccess === undefined ? {} : { publicAccess }),
    };
  }

  /** Others may have given it a table and an ACL. */
  private lookUp(section: Section): Subnet {
    const made = this.make(section);
    const { tables, acls } = this.from;
    const { key, origin } = made;
    return {
      ...made,
      vpc: section.has('vpc_id') ? made.vpc : anything(LOOKED_UP),
      ipv4: made.ipv4 ?? LOOKED_UP,
      ipv6: made.ipv6 ?? LOOKED_UP,
      table: tables.of(key, origin, anything(LOOKED_UP)),
      acl: acls.of(key, origin, anything(LOOKED_UP)),
      mapsPublicIpv4: section.has('map_public_ip_on_launch') ? made.mapsPublicIpv4 : LOOKED_UP,
    };
  }

  /** What of it is a subnet that is known; the rest is left open. */
  known(one: OneOf<Key>): OneOf<Key> {
    const strange = one.choices.find((key) => !this.subnets.has(key));
    const choices = one.choices.filter((key) => this.subnets.has(key));
    return opened(
      { ...one, choices },
      strange === undefined ? undefined : new Unknown(`the subnet ${strange} lies outside of the documents`),
    );
  }

  /** The subnets that a list names. */
  list(section: Section, name: string): Items<OneOf<Key>> {
    const { items, ...rest } = section.namedAll(name);
    return { ...rest, items: items.map((one) => this.known(one)) };
  }

  /** Every subnet. */
  all(): ReadonlyMap<Key, Subnet> {
    return this.subnets;
  }
}
