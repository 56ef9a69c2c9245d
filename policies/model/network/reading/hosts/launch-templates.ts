import { Unknown } from '../../../term';
import type { Host } from '../../hosts';
import type { Key, Known, OneOf } from '../../known';
import { findOnly } from '../one-of';
import type { Section } from '../section';
import type { Interfaces } from './interfaces';

type Groups = Known<readonly OneOf<Key>[]>;

/** What instances take from a template where they say nothing themselves. */
export interface Template {
  /** @default - the template names none */
  subnets(by: Section): Host['subnets'] | undefined;
  groups(subnets: Host['subnets']): Groups;
  publicIpv4(subnets: Host['subnets']): Known<boolean>;
  ipv6(subnets: Host['subnets']): Known<boolean>;
}

const OUTSIDE = new Unknown('its launch template lies outside of the documents');
const UNKNOWN_TEMPLATE: Template = {
  subnets: () => undefined,
  groups: () => OUTSIDE,
  publicIpv4: () => OUTSIDE,
  ipv6: () => OUTSIDE,
};

/** Launch templates and launch configurations. */
export class LaunchTemplates {
  private readonly templates = new Map<Key, Template>();

  constructor(private readonly interfaces: Interfaces) {
    for (const section of interfaces.sources.of('aws_launch_template')) {
      this.templates.set(section.origin.key, this.template(section));
    }
    for (const section of interfaces.sources.of('aws_launch_configuration')) {
      this.templates.set(section.origin.key, this.configuration(section));
    }
  }

  private template(section: Section): Template {
    const { items, rest } = section.sections('network_interfaces');
    const [card] = items;
    const place = card ?? section;
    const name = card === undefined ? 'vpc_security_group_ids' : 'security_groups';
    const named = card?.findNamed('subnet_id');
    return {
      subnets: () => rest ?? (named === undefined ? undefined : [this.interfaces.subnets.known(named)]),
      groups: (subnets) => {
        if (rest !== undefined) return rest;
        if (items.length > 1) return new Unknown('its launch template has several interfaces, with groups of their own');
        if (section.has('security_group_names')) return new Unknown('its launch template names groups by name');
        return this.interfaces.groups(place, name, subnets);
      },
      publicIpv4: (subnets) => rest ?? this.publicOf(place, subnets),
      ipv6: (subnets) => rest ?? this.interfaces.ipv6(place, subnets),
    };
  }

  private configuration(section: Section): Template {
    return {
      subnets: () => undefined,
      groups: (subnets) => this.interfaces.groups(section, 'security_groups', subnets),
      publicIpv4: (subnets) => this.publicOf(section, subnets),
      ipv6: (subnets) => this.interfaces.assignsIpv6(subnets),
    };
  }

  private publicOf(place: Section, subnets: Host['subnets']): Known<boolean> {
    const name = 'associate_public_ip_address';
    return place.has(name) ? place.flag(name, false) : this.interfaces.mapsPublicIpv4(subnets);
  }

  private named(block: Section, names: readonly string[]): Template | undefined {
    const name = names.find((one) => block.has(one));
    const named = name === undefined ? undefined : block.findNamed(name);
    if (named === undefined) return undefined;
    return this.templates.get(findOnly(named) ?? '') ?? UNKNOWN_TEMPLATE;
  }

  /** What a resource starts its instances from. */
  find(section: Section): Template | undefined {
    const mixed = section.sections('mixed_instances_policy').items.flatMap((policy) => policy.sections('launch_template').items);
    // Instances of one group that start from different templates carry different groups.
    const overridden = mixed
      .flatMap((block) => block.sections('override').items)
      .some((block) => block.sections('launch_template_specification').items.length > 0);
    if (overridden) return UNKNOWN_TEMPLATE;
    const blocks = [
      ...section.sections('launch_template').items,
      ...mixed.flatMap((block) => block.sections('launch_template_specification').items),
    ];
    const [found] = blocks.flatMap((block) => {
      return this.named(block, ['id', 'name', 'launch_template_id', 'launch_template_name']) ?? [];
    });
    return found ?? this.named(section, ['launch_configuration']);
  }

  /** Every template, as a host that stands nowhere until something starts it. */
  all(): readonly Host[] {
    return this.interfaces.sources.of('aws_launch_template').map((section): Host => {
      const { origin } = section;
      const template = this.templates.get(origin.key) ?? UNKNOWN_TEMPLATE;
      const subnets = template.subnets(section) ?? [];
      return {
        key: origin.key,
        kind: 'launch-template',
        origin,
        subnets,
        groups: template.groups(subnets),
        publicIpv4: template.publicIpv4(subnets),
        ipv6: template.ipv6(subnets),
      };
    });
  }

  /** The groups of instances that come and go. */
  autoScalingGroups(): readonly Host[] {
    return this.interfaces.sources.of('aws_autoscaling_group').map((section): Host => {
      const { origin } = section;
      const template = this.find(section) ?? UNKNOWN_TEMPLATE;
      const listed = section.has('vpc_zone_identifier')
        ? this.interfaces.listed(section, 'vpc_zone_identifier')
        : template.subnets(section);
      const subnets = listed ?? section.gap('vpc_zone_identifier', new Unknown('AWS chooses the subnets'));
      return {
        key: origin.key,
        kind: 'auto-scaling-group',
        origin,
        subnets,
        groups: template.groups(subnets),
        publicIpv4: template.publicIpv4(subnets),
        ipv6: template.ipv6(subnets),
      };
    });
  }
}
