import { Cidr, type Family } from '../../../../modules/core/cidr';
import type { Block, Known, NetworkFacts, Traffic } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import type { Answer, End, Packet, Query } from '../../../../policies/reachability/query';

function literalsOf(blocks: readonly Known<Block>[], family: Family): Cidr[] {
  return blocks.flatMap((block) =>
    !(block instanceof Unknown) && block.kind === 'literal' && block.cidr.family === family ? [block.cidr] : [],
  );
}

/** The literal blocks that an end's addresses lie in; none where any address will do. */
function blocksOf(end: End, { family }: Query, facts: NetworkFacts): readonly Cidr[] {
  if (end.kind === 'outside') return literalsOf([end.block], family);
  if (end.kind !== 'interface') return [];
  const own = literalsOf(end.addresses ?? [], family);
  const { ipv4, ipv6 } = facts.subnets.get(end.subnet) ?? {};
  const whole = family === 'v4' ? ipv4 : ipv6;
  return own.length > 0 || whole === undefined ? own : literalsOf([whole], family);
}

function lies(address: string, blocks: readonly Cidr[]): boolean {
  if (blocks.length === 0) return true;
  const one = Cidr.parse(`${address}/${address.includes(':') ? '128' : '32'}`);
  return blocks.some((block) => block.covers(one));
}

function carries(traffic: Traffic, { protocol, srcPort, dstPort }: Packet, { from, to }: { from: number; to: number }): boolean {
  switch (traffic.protocol) {
    case 'all':
      return true;
    case 'other':
      return protocol === traffic.number;
    case 6:
    case 17: {
      const { ports } = traffic;
      const fits = dstPort >= ports.from && dstPort <= ports.to && srcPort >= from && srcPort <= to;
      return protocol === traffic.protocol && fits;
    }
    default:
      return (
        protocol === traffic.protocol &&
        (traffic.type === undefined || srcPort === traffic.type) &&
        (traffic.code === undefined || dstPort === traffic.code)
      );
  }
}

/** An end without addresses of the family sends and gets no packet that could be shown. */
const isNobody = (blockers: Answer['blockers']): boolean => blockers.some(({ filter }) => filter === 'end');

function strayOf(packet: Packet, query: Query, facts: NetworkFacts): string | undefined {
  const { from, to, traffic, clientPorts = { from: 1024, to: 65535 } } = query;
  if (!lies(packet.src, blocksOf(from, query, facts))) return `the source ${packet.src} isn't in the question`;
  if (!lies(packet.dst, blocksOf(to, query, facts))) return `the destination ${packet.dst} isn't in the question`;
  return carries(traffic, packet, clientPorts) ? undefined : 'protocol or ports are not in the question';
}

/**
 * What is wrong with the packets of an answer: both must be of those asked about, the witness must be there wherever the
 * verdict isn't unknown, and the lost one wherever something is lost.
 */
export function faultOf(answer: Answer, query: Query, facts: NetworkFacts): string | undefined {
  const { verdict, witness, lost, blockers } = answer;
  if (witness !== undefined && strayOf(witness, query, facts) !== undefined) return strayOf(witness, query, facts);
  if (lost !== undefined && strayOf(lost, query, facts) !== undefined) return `lost: ${strayOf(lost, query, facts) ?? ''}`;
  if (verdict === 'unknown' || isNobody(blockers)) return undefined;
  if (witness === undefined) return 'there is no witness';
  return (lost === undefined) === (verdict === 'proven') ? undefined : 'a lost packet goes with what is lost';
}
