import type { Host, Key, NetworkFacts, OneOf } from '../../model/network';
import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { proverOf } from '../reachability/proven';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/unused-endpoint';
const FIX = 'let in by its group what calls the service, or take the endpoint away: each of its interfaces costs money';

/** Endpoints that the configuration made, by key: whether a flow names them. */
function declaredUses({ intent }: Universe): ReadonlyMap<Key, boolean> {
  const flows = new Set((intent?.flows ?? []).flatMap(({ network, from, to }) => [`${network} ${from}`, `${network} ${to}`]));
  return new Map(
    (intent?.networks ?? []).flatMap(({ network, stack, endpoints }) =>
      endpoints.map(({ service, address }) => [`${stack}:${address}`, flows.has(`${network} endpoint:${service}`)] as const),
    ),
  );
}

/** Whether the groups of an endpoint let in anybody, or why that isn't known. */
function letsIn({ groups }: Host, facts: NetworkFacts): boolean | Unknown {
  if (groups === 'none') return true;
  if (groups instanceof Unknown) return groups;
  const open = groups.find((group) => group.open !== undefined || group.choices.length > 1);
  const carried = groups.flatMap(({ choices }) => choices.map((key) => facts.groups.get(key)));
  if (carried.some((group) => group?.ingress.some(({ certain }) => certain) === true)) return true;
  const incomplete = carried.find((group) => group?.incomplete !== undefined)?.incomplete;
  if (incomplete !== undefined) return incomplete;
  if (open !== undefined) return open.open ?? new Unknown('it carries one of several groups');
  const maybe = carried.flatMap((group) => group?.ingress ?? [])[0];
  return maybe === undefined ? false : new Unknown(`${maybe.origin.address} may be a rule of its group`);
}

function interfaceFindings(facts: NetworkFacts, declared: ReadonlyMap<Key, boolean>): readonly Finding[] {
  return [...facts.hosts.values()].flatMap((host): readonly Finding[] => {
    if (host.kind !== 'interface-endpoint' || declared.has(host.key)) return [];
    const admits = letsIn(host, facts);
    if (admits === true) return [];
    if (admits === false) return [findingOn(ID, host.origin, 'its groups let in nobody', FIX)];
    return [findingOn(ID, host.origin, `whether its groups let in anybody isn't known: ${admits.why}`, FIX, 'unknown')];
  });
}

/** The gateway endpoints that some route leads to, surely or maybe. */
function routed({ tables }: NetworkFacts): ReadonlySet<Key> {
  const targets = [...tables.values()].flatMap(({ routes }) => routes.flatMap(({ target }) => target.choices));
  return new Set(targets.flatMap((hop) => (hop.kind === 'gateway-endpoint' ? [hop.key] : [])));
}

/** Why a route may be missing in a table of the VPC. */
function findIncomplete({ tables }: NetworkFacts, { choices, open }: OneOf<Key>): Unknown | undefined {
  const own = [...tables.values()].filter(
    ({ vpc }) => vpc.open !== undefined || vpc.choices.some((key) => choices.includes(key)),
  );
  return open ?? own.find(({ incomplete }) => incomplete !== undefined)?.incomplete;
}

function gatewayFindings(
  facts: NetworkFacts,
  declared: ReadonlyMap<Key, boolean>,
  factOf: (key: Key) => ResourceFact | undefined,
): readonly Finding[] {
  const used = routed(facts);
  return [...facts.gatewayEndpoints.values()].flatMap(({ key, vpc }): readonly Finding[] => {
    const fact = factOf(key);
    if (fact === undefined || used.has(key) || declared.has(key)) return [];
    const open = findIncomplete(facts, vpc);
    const problem =
      open === undefined ? 'no route table leads to it' : `whether a route table leads to it isn't known: ${open.why}`;
    return [
      findingOn(
        ID,
        fact,
        problem,
        'name its tables in route_table_ids, or take it away',
        open === undefined ? 'violated' : 'unknown',
      ),
    ];
  });
}

/** An endpoint is there for somebody: who uses none of it pays for it, and takes it for protection. */
export const unusedEndpoint: Rule = {
  id: ID,
  summary: 'Every VPC endpoint is used',
  judge: (universe) => {
    const { facts } = proverOf(universe);
    const declared = declaredUses(universe);
    const endpoints = new Map([...factsOf(universe, 'aws_vpc_endpoint')].map((fact) => [fact.key, fact]));
    const unnamed = [...declared].flatMap(([key, isUsed]) => (isUsed ? [] : (endpoints.get(key) ?? [])));
    return [
      ...unnamed.map((fact) => findingOn(ID, fact, 'no flow names it', 'declare a flow to it, or take it out of endpoints')),
      ...interfaceFindings(facts, declared),
      ...gatewayFindings(facts, declared, (key) => endpoints.get(key)),
    ];
  },
};
