import { Unknown } from '../../../term';
import type { Key, Known, OneOf } from '../../known';
import type { TransitGateway } from '../../transit';
import { opened } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';

const ATTACHMENTS = ['aws_ec2_transit_gateway_vpc_attachment', 'aws_ec2_transit_gateway_peering_attachment'];
/** They make another table the default one. */
const MOVERS = [
  'aws_ec2_transit_gateway_default_route_table_association',
  'aws_ec2_transit_gateway_default_route_table_propagation',
];

/** Whether a switch of transit gateways, `enable` or `disable`, is on. */
export function isEnabled(section: Section, name: string, otherwise: 'enable' | 'disable'): Known<boolean> {
  const text = section.text(name, otherwise);
  if (text instanceof Unknown) return text;
  if (text === 'enable' || text === 'disable') return text === 'enable';
  return section.gap(name, new Unknown('it is neither enable nor disable'));
}

/** The transit gateways that documents make or attach something to. */
export class TransitMembership {
  private readonly made = new Map<Key, Section>();
  private readonly attachedTo = new Map<Key, Section>();
  private readonly moved: boolean;

  constructor(sources: Sources) {
    for (const section of sources.of('aws_ec2_transit_gateway')) this.made.set(section.origin.key, section);
    for (const section of sources.of(...ATTACHMENTS)) {
      for (const key of section.findNamed('transit_gateway_id')?.choices ?? []) {
        if (!this.made.has(key)) this.attachedTo.set(key, section);
      }
    }
    this.moved = sources.of(...MOVERS).length > 0;
  }

  /** Whether anything is known about it: of what is only named, nothing is. */
  has(key: Key): boolean {
    return this.made.has(key) || this.attachedTo.has(key);
  }

  /** The resource that makes it. */
  findSection(key: Key): Section | undefined {
    return this.made.get(key);
  }

  /** The table that AWS makes with a gateway. */
  defaultTable(gateway: Key): Key {
    return `${gateway}.association_default_route_table_id`;
  }

  /** Default tables, which may be others where a resource moves them. */
  movable(tables: OneOf<Key>): OneOf<Key> {
    return opened(tables, this.moved ? new Unknown('a resource makes another table the default one') : undefined);
  }

  /** Every gateway. */
  all(): ReadonlyMap<Key, TransitGateway> {
    const outside = new Unknown('the transit gateway lies outside of the documents');
    const made = [...this.made].map(([key, section]): TransitGateway => {
      const groupReferences = isEnabled(section, 'security_group_referencing_support', 'disable');
      return { key, origin: section.origin, groupReferences };
    });
    const named = [...this.attachedTo].map(([key, { origin }]): TransitGateway => ({ key, origin, groupReferences: outside }));
    return new Map([...made, ...named].map((gateway) => [gateway.key, gateway]));
  }
}
