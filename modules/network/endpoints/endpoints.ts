import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';

import { define } from '../../terraform';
import type { SecurityGroup } from '../access/security-group';
import { endpointPolicy } from './endpoint-policy';
import type { TierSubnets } from '../tiers/subnets';
import type { VpcPlan } from '../vpc/vpc-plan';

function serviceName(region: string, service: string): string {
  return `${region.startsWith('cn-') ? 'cn.' : ''}com.amazonaws.${region}.${service}`;
}

/** The endpoints of a VPC: gateways by route, interfaces in the subnets of a tier behind a group of their own. */
export class Endpoints extends Construct {
  /** By service. */
  readonly byService: ReadonlyMap<string, VpcEndpoint>;

  constructor(
    scope: Construct,
    plan: VpcPlan,
    vpc: Vpc,
    tiers: ReadonlyMap<string, TierSubnets>,
    groups: ReadonlyMap<string, SecurityGroup>,
  ) {
    super(scope, 'endpoints');
    const byService = new Map<string, VpcEndpoint>();
    for (const [service, options] of plan.endpoints) {
      const subnets =
        options.type === 'interface' ? [...(tiers.get(options.tier)?.zones.values() ?? [])].map(({ subnet }) => subnet.id) : [];
      const group = groups.get(`endpoint:${service}`);
      const endpoint = define(this, VpcEndpoint, plan.names.of('endpoint', service), {
        vpcId: vpc.id,
        serviceName: serviceName(plan.region, service),
        vpcEndpointType: options.type === 'interface' ? 'Interface' : 'Gateway',
        policy: endpointPolicy(service, options.policy, plan.accountId, plan.region),
        tags: { Name: `${plan.physical.network}/${service}` },
        ...(options.type === 'gateway' || group === undefined
          ? {}
          : { subnetIds: subnets, securityGroupIds: [group.id], privateDnsEnabled: true }),
      });
      byService.set(service, endpoint);
    }
    this.byService = byService;
  }

  /** The gateway endpoint of a service that flows use. */
  gateway(service: string): VpcEndpoint {
    const endpoint = this.byService.get(service);
    if (endpoint === undefined) throw new Error(`flows use the endpoint ${service}, which isn't declared`);
    return endpoint;
  }
}
