import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Key, Known, OneOf } from '../../known';
import type { TransitAttachment } from '../../transit';
import { anything, findOnly, mayBe, NONE, opened, union } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';
import { Associations } from '../vpc/associations';
import type { Subnets } from '../vpc/subnets';
import type { Vpcs } from '../vpc/vpcs';
import { isEnabled, type TransitMembership } from './membership';

export const VPC_ATTACHMENT = 'aws_ec2_transit_gateway_vpc_attachment';
const PEERING = 'aws_ec2_transit_gateway_peering_attachment';
const ACCEPTERS = [`${VPC_ATTACHMENT}_accepter`, `${PEERING}_accepter`];
/** What joins a gateway to networks that aren't judged. */
const DIRECT_CONNECT = 'aws_dx_gateway_association';
const EDGES = [PEERING, 'aws_ec2_transit_gateway_connect', 'aws_vpn_connection', DIRECT_CONNECT];
/** What AWS associates with the default table as it does VPCs ("Default route table association"); of peerings it doesn't say so. */
const USING_DEFAULT = ['aws_ec2_transit_gateway_connect', 'aws_vpn_connection', DIRECT_CONNECT];
const EDGES_LOOKED_UP = [
  'aws_ec2_transit_gateway_attachment',
  'aws_ec2_transit_gateway_connect',
  'aws_ec2_transit_gateway_dx_gateway_attachment',
  'aws_ec2_transit_gateway_peering_attachment',
  'aws_ec2_transit_gateway_vpn_attachment',
];
const POLICY = 'aws_ec2_transit_gateway_policy_table_association';
const BY_POLICY = new Unknown('which table decides is a matter of policy');
const NOT_ACCEPTED = new Unknown('whether it is accepted stands in none of the documents');
const GATEWAY_OUTSIDE = new Unknown('the transit gateway lies outside of the documents');

/** How an attachment uses the default table of its gateway. */
export type DefaultUse = 'association' | 'propagation';

/** The attachments of transit gateways. */
export class TransitAttachments {
  private readonly tables = new Associations();
  private readonly accepters = new Map<Key, Section>();
  private readonly byPolicy: readonly OneOf<Key>[];

  constructor(
    private readonly sources: Sources,
    private readonly membership: TransitMembership,
    private readonly vpcs: Vpcs,
    private readonly subnets: Subnets,
  ) {
    for (const section of sources.of('aws_ec2_transit_gateway_route_table_association')) {
      const attachment = section.findNamed('transit_gateway_attachment_id');
      const table = section.findNamed('transit_gateway_route_table_id');
      const isOnly = section.flag('replace_existing_association', false) === false;
      if (attachment !== undefined && table !== undefined) this.tables.add(attachment, table, section.origin, isOnly);
    }
    this.byPolicy = sources.of(POLICY).map((section) => {
      section.gap('transit_gateway_policy_table_id', BY_POLICY);
      return section.findNamed('transit_gateway_attachment_id') ?? NONE;
    });
    for (const section of sources.of(...ACCEPTERS)) {
      const named = section.findNamed('transit_gateway_attachment_id') ?? NONE;
      const key = findOnly(named);
      if (key !== undefined) this.accepters.set(key, section);
    }
    // Every VPC is named before VPCs are told.
    for (const section of sources.of(VPC_ATTACHMENT)) vpcs.of(section);
  }

  private gateway(section: Section): OneOf<Key> {
    const argument = section.origin.type === DIRECT_CONNECT ? 'associated_gateway_id' : 'transit_gateway_id';
    return section.findNamed(argument) ?? anything(new Unknown('the transit gateway is not said'));
  }

  /** Whether it uses the default table in this way: both the gateway and whoever attaches have to want it. */
  usesDefault(section: Section, use: DefaultUse): Known<boolean> {
    const key = findOnly(this.gateway(section));
    const gateway = key === undefined ? undefined : this.membership.findSection(key);
    if (gateway === undefined) return GATEWAY_OUTSIDE;
    const offered = isEnabled(gateway, `default_route_table_${use}`, 'enable');
    const decides = this.accepters.get(section.origin.key) ?? section;
    const wanted = decides.flag(`transit_gateway_default_route_table_${use}`, true);
    if (offered === false || wanted === false) return false;
    return offered instanceof Unknown ? offered : wanted;
  }

  private table(section: Section): OneOf<Key> {
    const { origin } = section;
    const uses = this.usesDefault(section, 'association');
    const gateways = this.gateway(section);
    const defaults = { ...gateways, choices: gateways.choices.map((key) => this.membership.defaultTable(key)) };
    const otherwise = uses === true ? this.membership.movable(defaults) : uses === false ? NONE : { ...defaults, open: uses };
    return this.decided(origin.key, this.tables.of(origin.key, origin, otherwise));
  }

  private tableOfEdge(section: Section): OneOf<Key> {
    const { key, mode, type } = section.origin;
    if (mode === 'managed' && USING_DEFAULT.includes(type)) return this.table(section);
    const notSaid = anything(new Unknown('its table is not said'));
    return this.decided(key, this.tables.of(key, section.origin, notSaid));
  }

  /** Which table it is, unless a policy says. */
  private decided(key: Key, table: OneOf<Key>): OneOf<Key> {
    return opened(table, this.byPolicy.some((one) => mayBe(one, key)) ? BY_POLICY : undefined);
  }

  /** What the documents themselves say of it. */
  private accepted({ key, repeated }: ResourceFact): Known<boolean> | undefined {
    if (repeated !== undefined) return repeated;
    const accepter = this.accepters.get(key);
    return accepter === undefined ? undefined : (accepter.origin.repeated ?? true);
  }

  /** A peering is accepted by the other gateway's account, its own too. */
  private activeEdge(section: Section): Known<boolean> {
    const { origin } = section;
    if (origin.mode === 'data' || origin.type !== PEERING) return true;
    return this.accepted(origin) ?? section.gap('peer_transit_gateway_id', NOT_ACCEPTED);
  }

  /** Another account has to accept it, unless the gateway takes everybody's. */
  private active(section: Section): Known<boolean> {
    const { origin } = section;
    const accepted = this.accepted(origin);
    if (accepted !== undefined) return accepted;
    const key = findOnly(this.gateway(section));
    const gateway = key === undefined ? undefined : this.membership.findSection(key);
    if (gateway === undefined) return section.gap('transit_gateway_id', NOT_ACCEPTED);
    if (sameAccount(gateway.origin, origin)) return true;
    const auto = isEnabled(gateway, 'auto_accept_shared_attachments', 'disable');
    return auto === true ? true : section.gap('transit_gateway_id', NOT_ACCEPTED);
  }

  private groupReferences(section: Section): Known<boolean> {
    const name = 'security_group_referencing_support';
    if (section.has(name)) return isEnabled(section, name, 'disable');
    const key = findOnly(this.gateway(section));
    const gateway = key === undefined ? undefined : this.membership.findSection(key);
    if (gateway !== undefined && isEnabled(gateway, name, 'disable') === false) return false;
    return section.gap(name, new Unknown('AWS describes the default in two ways'));
  }

  private ofVpc(section: Section): TransitAttachment {
    const { origin } = section;
    const { items, rest } = this.subnets.list(section, 'subnet_ids');
    return {
      key: origin.key,
      origin,
      gateway: this.gateway(section),
      kind: 'vpc',
      vpc: this.vpcs.of(section),
      subnets: rest ?? items,
      groupReferences: this.groupReferences(section),
      ipv6: isEnabled(section, 'ipv6_support', 'disable'),
      active: this.active(section),
      table: this.table(section),
    };
  }

  /** Of a peering both gateways. */
  private joinedBy(section: Section): OneOf<Key> {
    const peer = section.findNamed('peer_transit_gateway_id');
    return union([this.gateway(section), ...(peer === undefined ? [] : [peer])]);
  }

  private edge(section: Section): TransitAttachment {
    const { origin } = section;
    const [gateway, table] = [this.joinedBy(section), this.tableOfEdge(section)];
    const active = this.activeEdge(section);
    return { key: origin.key, origin, gateway, kind: 'edge', subnets: [], groupReferences: false, active, table };
  }

  /** Something that routes lead to and no document describes. */
  stranger(key: Key, by: ResourceFact): TransitAttachment {
    const open = anything(new Unknown(`the attachment ${key} lies outside of the documents`));
    const table = this.tables.of(key, undefined, open);
    return { key, origin: by, gateway: open, kind: 'edge', subnets: [], groupReferences: false, active: true, table };
  }

  /** VPN and Direct Connect may be joined to a virtual private gateway instead. */
  private joinsTransit(section: Section): boolean {
    if (section.origin.type === DIRECT_CONNECT) {
      const { choices, open } = this.joinedBy(section);
      return open !== undefined || choices.some((key) => this.membership.has(key));
    }
    return section.origin.type !== 'aws_vpn_connection' || section.has('transit_gateway_id');
  }

  /** Every attachment that is made or looked up. */
  all(): ReadonlyMap<Key, TransitAttachment> {
    const vpcs = this.sources.of(VPC_ATTACHMENT).map((section) => this.ofVpc(section));
    const edges = [...this.sources.of(...EDGES), ...this.sources.data(...EDGES_LOOKED_UP)]
      .filter((section) => this.joinsTransit(section))
      .map((section) => this.edge(section));
    return new Map([...edges, ...vpcs].map((attachment) => [attachment.key, attachment]));
  }
}

function sameAccount(a: ResourceFact, b: ResourceFact): boolean {
  return a.accountId === b.accountId && (a.accountId !== undefined || a.stack === b.stack);
}
