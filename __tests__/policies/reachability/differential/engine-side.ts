import { Cidr, type Family } from '../../../../modules/core/cidr';
import { ICMP, ICMPV6, type NetworkFacts, TCP, type Traffic, UDP } from '../../../../policies/model/network';
import { Prover } from '../../../../policies/reachability/prover';
import type { Answer, End, Packet } from '../../../../policies/reachability/query';
import type { Corner } from '../../../../policies/reachability/region/box';
import { placeOf } from '../../../../policies/reachability/region/protocols';
import { has } from '../../../../policies/reachability/region/region';
import { addressNumber, type Kind } from '../oracle/addresses';
import type { Header } from '../oracle/header';
import type { Asked } from '../oracle/random/space';
import { type Kinds, type Place, sure, type World } from '../oracle/world';

/** What the prover says of single packets between two ends. */
export interface Passing {
  readonly strict: { readonly arrives: boolean; readonly works: boolean };
  readonly lenient: { readonly arrives: boolean; readonly works: boolean };
}

function cornerOf({ kind, src, dst, protocol, a, b, nat }: Header, service: boolean): Corner {
  const coordinate = (address: bigint): number | bigint => (kind === 'v4' ? Number(address) : address);
  // The first set of addresses that no document tells lies right behind the last literal one.
  const target = service ? dst + (1n << 32n) : dst;
  return [placeOf(protocol, kind), coordinate(src), coordinate(target), a, b, nat];
}

/** What is asked in the words of the oracle, in those of the product. */
export function trafficOf(asked: Asked): Traffic {
  if (asked.protocol === 'all') return { protocol: 'all' };
  const { protocol, ports, icmp }: Kinds = asked;
  if (protocol === TCP || protocol === UDP) {
    const [from, to] = ports ?? [0, 65535];
    return { protocol, ports: { from: sure(from), to: sure(to) } };
  }
  if (protocol !== ICMP && protocol !== ICMPV6) return { protocol: 'other', number: protocol };
  const [type, code] = icmp ?? [-1, -1];
  return { protocol, ...(type === -1 ? {} : { type }), ...(code === -1 ? {} : { code }) };
}

/** The prover over one rendering of a world, asked in the oracle's words. */
export class EngineSide {
  private readonly prover: Prover;

  constructor(
    private readonly facts: NetworkFacts,
    private readonly world: World,
  ) {
    this.prover = new Prover(facts);
  }

  private listKey(name: string): string {
    const service = this.world.lists.find((list) => list.name === name)?.service;
    const found = [...this.facts.prefixLists.values()].find((list) => list.service === service);
    return found?.key ?? 'not read';
  }

  /** An end of the oracle's as the prover knows it. */
  endOf(place: Place): End {
    switch (place.kind) {
      case 'internet':
        return place;
      case 'outside':
        return { kind: 'outside', name: place.block, block: { kind: 'literal', cidr: Cidr.parse(place.block) } };
      case 'service':
        return { kind: 'service', name: place.list, list: this.listKey(place.list) };
      case 'interface': {
        const { subnet, groups, addresses, publicIpv4, ipv6 } = place;
        return {
          kind: 'interface',
          name: subnet,
          subnet: `net:aws_subnet.${subnet}`,
          groups: groups === 'open' ? groups : groups.map((group) => `net:aws_security_group.${group}`),
          ...(addresses ? { addresses: addresses.map((text) => ({ kind: 'literal', cidr: Cidr.parse(text) })) } : {}),
          publicIpv4,
          ipv6,
        };
      }
    }
  }

  /** Membership of packets in what passes. */
  passing(from: Place, to: Place, kind: Kind): (packet: Header) => Passing {
    const [strict, lenient] = (['strict', 'lenient'] as const).map((reading) =>
      this.prover.connections(this.endOf(from), this.endOf(to), kind, reading, { protocol: 'all' }, { from: 0, to: 65535 }),
    );
    return (packet) => {
      const corner = cornerOf(packet, to.kind === 'service');
      const of = (connections: typeof strict): Passing['strict'] => ({
        arrives: has(connections?.arrives ?? [], corner),
        works: has(connections?.works ?? [], corner),
      });
      return { strict: of(strict), lenient: of(lenient) };
    };
  }

  answer(from: Place, to: Place, family: Family, asked: Asked, client: readonly [number, number]): Answer {
    const clientPorts = { from: client[0], to: client[1] };
    return this.prover.answer({ from: this.endOf(from), to: this.endOf(to), family, traffic: trafficOf(asked), clientPorts });
  }
}

/** A witness as the oracle walks it; nothing where its addresses are only named. */
export function headerOf(kind: Kind, { src, dst, protocol, srcPort, dstPort, natPort }: Packet): Header | undefined {
  const isAddress = (text: string): boolean => /^[0-9a-f:.]+$/.test(text);
  if (!isAddress(src) || !isAddress(dst)) return undefined;
  return { kind, src: addressNumber(src), dst: addressNumber(dst), protocol, a: srcPort, b: dstPort, nat: natPort ?? 1024 };
}
