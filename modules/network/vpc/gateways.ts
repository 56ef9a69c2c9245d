import { Eip } from '@cdktf/provider-aws/lib/eip';
import { EgressOnlyInternetGateway } from '@cdktf/provider-aws/lib/egress-only-internet-gateway';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';

import { define } from '../../terraform';
import { NAT_TIER } from '../flows/network-view';
import type { TierSubnets } from '../tiers/subnets';
import type { VpcPlan } from './vpc-plan';

/** The gateways that the routes of a network need; none that no route needs. */
export class Gateways extends Construct {
  readonly internet?: InternetGateway;
  readonly egressOnly?: EgressOnlyInternetGateway;
  /** By zone. */
  readonly nat: ReadonlyMap<string, NatGateway>;

  constructor(scope: Construct, plan: VpcPlan, vpc: Vpc, tiers: ReadonlyMap<string, TierSubnets>) {
    super(scope, 'gateways');
    const { names, physical } = plan;
    const needs = new Set(plan.flows.routes.map((need) => need.kind));
    const tags = { Name: physical.network };
    if (needs.has('internet')) this.internet = define(this, InternetGateway, names.of('internet'), { vpcId: vpc.id, tags });
    if (needs.has('egress-only')) {
      this.egressOnly = define(this, EgressOnlyInternetGateway, names.of('egress-only'), { vpcId: vpc.id, tags });
    }
    const nat = new Map<string, NatGateway>();
    for (const zone of plan.natZones) nat.set(zone, this.#natGateway(plan, zone, tiers.get(NAT_TIER)));
    this.nat = nat;
  }

  #natGateway({ names, physical, closing }: VpcPlan, zone: string, subnets: TierSubnets | undefined): NatGateway {
    const place = subnets?.zones.get(zone);
    if (place === undefined || this.internet === undefined) {
      throw new Error(`NAT in zone ${zone} has no subnet or no internet gateway`);
    }
    const name = names.of(NAT_TIER, zone);
    const tags = { Name: `${physical.network}/${NAT_TIER}/${zone}` };
    // Others let this address in by name, so it outlives every edit but the end of the network or zone.
    const address = define(this, Eip, name, { domain: 'vpc', tags, ...(closing ? {} : { lifecycle: { preventDestroy: true } }) });
    return define(this, NatGateway, name, {
      allocationId: address.id,
      subnetId: place.subnet.id,
      tags,
      dependsOn: [this.internet],
    });
  }

  /** The NAT gateway for a zone: its own, else the only one there is. */
  natFor(zone: string): NatGateway {
    const gateway = this.nat.get(zone) ?? [...this.nat.values()][0];
    if (gateway === undefined) throw new Error('a route needs NAT and there is none');
    return gateway;
  }
}
