import { Unknown } from '../../../term';
import type { Block } from '../../addresses';
import type { Host } from '../../hosts';
import type { Key, OneOf } from '../../known';
import { findOnly } from '../one-of';
import type { Section } from '../section';
import { GroupAttachments } from './group-attachments';
import { either, type Interfaces } from './interfaces';
import { PublicAddresses } from './public-addresses';
import { type LaunchTemplates } from './launch-templates';

const SEVERAL = new Unknown('it has several interfaces, with groups of their own');
const OUTSIDE = new Unknown('its interface lies outside of the documents');

/** The addresses that arguments state, if all of them are literal. */
function statedAddresses(section: Section, interfaces: Interfaces, names: readonly string[]): readonly Block[] | undefined {
  const terms = names.flatMap((name) => {
    const { items, rest } = section.values(name);
    return rest === undefined ? items : [rest];
  });
  const blocks = terms.map((term) => interfaces.sources.blocks.single(term));
  const known = blocks.filter((block): block is Block => !(block instanceof Unknown));
  return known.length === blocks.length && known.length > 0 ? known : undefined;
}

/** Interfaces and instances, with what other resources add to them. */
export class Instances {
  private readonly publicAddresses: PublicAddresses;
  private readonly attachments: GroupAttachments;
  private readonly cards = new Map<Key, Host>();

  constructor(
    private readonly interfaces: Interfaces,
    private readonly templates: LaunchTemplates,
  ) {
    const { sources } = interfaces;
    this.publicAddresses = new PublicAddresses(sources);
    this.attachments = new GroupAttachments(sources, 'aws_network_interface_sg_attachment', 'network_interface_id');
    for (const section of sources.of('aws_network_interface')) this.cards.set(section.origin.key, this.card(section));
  }

  private card(section: Section): Host {
    const { origin } = section;
    const subnets = this.interfaces.single(section, 'subnet_id');
    const addresses = statedAddresses(section, this.interfaces, ['private_ips', 'private_ip_list', 'private_ip']);
    return {
      key: origin.key,
      kind: 'network-interface',
      origin,
      subnets,
      groups: this.attachments.join(section, this.interfaces.groups(section, 'security_groups', subnets)),
      ...(addresses === undefined ? {} : { addresses }),
      publicIpv4: this.publicAddresses.has(section),
      ipv6: this.interfaces.ipv6(section, subnets),
    };
  }

  /** The interfaces that an instance is started with instead of one of its own. */
  private cardsOf(section: Section): readonly OneOf<Key>[] {
    return ['network_interface', 'primary_network_interface'].flatMap((name) =>
      section.sections(name).items.flatMap((block) => block.findNamed('network_interface_id') ?? []),
    );
  }

  private withCards(section: Section, cards: readonly OneOf<Key>[]): Host {
    const { origin } = section;
    const found = cards.map((card) => this.cards.get(findOnly(card) ?? ''));
    const [first] = found;
    const base = { key: origin.key, kind: 'instance', origin } as const;
    if (first === undefined || found.includes(undefined)) {
      return { ...base, subnets: OUTSIDE, groups: OUTSIDE, publicIpv4: OUTSIDE, ipv6: OUTSIDE };
    }
    const all = found.flatMap((card) => card ?? []);
    const subnets = all.flatMap((card) => (card.subnets instanceof Unknown ? [] : card.subnets));
    const open = all.find((card) => card.subnets instanceof Unknown)?.subnets;
    const publicIpv4 = all.map((card) => card.publicIpv4).reduce(either, this.publicAddresses.has(section));
    return {
      ...first,
      ...base,
      subnets: open ?? subnets,
      groups: all.length === 1 ? first.groups : SEVERAL,
      publicIpv4,
      ipv6: all.map((card) => card.ipv6).reduce(either),
    };
  }

  private own(section: Section): Host {
    const { origin } = section;
    const template = this.templates.find(section);
    const own = section.has('subnet_id') ? this.interfaces.single(section, 'subnet_id') : undefined;
    const subnets = own ?? template?.subnets(section) ?? this.interfaces.single(section, 'subnet_id');
    const name = ['vpc_security_group_ids', 'security_groups'].find((one) => section.list(one).items.length > 0);
    const written =
      name === undefined && !section.has('vpc_security_group_ids')
        ? template?.groups(subnets)
        : this.interfaces.groups(section, name ?? 'vpc_security_group_ids', subnets);
    const groups = written ?? this.interfaces.defaultGroup(subnets);
    const associates = section.has('public_ip')
      ? true
      : section.has('associate_public_ip_address')
        ? section.flag('associate_public_ip_address', false)
        : (template?.publicIpv4(subnets) ?? this.interfaces.mapsPublicIpv4(subnets));
    const addresses = statedAddresses(section, this.interfaces, ['private_ip', 'secondary_private_ips']);
    return {
      key: origin.key,
      kind: 'instance',
      origin,
      subnets,
      groups: this.attachments.join(section, groups),
      ...(addresses === undefined ? {} : { addresses }),
      publicIpv4: either(this.publicAddresses.has(section), associates),
      ipv6: either(this.interfaces.ipv6(section, subnets), template?.ipv6(subnets) ?? false),
    };
  }

  /** Every interface and instance. */
  all(): readonly Host[] {
    const made = this.interfaces.sources.of('aws_instance').map((section) => {
      const cards = this.cardsOf(section);
      return cards.length > 0 ? this.withCards(section, cards) : this.own(section);
    });
    return [...this.cards.values(), ...made];
  }
}
