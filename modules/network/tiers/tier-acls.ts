import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';

import { Cidr } from '../../core/cidr';
import { renderPort } from '../../core/port';
import { NetworkAcl } from '../access/network-acl';
import { aclNumberKey } from '../addresses/network-addresses';
import type { PlacedAclEntry } from '../addresses/acl-placement';
import type { TierSubnets } from './subnets';
import type { VpcPlan } from '../vpc/vpc-plan';

/** One network ACL per tier with the entries of its flows. */
export class TierAcls extends Construct {
  readonly byTier: ReadonlyMap<string, NetworkAcl>;

  constructor(
    scope: Construct,
    private readonly plan: VpcPlan,
    private readonly vpc: Vpc,
    tiers: ReadonlyMap<string, TierSubnets>,
  ) {
    super(scope, 'network-acls');
    const { names, physical, quotas } = plan;
    this.byTier = new Map(
      [...tiers].map(([tier, { zones }]) => {
        const name = names.of(names.tier(tier));
        const acl = new NetworkAcl(this, tier, {
          vpcId: vpc.id,
          name: `${physical.network}/${tier}`,
          resourceName: name,
          quota: quotas.aclEntries,
        });
        for (const [zone, { subnet }] of zones) acl.attach(zone, subnet.id);
        return [tier, acl];
      }),
    );
    for (const entry of plan.aclEntries) this.#add(entry);
  }

  #add(entry: PlacedAclEntry): void {
    const { tier, direction, peer, block, key, port } = entry;
    const number = this.plan.addresses.aclNumbers.get(aclNumberKey(tier, direction, key));
    if (number === undefined) throw new Error(`no number for the ACL entry ${tier} ${direction} ${key}`);
    const nameParts = [this.plan.names.aclPeer(peer, block), renderPort(port)];
    this.byTier.get(tier)?.addEntry({ direction, number, port, nameParts, peer: this.#block(entry) });
  }

  #block({ peer, block }: PlacedAclEntry): Cidr | { readonly ipv6: string } {
    if (peer.kind === 'anywhere') return peer.family === 'v4' ? Cidr.anyIpv4 : Cidr.anyIpv6;
    if (peer.kind === 'cidr') return peer.cidr;
    const addresses = this.plan.addressesOf(peer.network).tiers.get(peer.tier);
    const place = addresses?.blockNumbers.indexOf(block) ?? -1;
    if (peer.family === 'v4') {
      const cidr = addresses?.blocks[place];
      if (cidr === undefined) throw new Error(`tier ${peer.tier} of ${peer.network} has no block ${String(block)}`);
      return cidr;
    }
    return { ipv6: `\${cidrsubnet(${this.vpc.fqn}.ipv6_cidr_block, 6, ${String(addresses?.ipv6Blocks[place])})}` };
  }
}
