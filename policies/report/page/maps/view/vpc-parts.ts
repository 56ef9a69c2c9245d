import type {
  EgressOnlyGateway,
  GatewayEndpoint,
  Host,
  InternetGateway,
  Key,
  NatGateway,
  NetworkFacts,
  OneOf,
  Peering,
  Subnet,
  TransitAttachment,
  VpcEdge,
} from '../../../../model/network';
import { Unknown } from '../../../../model/term';

function index<T>(things: Iterable<T>, ownersOf: (thing: T) => Iterable<Key>): (owner: Key) => readonly T[] {
  const map = new Map<Key, T[]>();
  for (const thing of things) {
    for (const owner of new Set(ownersOf(thing))) {
      const list = map.get(owner);
      if (list === undefined) map.set(owner, [thing]);
      else list.push(thing);
    }
  }
  return (owner) => map.get(owner) ?? [];
}

/** What it surely is: a picture shows nothing twice. */
export function surely({ choices, open }: OneOf<Key>): readonly Key[] {
  return open === undefined && choices.length === 1 ? choices : [];
}

/** What surely belongs to each VPC or subnet, found at once. */
export class VpcParts {
  readonly subnetsOf: (vpc: Key) => readonly Subnet[];
  readonly internetGatewaysOf: (vpc: Key) => readonly InternetGateway[];
  readonly egressOnlyGatewaysOf: (vpc: Key) => readonly EgressOnlyGateway[];
  readonly edgesOf: (vpc: Key) => readonly VpcEdge[];
  readonly peeringsOf: (vpc: Key) => readonly Peering[];
  readonly attachmentsOf: (vpc: Key) => readonly TransitAttachment[];
  readonly gatewayEndpointsOf: (vpc: Key) => readonly GatewayEndpoint[];
  readonly interfaceEndpointsOf: (vpc: Key) => readonly Host[];
  readonly natGatewaysIn: (subnet: Key) => readonly NatGateway[];
  /** Those of which the documents don't say in which of its subnets they stand. */
  readonly natGatewaysSomewhereIn: (vpc: Key) => readonly NatGateway[];
  /** Subnets of which the documents don't say in which VPC they lie. */
  readonly astray: readonly Subnet[];

  constructor(facts: NetworkFacts) {
    const subnets = [...facts.subnets.values()];
    this.subnetsOf = index(subnets, ({ vpc }) => surely(vpc));
    this.astray = subnets.filter(({ vpc }) => surely(vpc).length === 0);
    this.internetGatewaysOf = index(facts.internetGateways.values(), ({ vpc }) => surely(vpc));
    this.egressOnlyGatewaysOf = index(facts.egressOnlyGateways.values(), ({ vpc }) => surely(vpc));
    this.edgesOf = index(facts.edges.values(), ({ vpc }) => surely(vpc));
    this.peeringsOf = index(facts.peerings.values(), ({ requester, accepter }) => [...surely(requester), ...surely(accepter)]);
    this.attachmentsOf = index(facts.transitAttachments.values(), ({ vpc }) => (vpc === undefined ? [] : surely(vpc)));
    this.gatewayEndpointsOf = index(facts.gatewayEndpoints.values(), ({ vpc }) => surely(vpc));
    this.natGatewaysIn = index(facts.natGateways.values(), ({ subnet }) => surely(subnet));
    const homeOf = (subnet: Key): readonly Key[] => {
      const known = facts.subnets.get(subnet);
      return known === undefined ? [] : surely(known.vpc);
    };
    this.natGatewaysSomewhereIn = index(facts.natGateways.values(), ({ subnet }) =>
      surely(subnet).length > 0 ? [] : subnet.choices.flatMap(homeOf),
    );
    const endpoints = [...facts.hosts.values()].filter(({ kind }) => kind === 'interface-endpoint');
    this.interfaceEndpointsOf = index(endpoints, ({ subnets: own }) =>
      own instanceof Unknown ? [] : own.flatMap(surely).flatMap(homeOf),
    );
  }
}
