import { Unknown } from '../../../term';
import type { Host } from '../../hosts';
import type { Key, Known, OneOf } from '../../known';
import { findOnly } from '../one-of';
import type { Section } from '../section';
import { GroupAttachments } from './group-attachments';
import type { Interfaces } from './interfaces';

const TYPES: readonly string[] = ['Interface', 'Resource', 'ServiceNetwork'];

/** Endpoints with an interface in each of some subnets. */
export class InterfaceEndpoints {
  private readonly attachments: GroupAttachments;
  private readonly subnets = new Map<Key, OneOf<Key>[]>();
  private readonly doubts = new Map<Key, Unknown>();
  /** Endpoints that were made with the default group and lost it. */
  private readonly replaced = new Set<Key>();

  constructor(private readonly interfaces: Interfaces) {
    const { sources } = interfaces;
    const groups = 'aws_vpc_endpoint_security_group_association';
    this.attachments = new GroupAttachments(sources, groups, 'vpc_endpoint_id');
    for (const section of sources.of(groups)) {
      const replaces = section.flag('replace_default_association', false) === true;
      for (const key of section.findNamed('vpc_endpoint_id')?.choices ?? []) if (replaces) this.replaced.add(key);
    }
    for (const section of sources.of('aws_vpc_endpoint_subnet_association')) this.associate(section);
  }

  private associate(section: Section): void {
    const endpoints = section.findNamed('vpc_endpoint_id');
    const subnet = section.findNamed('subnet_id');
    if (endpoints === undefined || subnet === undefined) return;
    const certain = findOnly(endpoints) !== undefined && section.origin.repeated === undefined;
    for (const key of endpoints.choices) {
      if (certain) this.subnets.set(key, [...(this.subnets.get(key) ?? []), this.interfaces.subnets.known(subnet)]);
      else this.doubts.set(key, new Unknown(`${section.origin.key} may add a subnet to it`));
    }
  }

  private subnetsOf(section: Section): Host['subnets'] {
    const { key } = section.origin;
    const listed = this.interfaces.listed(section, 'subnet_ids');
    if (listed instanceof Unknown) return listed;
    const configured = section.sections('subnet_configuration').items.flatMap((one) => one.findNamed('subnet_id') ?? []);
    const own = listed.length > 0 ? listed : configured.map((one) => this.interfaces.subnets.known(one));
    return this.doubts.get(key) ?? [...own, ...(this.subnets.get(key) ?? [])];
  }

  private groupsOf(section: Section, subnets: Host['subnets']): Known<readonly OneOf<Key>[]> {
    const { items, rest } = section.list('security_group_ids');
    const bare = items.length === 0 && rest === undefined && this.replaced.has(section.origin.key);
    return this.attachments.join(section, bare ? [] : this.interfaces.groups(section, 'security_group_ids', subnets));
  }

  /** Every endpoint with interfaces. */
  all(): readonly Host[] {
    return this.interfaces.sources
      .of('aws_vpc_endpoint')
      .filter((section) => TYPES.some((type) => section.find('vpc_endpoint_type') === type))
      .map((section): Host => {
        const { origin } = section;
        const subnets = this.subnetsOf(section);
        const type = section.text('ip_address_type', 'ipv4');
        return {
          key: origin.key,
          kind: 'interface-endpoint',
          origin,
          subnets,
          groups: this.groupsOf(section, subnets),
          publicIpv4: false,
          ipv6: type instanceof Unknown ? type : type !== 'ipv4',
        };
      });
  }
}
