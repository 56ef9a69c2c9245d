import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { VpcIpv4CidrBlockAssociation } from '@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association';
import { Construct } from 'constructs';

import { define } from '../../terraform';
import type { VpcPlan } from '../vpc/vpc-plan';
import { zoneAttribute } from './zone';

/** One subnet with a route table of its own, so that no change of NAT or zones ever moves it to another table. */
export interface ZoneSubnet {
  readonly subnet: Subnet;
  readonly routeTable: RouteTable;
}

/** What the subnets hang on. */
export interface VpcParts {
  readonly vpc: Vpc;
  readonly ranges: ReadonlyMap<string, VpcIpv4CidrBlockAssociation>;
}

/** The /64 of this number in the VPC's block, which only Amazon knows. */
function ipv6Attributes(vpc: Vpc, number: number | undefined): { ipv6CidrBlock?: string } {
  return number === undefined ? {} : { ipv6CidrBlock: `\${cidrsubnet(${vpc.fqn}.ipv6_cidr_block, 8, ${String(number)})}` };
}

/** The subnets of one tier, one per zone. None gives its interfaces public addresses by itself. */
export class TierSubnets extends Construct {
  readonly zones: ReadonlyMap<string, ZoneSubnet>;

  constructor(scope: Construct, tier: string, plan: VpcPlan, { vpc, ranges }: VpcParts) {
    super(scope, `tier-${tier}`);
    const { names, physical, addresses } = plan;
    const range = plan.tiers.get(tier)?.range;
    const association = range === undefined ? undefined : ranges.get(range);
    const zones = new Map<string, ZoneSubnet>();
    for (const [zone, cidr] of addresses.tiers.get(tier)?.subnets ?? []) {
      const name = names.of(names.tier(tier), zone);
      const tags = { Name: `${physical.network}/${tier}/${zone}` };
      const subnet = define(this, Subnet, name, {
        vpcId: vpc.id,
        cidrBlock: cidr.toString(),
        ...zoneAttribute(plan.region, zone),
        ...ipv6Attributes(vpc, addresses.tiers.get(tier)?.ipv6.get(zone)),
        mapPublicIpOnLaunch: false,
        tags,
        ...(association === undefined ? {} : { dependsOn: [association] }),
      });
      const routeTable = define(this, RouteTable, name, { vpcId: vpc.id, tags });
      define(this, RouteTableAssociation, name, { subnetId: subnet.id, routeTableId: routeTable.id });
      zones.set(zone, { subnet, routeTable });
    }
    this.zones = zones;
  }
}
