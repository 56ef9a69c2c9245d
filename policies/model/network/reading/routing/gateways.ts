import type { Key, OneOf } from '../../known';
import type { EgressOnlyGateway, InternetGateway, RouteTable, RouteTarget } from '../../routing';
import { NONE, knownOnly, opened, union } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';
import type { Vpcs } from '../vpc/vpcs';

type Tables = ReadonlyMap<Key, RouteTable>;

/** Gateways that tables lead to and no document makes, with their table's VPC: AWS takes a route to no other. */
export function strangersOf(tables: Tables, kind: RouteTarget['kind']): ReadonlyMap<Key, OneOf<Key>> {
  const found = new Map<Key, OneOf<Key>>();
  for (const { vpc, routes } of tables.values()) {
    for (const target of routes.flatMap((route) => route.target.choices)) {
      if (target.kind === kind && 'key' in target && !found.has(target.key)) found.set(target.key, vpc);
    }
  }
  return found;
}

/** The internet gateways of the documents, and those that tables lead to. */
export function internetGateways(sources: Sources, vpcs: Vpcs, tables: Tables): ReadonlyMap<Key, InternetGateway> {
  const attached = new Map<Key, OneOf<Key>[]>();
  const attach = (gateways: OneOf<Key>, vpc: OneOf<Key>): void => {
    const sure = gateways.choices.length === 1 && gateways.open === undefined;
    const where = sure ? vpc : opened(vpc, gateways.open);
    for (const key of gateways.choices) attached.set(key, [...(attached.get(key) ?? []), where]);
  };
  for (const section of sources.of('aws_internet_gateway_attachment')) {
    attach(section.findNamed('internet_gateway_id') ?? NONE, uncertain(section, vpcs.of(section)));
  }
  const edges = edgeTables(sources);
  const made = sources.of('aws_internet_gateway').map((section): InternetGateway => {
    const { key } = section.origin;
    const own = section.has('vpc_id') ? [uncertain(section, vpcs.of(section))] : [];
    const edgeTable = edges.get(key);
    return {
      key,
      vpc: union([...own, ...(attached.get(key) ?? [])]),
      ...(edgeTable === undefined ? {} : { edgeTable: knownOnly(edgeTable) }),
    };
  });
  const strangers = [...strangersOf(tables, 'internet-gateway')].map(([key, vpc]): InternetGateway => {
    const edgeTable = edges.get(key);
    return { key, vpc, ...(edgeTable === undefined ? {} : { edgeTable: knownOnly(edgeTable) }) };
  });
  return new Map([...strangers, ...made].map((gateway) => [gateway.key, gateway]));
}

/** A count that isn't known may be none. */
function uncertain({ origin }: Section, vpc: OneOf<Key>): OneOf<Key> {
  return opened(vpc, origin.repeated);
}

function edgeTables(sources: Sources): ReadonlyMap<Key, OneOf<Key>> {
  const edges = new Map<Key, OneOf<Key>>();
  for (const section of sources.of('aws_route_table_association')) {
    for (const key of section.findNamed('gateway_id')?.choices ?? []) {
      edges.set(key, section.findNamed('route_table_id') ?? NONE);
    }
  }
  return edges;
}

/** The egress-only gateways of the documents, and those that tables lead to. */
export function egressOnlyGateways(sources: Sources, vpcs: Vpcs, tables: Tables): ReadonlyMap<Key, EgressOnlyGateway> {
  const made = sources.of('aws_egress_only_internet_gateway').map((section): EgressOnlyGateway => {
    return { key: section.origin.key, vpc: uncertain(section, vpcs.of(section)) };
  });
  const strangers = [...strangersOf(tables, 'egress-only-gateway')].map(([key, vpc]): EgressOnlyGateway => ({ key, vpc }));
  return new Map([...strangers, ...made].map((gateway) => [gateway.key, gateway]));
}
