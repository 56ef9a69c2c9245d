import { NetworkAcl as AwsNetworkAcl } from '@cdktf/provider-aws/lib/network-acl';
import { NetworkAclAssociation } from '@cdktf/provider-aws/lib/network-acl-association';
import { NetworkAclRule } from '@cdktf/provider-aws/lib/network-acl-rule';
import { Construct } from 'constructs';

import { Cidr } from '../../core/cidr';
import { parsePort, type Port, renderPort } from '../../core/port';
import { type NamePart, resourceName, type ResourceName } from '../../core/resource-name';
import { define } from '../../terraform';
import { DEFAULT_QUOTAS } from '../vpc/vpc-plan';
import { AclEntryBook } from './acl-entry-book';
import { aclPorts } from './rule-ports';

/** A network ACL of its own. */
export interface NetworkAclProps {
  readonly vpcId: string;
  /** The Name tag. */
  readonly name: string;
  /** The first part of the addresses of ACL, entries and associations. @default - the construct's id */
  readonly resourceName?: ResourceName;
  /** Entries per direction and family, the default deny included. @default 20 @unit entries @source VPC quotas, at most 40 */
  readonly quota?: number;
}

/** One entry of a network ACL. */
export interface NetworkAclEntry {
  readonly direction: 'in' | 'out';
  /** Entries are read in the order of their numbers, 1 to 32766. */
  readonly number: number;
  /** A block, or an expression that becomes an IPv6 block. */
  readonly peer: Cidr | { readonly ipv6: string };
  readonly port: Port | string;
  /** @default allow */
  readonly action?: 'allow' | 'deny';
  /** The last parts of the entry's address. @default - peer and port */
  readonly nameParts?: readonly NamePart[];
}

/** A network ACL: stateless, so every flow through it needs an entry each way. Without entries it lets nothing pass. */
export class NetworkAcl extends Construct {
  /** The underlying resource. */
  readonly resource: AwsNetworkAcl;
  readonly #name: ResourceName;
  readonly #book: AclEntryBook;

  constructor(scope: Construct, id: string, props: NetworkAclProps) {
    super(scope, id);
    this.#name = props.resourceName ?? resourceName(id);
    this.#book = new AclEntryBook(`NetworkAcl "${props.name}"`, props.quota ?? DEFAULT_QUOTAS.aclEntries);
    this.resource = define(this, AwsNetworkAcl, props.resourceName ?? resourceName(id), {
      vpcId: props.vpcId,
      tags: { Name: props.name },
    });
  }

  /** Puts a subnet behind this ACL. The key names it: a zone, say. */
  attach(key: string, subnetId: string): void {
    define(this, NetworkAclAssociation, resourceName(this.#name, key), { networkAclId: this.resource.id, subnetId });
  }

  /**
   * Adds an entry.
   * @throws InputError LZ-PORT-n, LZ-NET-4 to LZ-NET-6
   */
  addEntry(entry: NetworkAclEntry): void {
    const { direction, number, peer, action = 'allow' } = entry;
    const port = typeof entry.port === 'string' ? parsePort(entry.port) : entry.port;
    const block = peer instanceof Cidr ? peer : undefined;
    const family = block?.family ?? 'v6';
    const peerText = block?.toString() ?? 'ipv6';
    this.#book.add({ direction, number, family, label: `${direction} ${peerText} ${renderPort(port)}` });
    const parts = [...(entry.nameParts ?? [peerText, renderPort(port)]), ...(action === 'deny' ? ['deny'] : [])];
    define(this, NetworkAclRule, resourceName(this.#name, direction, ...parts), {
      networkAclId: this.resource.id,
      egress: direction === 'out',
      ruleNumber: number,
      ruleAction: action,
      ...aclPorts(port),
      ...(family === 'v4' ? { cidrBlock: peerText } : { ipv6CidrBlock: peer instanceof Cidr ? peer.toString() : peer.ipv6 }),
    });
  }
}
