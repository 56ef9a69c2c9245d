import { findZoneLetter } from '../../../../../modules/core/aws/region';
import type { IntentNetwork } from '../../../../../modules/core/intent';
import type { Key, Subnet } from '../../../../model/network';
import { type Term, Unknown } from '../../../../model/term';
import { describeTerm } from '../../../../model/term-text';
import { blockText } from '../../../../reachability/filter/address-text';
import { type ExitBook, exitNames } from './exits';
import type { NodeView } from './network-view';
import type { VpcParts } from './vpc-parts';

/** `com.amazonaws.eu-west-1.ssm`, the Region filled in or not. */
const SERVICE = /^(?:cn\.)?com\.amazonaws\.[^.]+\.(.+)$/;

/** A key without its stack: networks of one kind have the same. */
export function addressOf(key: Key): string {
  return key.slice(key.indexOf(':') + 1);
}

function zoneOf({ zone }: Subnet): string {
  if (zone instanceof Unknown) return 'zone not known';
  // What is left to tell zones of one Region apart is the letter.
  return findZoneLetter(zone) ?? zone;
}

function addressesOf({ ipv4, ipv6 }: Subnet): readonly string[] {
  const four = ipv4 === undefined ? [] : [ipv4 instanceof Unknown ? 'IPv4 not known' : blockText(ipv4)];
  if (ipv6 === undefined) return four;
  if (ipv6 instanceof Unknown) return [...four, 'IPv6 not known'];
  if (ipv6.kind === 'literal') return [...four, ipv6.cidr.toString()];
  return [...four, `IPv6 part ${ipv6.number}`];
}

function serviceText(term: Term | undefined): string {
  const text = typeof term === 'string' ? term : describeTerm(term ?? null);
  return SERVICE.exec(text)?.[1] ?? text;
}

/** The boxes of a VPC. */
export class Nodes {
  constructor(
    private readonly parts: VpcParts,
    private readonly exits: ExitBook,
    private readonly names: ReadonlyMap<Key, IntentNetwork>,
  ) {}

  subnet(subnet: Subnet): NodeView {
    const nats = this.parts.natGatewaysIn(subnet.key);
    return {
      kind: 'subnet',
      addresses: addressesOf(subnet),
      notes: nats.map(({ connectivity }) => (connectivity === 'private' ? 'private NAT gateway' : 'NAT gateway')),
      zone: zoneOf(subnet),
      address: subnet.origin.address,
      leadsTo: exitNames(this.exits.of(subnet)),
    };
  }

  gateways(vpc: Key): readonly NodeView[] {
    return [
      ...this.parts.internetGatewaysOf(vpc).map(({ key }) => plain('gateway', 'Internet gateway', key)),
      ...this.parts.egressOnlyGatewaysOf(vpc).map(({ key }) => plain('gateway', 'Egress-only gateway', key, ['IPv6, outwards'])),
      ...this.parts.natGatewaysSomewhereIn(vpc).map(({ key }) => plain('gateway', 'NAT gateway', key, ['subnet not known'])),
    ];
  }

  /** Endpoints by their services. */
  endpoints(vpc: Key, network: IntentNetwork | undefined): readonly NodeView[] {
    const tiers = new Map(network?.endpoints.map(({ address, interface: own }) => [address, own?.tier]));
    const byRoutes = this.parts
      .gatewayEndpointsOf(vpc)
      .map(({ key, list }) => plain('endpoint', list.service ?? addressOf(key), key, ['by routes']));
    const byInterfaces = this.parts.interfaceEndpointsOf(vpc).map(({ key, origin }) => {
      const tier = tiers.get(origin.address);
      return plain('endpoint', serviceText(origin.body.service_name), key, [
        tier === undefined ? 'interface' : `interface in ${tier}`,
      ]);
    });
    return [...byRoutes, ...byInterfaces];
  }

  /** Other networks that the VPC is joined with, and what lies outside AWS. */
  elsewhere(vpc: Key, network: IntentNetwork | undefined): readonly NodeView[] {
    const peered = this.parts.peeringsOf(vpc).map(({ key, requester, accepter, active }) => {
      const other = [...requester.choices, ...accepter.choices].find((side) => side !== vpc);
      const state = active === true ? 'peering' : 'peering (not surely accepted)';
      return plain('elsewhere', other === undefined ? 'a VPC (not known)' : this.#nameOf(other), key, [state]);
    });
    const transits = this.parts.attachmentsOf(vpc).map(({ key, gateway }) => {
      const [name = 'not known'] = gateway.choices;
      return plain('elsewhere', addressOf(name), key, ['transit gateway']);
    });
    const edges = this.parts.edgesOf(vpc).map(({ key }) => plain('elsewhere', addressOf(key), key, ['gateway outside AWS']));
    const sites = (network?.onPremises ?? []).map(({ name, cidrs }) => ({
      ...plain('elsewhere', name, `onprem:${name}`, ['on premises']),
      addresses: cidrs,
    }));
    return [...peered, ...transits, ...edges, ...sites];
  }

  /** A VPC as people call it: without its Region, which all that it is joined with share or tell. */
  #nameOf(vpc: Key): string {
    const network = this.names.get(vpc)?.network.split('/');
    return network === undefined ? vpc : [network[0], network[2]].join('/');
  }
}

function plain(kind: NodeView['kind'], name: string, key: Key, notes: readonly string[] = []): NodeView {
  return { kind, name, addresses: [], notes, address: addressOf(key), leadsTo: [] };
}
