import { Filters } from './filters';
import type { Hits } from './laws';
import { Routes } from './routes';
import type { Trit } from './trit';
import { type InternetGateway, MAIN_REGION, named, type World } from './world';

/** Law 17: what is left of the internet; AWS doesn't say whether `outbound` opens internet gateways, nor which of two counts. */
export type Access = 'all' | 'outbound' | 'egress' | 'none' | 'said twice';

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
    const own = exclusions.find((each) => each.of === 'subnet' && each.name === subnet);
    const whole = exclusions.find((each) => each.of === 'vpc' && each.name === vpc.name);
    if (own && whole && own.mode !== whole.mode) return 'said twice';
    const excluded = own ?? whole;
    if (excluded) return excluded.mode === 'allow-bidirectional' ? 'all' : 'outbound';
    return mode === 'block-ingress' ? 'egress' : 'none';
  }

  /** Whether this passes: NAT and egress-only gateways outbound, out by an internet gateway, in by one. */
  admitsPublic(subnet: string, kind: 'outbound only' | 'out' | 'in'): Trit {
    const access = this.accessOf(subnet);
    if (access === 'all') return 'yes';
    if (this.hits.when(access === 'said twice', '17 said twice')) return 'maybe';
    if (this.hits.when(access === 'none', '17 blocks everything')) return 'no';
    if (kind === 'outbound only') return 'yes';
    this.hits.hit('17 only outbound');
    return access === 'outbound' && kind === 'out' ? 'maybe' : 'no';
  }
}
