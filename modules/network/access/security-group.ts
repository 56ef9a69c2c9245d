import { SecurityGroup as AwsSecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

import { Cidr } from '../../core/cidr';
import { parsePort, type Port, renderPort } from '../../core/port';
import { type NamePart, resourceName, type ResourceName } from '../../core/resource-name';
import { define } from '../../terraform';
import { DEFAULT_QUOTAS } from '../vpc/vpc-plan';
import { GroupRuleBook } from './group-rule-book';
import { rulePorts } from './rule-ports';

/** A peer of a security-group rule. */
export type GroupPeer =
  | { readonly kind: 'group'; readonly group: SecurityGroup }
  /** A group that stands elsewhere, by id; `account/sg-…` across a peering. */
  | { readonly kind: 'group-id'; readonly id: string; readonly name: string }
  | { readonly kind: 'cidr'; readonly cidr: Cidr }
  | { readonly kind: 'prefix-list'; readonly id: string; readonly name: string };

/** Factories of peers, as nouns. */
export const GroupPeers = {
  /** Every IPv4 address. */
  anyIpv4: (): GroupPeer => ({ kind: 'cidr', cidr: Cidr.anyIpv4 }),
  /** Every IPv6 address. */
  anyIpv6: (): GroupPeer => ({ kind: 'cidr', cidr: Cidr.anyIpv6 }),
  /** @throws InputError LZ-CIDR-n */
  cidr: (text: string): GroupPeer => ({ kind: 'cidr', cidr: Cidr.parse(text) }),
  /** @param name what the list holds: it names the rule, since the id may be known only after apply */
  prefixList: (id: string, name: string = id): GroupPeer => ({ kind: 'prefix-list', id, name }),
} as const;

/** A security group of its own. */
export interface SecurityGroupProps {
  readonly vpcId: string;
  /** AWS's name of the group. Changing it replaces the group. */
  readonly name: string;
  /** The first part of the addresses of group and rules. @default - the construct's id */
  readonly resourceName?: ResourceName;
  /** Rules per direction and family. @default 60 @unit rules @source VPC quotas */
  readonly ruleLimit?: number;
}

/**
 * A security group whose every rule is a resource of its own with the reason as its description. It starts with no rule
 * at all: the provider takes AWS's "allow all out" away.
 */
export class SecurityGroup extends Construct {
  /** The underlying resource. */
  readonly resource: AwsSecurityGroup;
  readonly groupName: string;
  readonly #name: ResourceName;
  readonly #book: GroupRuleBook;

  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    this.groupName = props.name;
    this.#name = props.resourceName ?? resourceName(id);
    this.#book = new GroupRuleBook(`SecurityGroup "${props.name}"`, props.ruleLimit ?? DEFAULT_QUOTAS.groupRules);
    this.resource = define(this, AwsSecurityGroup, this.#name, {
      vpcId: props.vpcId,
      name: props.name,
      // Changing a group's description replaces it, so this one never says anything that could change.
      description: 'Managed by Terraform. Every rule says why it is there.',
      tags: { Name: props.name },
    });
  }

  /** The id that other resources name. */
  get id(): string {
    return this.resource.id;
  }

  /**
   * Lets `peer` open connections to members of this group; where the peer is a group, lets it out there too.
   * @param port as in flows: tcp/443
   * @throws InputError LZ-PORT-n, LZ-TEXT-n, LZ-NET-1, LZ-NET-2
   */
  allowFrom(peer: SecurityGroup | GroupPeer, port: string | Port, why: string): void {
    this.#allow('ingress', peer, port, why);
  }

  /** Lets members of this group open connections to `peer`; where the peer is a group, lets them in there too. */
  allowTo(peer: SecurityGroup | GroupPeer, port: string | Port, why: string): void {
    this.#allow('egress', peer, port, why);
  }

  #allow(direction: 'ingress' | 'egress', given: SecurityGroup | GroupPeer, portText: string | Port, why: string): void {
    const port = typeof portText === 'string' ? parsePort(portText) : portText;
    const peer: GroupPeer = given instanceof SecurityGroup ? { kind: 'group', group: given } : given;
    this.addRule(direction, peer, port, why);
    if (peer.kind !== 'group') return;
    peer.group.addRule(direction === 'ingress' ? 'egress' : 'ingress', { kind: 'group', group: this }, port, why);
  }

  /** Adds one rule on this side only. */
  addRule(
    direction: 'ingress' | 'egress',
    peer: GroupPeer,
    port: Port,
    why: string,
    peerName: NamePart = describePeer(peer),
  ): void {
    this.countRule(direction, peer, port, why);
    const name = resourceName(this.#name, direction === 'ingress' ? 'from' : 'to', peerName, renderPort(port));
    defineGroupRule(this, name, { securityGroupId: this.id, direction, peer, port, why });
  }

  /** Counts a rule that stands elsewhere, with the peering that it needs. */
  countRule(direction: 'ingress' | 'egress', peer: GroupPeer, port: Port, why: string): void {
    this.#book.add({ direction, peer: describePeer(peer), port, why, ...(peer.kind === 'cidr' ? { cidr: peer.cidr } : {}) });
  }
}

/** One rule of a group that may stand in another account. */
export interface GroupRuleProps {
  readonly securityGroupId: string;
  readonly direction: 'ingress' | 'egress';
  readonly peer: GroupPeer;
  readonly port: Port;
  readonly why: string;
  /** @default - the stack's */
  readonly provider?: TerraformProvider;
  /** What must be there before AWS takes the rule. @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** Writes down a rule, counted or not. */
export function defineGroupRule(scope: Construct, name: ResourceName, props: GroupRuleProps): void {
  const { securityGroupId, direction, peer, port, why, provider, dependsOn } = props;
  const config = {
    securityGroupId,
    description: why,
    ...rulePorts(port),
    ...peerAttribute(peer),
    ...(provider === undefined ? {} : { provider }),
    ...(dependsOn === undefined ? {} : { dependsOn: [...dependsOn] }),
  };
  if (direction === 'ingress') define(scope, VpcSecurityGroupIngressRule, name, config);
  else define(scope, VpcSecurityGroupEgressRule, name, config);
}

function describePeer(peer: GroupPeer): string {
  switch (peer.kind) {
    case 'group':
      return peer.group.groupName;
    case 'group-id':
      return peer.name;
    case 'cidr':
      return peer.cidr.toString();
    case 'prefix-list':
      return `prefix-list:${peer.name}`;
  }
}

function peerAttribute(peer: GroupPeer): {
  referencedSecurityGroupId?: string;
  cidrIpv4?: string;
  cidrIpv6?: string;
  prefixListId?: string;
} {
  switch (peer.kind) {
    case 'group':
      return { referencedSecurityGroupId: peer.group.id };
    case 'group-id':
      return { referencedSecurityGroupId: peer.id };
    case 'cidr':
      return peer.cidr.family === 'v4' ? { cidrIpv4: peer.cidr.toString() } : { cidrIpv6: peer.cidr.toString() };
    case 'prefix-list':
      return { prefixListId: peer.id };
  }
}
