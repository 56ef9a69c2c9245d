import { Unknown } from '../../../term';
import type { Key, OneOf } from '../../known';
import type { RouteTarget } from '../../routing';
import { anything, only } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';
import type { TransitMembership } from '../transit/membership';

type TargetKind = Exclude<RouteTarget['kind'], 'local' | 'blackhole'>;

/** What a resource is to a route that leads to it. */
const KIND_OF_TYPE: Readonly<Record<string, TargetKind>> = {
  aws_internet_gateway: 'internet-gateway',
  aws_egress_only_internet_gateway: 'egress-only-gateway',
  aws_nat_gateway: 'nat-gateway',
  aws_vpc_peering_connection: 'peering',
  aws_ec2_transit_gateway: 'transit-gateway',
  aws_vpn_gateway: 'edge',
  aws_ec2_carrier_gateway: 'edge',
  aws_ec2_local_gateway: 'edge',
  aws_networkmanager_core_network: 'edge',
  aws_network_interface: 'middlebox',
  aws_instance: 'middlebox',
};

/** The same by an id from outside. */
const KIND_OF_ID: Readonly<Record<string, TargetKind>> = {
  igw: 'internet-gateway',
  eigw: 'egress-only-gateway',
  nat: 'nat-gateway',
  pcx: 'peering',
  vgw: 'edge',
  cagw: 'edge',
  lgw: 'edge',
  eni: 'middlebox',
  i: 'middlebox',
  vpce: 'middlebox',
};

/** Arguments of a route, and what they lead to when what they name is of no known type. */
const ARGUMENTS: Readonly<Record<string, TargetKind | undefined>> = {
  gateway_id: undefined,
  nat_gateway_id: 'nat-gateway',
  egress_only_gateway_id: 'egress-only-gateway',
  transit_gateway_id: 'transit-gateway',
  vpc_peering_connection_id: 'peering',
};

/** Targets that are what they are whatever they name. */
const ALWAYS: Readonly<Record<string, 'edge' | 'middlebox'>> = {
  network_interface_id: 'middlebox',
  instance_id: 'middlebox',
  // Gateway load balancers and firewalls: gateway endpoints have routes of their own.
  vpc_endpoint_id: 'middlebox',
  carrier_gateway_id: 'edge',
  local_gateway_id: 'edge',
  core_network_arn: 'edge',
  odb_network_arn: 'edge',
};

/** Reads where a route leads. */
export class RouteTargets {
  constructor(
    private readonly sources: Sources,
    private readonly transit: TransitMembership,
  ) {}

  /** Where the route of this section leads: one of its arguments says it. */
  read(section: Section): OneOf<RouteTarget> {
    const argument = [...Object.keys(ARGUMENTS), ...Object.keys(ALWAYS)].find((name) => section.has(name));
    if (argument === undefined) return anything(section.gap('gateway_id', new Unknown('the route leads nowhere')));
    if (section.find(argument) === 'local') return only({ kind: 'local' });
    const named = section.findNamed(argument) ?? { choices: [] };
    const always = ALWAYS[argument];
    if (always !== undefined) {
      return only({ kind: always, key: named.choices[0] ?? `${section.origin.key}.${argument}` });
    }
    return { ...named, choices: named.choices.flatMap((key) => this.target(key, ARGUMENTS[argument])) };
  }

  private target(key: Key, otherwise: TargetKind | undefined): RouteTarget[] {
    const kind = this.kindOf(key) ?? otherwise;
    // What it is isn't known, so what it lets pass isn't either.
    return [{ kind: kind ?? 'middlebox', key }];
  }

  private kindOf(key: Key): TargetKind | undefined {
    const fact = this.sources.findFact(key);
    if (fact === undefined) {
      const prefix = key.split('-')[0] ?? '';
      return prefix === 'tgw' ? this.transitKind(key) : KIND_OF_ID[prefix];
    }
    if (fact.type === 'aws_vpc_endpoint') {
      return fact.body.vpc_endpoint_type === 'GatewayLoadBalancer' ? 'middlebox' : 'gateway-endpoint';
    }
    if (fact.type === 'aws_ec2_transit_gateway' && fact.mode === 'data') return this.transitKind(key);
    return KIND_OF_TYPE[fact.type];
  }

  /** A transit gateway that no document describes is an edge, unless attachments to it stand here. */
  private transitKind(key: Key): TargetKind {
    return this.transit.has(key) ? 'transit-gateway' : 'edge';
  }
}
