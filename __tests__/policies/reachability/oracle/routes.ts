import { holds, type Kind, spanOf } from './addresses';
import type { Hits } from './laws';
import { named, type Route, sure, type Subnet, type Table, type Target, type Vpc, type World } from './world';

/** Where a table sends an address. */
export type Hop =
  Target | { readonly to: 'local' } | { readonly to: 'endpoint'; readonly name: string } | { readonly to: 'nowhere' };

interface Candidate {
  readonly length: number;
  /** Law 7: of equal lengths the higher rank wins. */
  readonly rank: number;
  readonly hop: Hop;
}

/** Law 7: the route tables of a world. */
export class Routes {
  constructor(
    private readonly world: World,
    private readonly hits: Hits,
  ) {}

  vpcOf(subnet: string): Vpc {
    return named(this.world.vpcs, named(this.world.subnets, subnet).vpc);
  }

  private tableOf({ table, vpc }: Subnet): Table | undefined {
    const name = sure(table);
    this.hits.hit(name === null ? '7 the main table decides' : '7 a table of its own decides');
    return name === null
      ? this.world.tables.find((each) => each.vpc === vpc && each.main !== 'no')
      : named(this.world.tables, name);
  }

  private blocksOf(route: Route): readonly string[] {
    const { destination } = route;
    return 'block' in destination ? [sure(destination.block)] : sure(named(this.world.lists, destination.list).blocks);
  }

  /** AWS lets a middlebox take the place of the local route. */
  private rankOf({ destination, target }: Route): number {
    if ('list' in destination) return 1;
    return target.to === 'middlebox' ? 4 : 2;
  }

  private endpointsOf(table: Table, kind: Kind, address: bigint): Candidate[] {
    return this.world.endpoints
      .filter(({ tables }) => tables.includes(table.name))
      .flatMap(({ name, list }) =>
        sure(named(this.world.lists, list).blocks)
          .filter((block) => holds(block, kind, address))
          .map((block) => ({ length: spanOf(block).length, rank: 1, hop: { to: 'endpoint' as const, name } })),
      );
  }

  /** What a table says of an address; where it is left out there are only the VPC's own blocks. */
  private candidates(vpc: Vpc, table: Table | undefined, kind: Kind, address: bigint): Candidate[] {
    const local = vpc.blocks
      .filter((block) => holds(block, kind, address))
      .map((block) => ({ length: spanOf(block).length, rank: 3, hop: { to: 'local' as const } }));
    if (!table) return local;
    const written = table.routes.flatMap((route) =>
      this.blocksOf(route)
        .filter((block) => holds(block, kind, address))
        .map((block) => {
          if ('list' in route.destination) this.hits.hit('7 a list is a destination');
          return { length: spanOf(block).length, rank: this.rankOf(route), hop: route.target };
        }),
    );
    return [...local, ...written, ...this.endpointsOf(table, kind, address)];
  }

  /** Where the table that decides for this subnet sends the address. */
  from(subnet: string, kind: Kind, address: bigint): Hop {
    const own = named(this.world.subnets, subnet);
    const found = this.candidates(this.vpcOf(subnet), this.tableOf(own), kind, address);
    const longest = Math.max(...found.map(({ length }) => length));
    const equals = found.filter(({ length }) => length === longest);
    const best = equals.reduce<Candidate | undefined>((top, each) => (!top || each.rank > top.rank ? each : top), undefined);
    this.hits.when(
      found.some(({ length }) => length < longest),
      '7 the longest prefix wins',
    );
    this.hits.when(best?.rank === 3 && equals.some(({ hop }) => hop.to !== 'local'), '7 local wins over its equal');
    this.hits.when(best === undefined, '7 no route');
    return best?.hop ?? { to: 'nowhere' };
  }

  /** Whether the table of this subnet delivers the address within its VPC. */
  isLocal(subnet: string, kind: Kind, address: bigint): boolean {
    return this.from(subnet, kind, address).to === 'local';
  }
}
