import { Route } from '@cdktf/provider-aws/lib/route';
import { VpcEndpointRouteTableAssociation } from '@cdktf/provider-aws/lib/vpc-endpoint-route-table-association';
import type { Construct } from 'constructs';

import { define } from '../../terraform';
import type { RouteNeed } from '../flows/compiled-network';
import type { Endpoints } from '../endpoints/endpoints';
import type { Gateways } from './gateways';
import type { TierSubnets, ZoneSubnet } from '../tiers/subnets';
import type { VpcPlan } from './vpc-plan';

const ANYWHERE = { v4: '0.0.0.0/0', v6: '::/0' } as const;

/** What routes lead to. */
export interface RouteTargets {
  readonly gateways: Gateways;
  readonly endpoints: Endpoints;
}

function gatewayAttribute(id: string): { transitGatewayId: string } | { gatewayId: string } {
  return id.startsWith('tgw-') ? { transitGatewayId: id } : { gatewayId: id };
}

function addRoute(
  scope: Construct,
  plan: VpcPlan,
  { gateways, endpoints }: RouteTargets,
  need: RouteNeed,
  zone: string,
  { routeTable }: ZoneSubnet,
): void {
  const { names } = plan;
  const routeTableId = routeTable.id;
  const from = [names.tier(need.tier), zone, 'to'] as const;
  switch (need.kind) {
    case 'internet': {
      const gatewayId = gateways.internet?.id;
      if (gatewayId === undefined) throw new Error('a route needs the internet gateway and there is none');
      const destination =
        need.family === 'v4' ? { destinationCidrBlock: ANYWHERE.v4 } : { destinationIpv6CidrBlock: ANYWHERE.v6 };
      define(scope, Route, names.of(...from, `internet-${need.family}`), { routeTableId, gatewayId, ...destination });
      return;
    }
    case 'nat':
      define(scope, Route, names.of(...from, 'nat'), {
        routeTableId,
        natGatewayId: gateways.natFor(zone).id,
        destinationCidrBlock: ANYWHERE.v4,
      });
      return;
    case 'egress-only': {
      const egressOnlyGatewayId = gateways.egressOnly?.id;
      if (egressOnlyGatewayId === undefined) throw new Error('a route needs the egress-only gateway and there is none');
      define(scope, Route, names.of(...from, 'egress-only'), {
        routeTableId,
        egressOnlyGatewayId,
        destinationIpv6CidrBlock: ANYWHERE.v6,
      });
      return;
    }
    case 'on-premises': {
      const { name, range, family } = need;
      define(scope, Route, names.of(...from, `onprem:${name}`, range), {
        routeTableId,
        ...gatewayAttribute(plan.onPremises.get(name)?.gateway ?? ''),
        ...(family === 'v4' ? { destinationCidrBlock: range } : { destinationIpv6CidrBlock: range }),
      });
      return;
    }
    case 'gateway-endpoint': {
      const vpcEndpointId = endpoints.gateway(need.service).id;
      define(scope, VpcEndpointRouteTableAssociation, names.of(...from, `endpoint:${need.service}`), {
        routeTableId,
        vpcEndpointId,
      });
      return;
    }
    case 'peering':
      // Both sides' peering routes stand with the peering, in the stack that is applied second.
      return;
  }
}

/** Writes down every route that the flows need, and no other. */
export function addRoutes(scope: Construct, plan: VpcPlan, targets: RouteTargets, tiers: ReadonlyMap<string, TierSubnets>): void {
  for (const need of plan.flows.routes) {
    for (const [zone, subnet] of tiers.get(need.tier)?.zones ?? []) addRoute(scope, plan, targets, need, zone, subnet);
  }
}
