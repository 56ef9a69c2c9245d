import { Unknown } from '../../../term';
import type { Host } from '../../hosts';
import type { Key, Known, OneOf } from '../../known';
import { scopesMeet } from '../identities';
import { findOnly } from '../one-of';
import type { Section } from '../section';
import { either, type Interfaces } from './interfaces';

/** How a kind of database says where it stands. */
interface Form {
  /** The argument that names its subnet group, and the type of the group. */
  readonly subnetGroup: readonly [argument: string, type: string];
  readonly groups: string;
  /** Whether it can be met from the internet when nothing is said. @default - never, whatever is said */
  readonly isPublic?: Known<boolean>;
  /** It belongs to something else that is a host already. @default - it stands by itself */
  readonly memberOf?: string;
}

/** Version 5 of the provider makes clusters public, version 6 doesn't. */
const BY_VERSION = new Unknown('the default differs between versions of the provider');

const FORMS: Readonly<Record<string, Form>> = {
  aws_db_instance: {
    subnetGroup: ['db_subnet_group_name', 'aws_db_subnet_group'],
    groups: 'vpc_security_group_ids',
    isPublic: false,
  },
  aws_rds_cluster: { subnetGroup: ['db_subnet_group_name', 'aws_db_subnet_group'], groups: 'vpc_security_group_ids' },
  aws_docdb_cluster: { subnetGroup: ['db_subnet_group_name', 'aws_docdb_subnet_group'], groups: 'vpc_security_group_ids' },
  aws_neptune_cluster: {
    subnetGroup: ['neptune_subnet_group_name', 'aws_neptune_subnet_group'],
    groups: 'vpc_security_group_ids',
  },
  aws_redshift_cluster: {
    subnetGroup: ['cluster_subnet_group_name', 'aws_redshift_subnet_group'],
    groups: 'vpc_security_group_ids',
    isPublic: BY_VERSION,
  },
  aws_elasticache_cluster: {
    subnetGroup: ['subnet_group_name', 'aws_elasticache_subnet_group'],
    groups: 'security_group_ids',
    memberOf: 'replication_group_id',
  },
  aws_elasticache_replication_group: {
    subnetGroup: ['subnet_group_name', 'aws_elasticache_subnet_group'],
    groups: 'security_group_ids',
  },
  aws_memorydb_cluster: {
    subnetGroup: ['subnet_group_name', 'aws_memorydb_subnet_group'],
    groups: 'security_group_ids',
  },
};

const OUTSIDE = new Unknown('its subnet group lies outside of the documents');
/** Words for both families. */
const DUAL: readonly string[] = ['DUAL', 'dual_stack', 'ipv6'];

/** Databases and caches, each in the subnets of a group. */
export class Databases {
  constructor(private readonly interfaces: Interfaces) {}

  private findSubnetGroup(section: Section, named: OneOf<Key>, type: string): Section | undefined {
    const key = findOnly(named);
    const all = this.interfaces.sources.of(type);
    const found = all.find(({ origin }) => origin.key === key);
    if (found !== undefined) return found;
    const byName = all.filter((one) => one.find('name') === key && scopesMeet(one.origin, section.origin));
    return byName.length === 1 ? byName[0] : undefined;
  }

  private subnets(section: Section, [argument, type]: Form['subnetGroup']): Host['subnets'] {
    const named = section.findNamed(argument);
    if (named === undefined) return section.gap(argument, new Unknown('it stands in the default VPC, or where its source does'));
    const group = this.findSubnetGroup(section, named, type);
    return group === undefined ? section.gap(argument, OUTSIDE) : this.interfaces.listed(group, 'subnet_ids');
  }

  /** A cluster is met where its instances are. */
  private publicInstances(): ReadonlyMap<Key, Known<boolean>> {
    const clusters = new Map<Key, Known<boolean>>();
    for (const section of this.interfaces.sources.of('aws_rds_cluster_instance')) {
      const isPublic = section.flag('publicly_accessible', false);
      const named = section.findNamed('cluster_identifier');
      for (const key of named?.choices ?? []) clusters.set(key, either(clusters.get(key) ?? false, isPublic));
    }
    return clusters;
  }

  private make(section: Section, form: Form, instances: ReadonlyMap<Key, Known<boolean>>): Host {
    const { origin } = section;
    const subnets = this.subnets(section, form.subnetGroup);
    const types = section.text('network_type', 'IPV4');
    const { isPublic } = form;
    const written = section.has('publicly_accessible') ? section.flag('publicly_accessible', false) : (isPublic ?? false);
    return {
      key: origin.key,
      kind: 'database',
      origin,
      subnets,
      groups: this.interfaces.groups(section, form.groups, subnets),
      publicIpv4: either(isPublic === undefined ? false : written, instances.get(origin.key) ?? false),
      ipv6: types instanceof Unknown ? types : DUAL.includes(types),
    };
  }

  /** Every database and cache. */
  all(): readonly Host[] {
    const instances = this.publicInstances();
    return Object.entries(FORMS).flatMap(([type, form]) =>
      this.interfaces.sources
        .of(type)
        .filter((section) => form.memberOf === undefined || !section.has(form.memberOf))
        .map((section) => this.make(section, form, instances)),
    );
  }
}
