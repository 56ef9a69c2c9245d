import type { GatewayEndpoint, Route } from '../../routing';
import type { Key, OneOf } from '../../known';
import type { PrefixLists } from '../addresses/prefix-lists';
import { findOnly, only } from '../one-of';
import type { Placement } from '../placement';
import type { Section } from '../section';
import type { Sources } from '../sources';
import type { Vpcs } from '../vpc/vpcs';

/** The gateway endpoints of the documents: S3 and DynamoDB by routes. */
export class GatewayEndpoints {
  private readonly endpoints = new Map<Key, GatewayEndpoint>();

  constructor(
    private readonly sources: Sources,
    lists: PrefixLists,
    vpcs: Vpcs,
  ) {
    for (const section of sources.of('aws_vpc_endpoint')) {
      const { key } = section.origin;
      const list = lists.ofEndpoint(section.origin);
      if (list !== undefined) this.endpoints.set(key, { key, vpc: vpcs.of(section), list });
    }
  }

  /** The routes that AWS writes for them into the tables they are associated with. */
  route(routes: Placement<Route>): void {
    for (const section of this.sources.of('aws_vpc_endpoint')) {
      const { items, rest } = section.namedAll('route_table_ids');
      const tables = rest === undefined ? items : [...items, { choices: [], open: rest }];
      for (const table of tables) this.put(routes, table, only(section.origin.key), section);
    }
    for (const section of this.sources.of('aws_vpc_endpoint_route_table_association')) {
      const endpoints = section.findNamed('vpc_endpoint_id');
      const table = section.findNamed('route_table_id');
      if (endpoints !== undefined && table !== undefined) this.put(routes, table, endpoints, section);
    }
  }

  private put(routes: Placement<Route>, table: OneOf<Key>, endpoints: OneOf<Key>, { origin }: Section): void {
    const certain = findOnly(endpoints) !== undefined && origin.repeated === undefined;
    for (const key of endpoints.choices) {
      const endpoint = this.endpoints.get(key);
      if (endpoint === undefined) continue;
      const route: Route = { origin, certain, destination: endpoint.list, target: only({ kind: 'gateway-endpoint', key }) };
      // A set of tables names some of several maybe twice, and AWS takes the same table again.
      routes.put(table, () => route, false);
    }
  }

  /** Every gateway endpoint. */
  all(): ReadonlyMap<Key, GatewayEndpoint> {
    return this.endpoints;
  }
}
