import { Filters } from './filters';
import type { Hits } from './laws';
import { Routes } from './routes';
import { type InternetGateway, MAIN_REGION, named, type World } from './world';

/** Law 17: what is left of the internet. */
export type Access = 'all' | 'egress' | 'none';

/** What every way goes over: the world, its filters and its tables. */
export class Ground {
  readonly filters: Filters;
  readonly routes: Routes;

  constructor(
    readonly world: World,
    readonly hits: Hits,
  ) {
    this.filters = new Filters(world, hits);
    this.routes = new Routes(world, hits);
  }

  zoneOf(subnet: string): string {
    return named(this.world.subnets, subnet).zone;
  }

  gatewayOf(vpc: string): InternetGateway | undefined {
    return this.world.internetGateways.find((each) => each.vpc === vpc);
  }

  /** Law 17: the subnet's own exclusion, else the VPC's, else the mode of the Region. */
  accessOf(subnet: string): Access {
    const { mode, exclusions } = this.world.publicAccess;
    const vpc = this.routes.vpcOf(subnet);
    if (mode === 'off' || vpc.region !== MAIN_REGION) return 'all';
    const excluded =
      exclusions.find((each) => each.of === 'subnet' && each.name === subnet) ??
      exclusions.find((each) => each.of === 'vpc' && each.name === vpc.name);
    if (excluded) return excluded.mode === 'allow-bidirectional' ? 'all' : 'egress';
    return mode === 'block-ingress' ? 'egress' : 'none';
  }

  /** Whether this passes: NAT and egress-only gateways outbound, else both ways of an internet gateway. */
  admitsPublic(subnet: string, kind: 'outbound only' | 'gateway'): boolean {
    const access = this.accessOf(subnet);
    this.hits.when(access === 'none', '17 blocks everything');
    this.hits.when(access === 'egress' && kind === 'gateway', '17 only outbound');
    return access === 'all' || (access === 'egress' && kind === 'outbound only');
  }
}
