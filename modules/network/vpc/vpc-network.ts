import { Vpc as AwsVpc } from '@cdktf/provider-aws/lib/vpc';
import { VpcIpv4CidrBlockAssociation } from '@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association';
import { Construct } from 'constructs';

import { define } from '../../terraform';
import { NAT_TIER } from '../flows/network-view';
import { addDhcpOptions } from './dhcp';
import { Endpoints } from '../endpoints/endpoints';
import { FlowLogs } from './flow-logs';
import { Gateways } from './gateways';
import { lockDefaults } from './locked-defaults';
import { OutputParameters } from './output-parameters';
import { addRoutes } from './routes';
import { SecurityGroups } from '../tiers/security-groups';
import { TierSubnets } from '../tiers/subnets';
import { TierAcls } from '../tiers/tier-acls';
import type { VpcPlan } from './vpc-plan';

/** A VPC as planned: it decides nothing, it writes down. Every resource is reachable through its parts. */
export class VpcNetwork extends Construct {
  readonly resource: AwsVpc;
  readonly tiers: ReadonlyMap<string, TierSubnets>;
  readonly groups: SecurityGroups;
  readonly acls: TierAcls;
  readonly gateways: Gateways;
  readonly endpoints: Endpoints;
  readonly flowLogs: FlowLogs;

  constructor(
    scope: Construct,
    id: string,
    readonly plan: VpcPlan,
  ) {
    super(scope, id);
    const { names } = plan;
    this.resource = define(this, AwsVpc, names.of('vpc'), {
      cidrBlock: plan.addresses.vpc.toString(),
      enableDnsSupport: true,
      enableDnsHostnames: true,
      ...(plan.dualStack ? { assignGeneratedIpv6CidrBlock: true } : {}),
      tags: { Name: plan.physical.network },
      ...(plan.closing ? {} : { lifecycle: { preventDestroy: true } }),
    });
    const ranges = new Map(
      [...plan.addresses.ranges].map(([range, cidr]) => [
        range,
        define(this, VpcIpv4CidrBlockAssociation, names.of('range', names.range(range)), {
          vpcId: this.resource.id,
          cidrBlock: cidr.toString(),
        }),
      ]),
    );
    const tierNames = [...plan.tiers.keys(), ...(plan.natZones.length === 0 ? [] : [NAT_TIER])];
    this.tiers = new Map(tierNames.map((tier) => [tier, new TierSubnets(this, tier, plan, { vpc: this.resource, ranges })]));
    this.gateways = new Gateways(this, plan, this.resource, this.tiers);
    this.groups = new SecurityGroups(this, plan, this.resource);
    this.endpoints = new Endpoints(this, plan, this.resource, this.tiers, this.groups.byName);
    this.groups.addRules(plan.flows.rules, this.endpoints);
    this.acls = new TierAcls(this, plan, this.resource, this.tiers);
    this.flowLogs = new FlowLogs(this, plan, this.resource);
    addRoutes(this, plan, { gateways: this.gateways, endpoints: this.endpoints }, this.tiers);
    lockDefaults(this, plan, this.resource);
    addDhcpOptions(this, plan, this.resource);
    if (plan.parameterPath !== undefined) {
      new OutputParameters(this, plan, plan.parameterPath).write(this.resource, this.tiers, this.groups);
    }
  }
}
