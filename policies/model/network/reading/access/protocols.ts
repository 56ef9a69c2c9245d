/** What the provider takes for a protocol by name, by its IANA number. */
const NUMBERS: Readonly<Record<string, number>> = {
  all: -1,
  ah: 51,
  egp: 8,
  eigrp: 88,
  esp: 50,
  gre: 47,
  icmp: 1,
  icmpv6: 58,
  igmp: 2,
  'ipv6-icmp': 58,
  l2tp: 115,
  ospf: 89,
  pim: 103,
  sctp: 132,
  tcp: 6,
  udp: 17,
  udplite: 136,
  vrrp: 112,
};

/** The number of a protocol as it is written, −1 for all of them. */
export function findProtocol(text: string): number | undefined {
  const named = NUMBERS[text.toLowerCase()];
  if (named !== undefined) return named;
  const number = /^(-1|\d{1,3})$/.test(text) ? Number(text) : undefined;
  return number === undefined || number > 255 ? undefined : number;
}
