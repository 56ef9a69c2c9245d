import type { Kind } from './addresses';

export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;
export const ICMPV6 = 58;

/** Law 1: one packet. `a` and `b` are the ports, or type and code, or 0. */
export interface Header {
  readonly kind: Kind;
  readonly src: bigint;
  readonly dst: bigint;
  readonly protocol: number;
  readonly a: number;
  readonly b: number;
  /** The port that NAT takes for it. */
  readonly nat: number;
}

export function hasPorts({ protocol }: Header): boolean {
  return protocol === TCP || protocol === UDP;
}

/** Law 1: 1 is ICMP in IPv4 only, 58 ICMPv6 in IPv6 only. */
export function isMessage({ kind, protocol }: Header): boolean {
  return protocol === (kind === 'v4' ? ICMP : ICMPV6);
}

const ANSWERS: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  [ICMP]: { 8: 0, 13: 14, 15: 16, 17: 18 },
  [ICMPV6]: { 128: 129 },
};

/** Law 3: the reply, or none where none is sent. */
export function replyTo(packet: Header): Header | undefined {
  const back = { ...packet, src: packet.dst, dst: packet.src };
  if (hasPorts(packet)) return { ...back, a: packet.b, b: packet.a };
  if (!isMessage(packet)) return back;
  const answer = ANSWERS[packet.protocol]?.[packet.a];
  return answer === undefined ? undefined : { ...back, a: answer, b: 0 };
}
