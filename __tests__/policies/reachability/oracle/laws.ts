/** Every branch of the laws (docs/reachability.md) that a packet can take, by the number of its law. */
export const LAWS = [
  '1 another protocol than the four',
  '1 ICMP in the other family is another protocol',
  '3 ports are swapped',
  '3 a request is answered',
  '3 a message without reply',
  '3 another protocol is answered by itself',
  '4 arrives and does not work',
  '5 no rule admits',
  '5 by block',
  '5 by list',
  '5 by group',
  '5 by group, not across Regions',
  '5 by group, not out over a transit gateway',
  '5 by group, in over a transit gateway',
  '5 by group, not switched on',
  '5 of every protocol',
  '6 an entry allows',
  '6 an entry denies',
  '6 no entry matches',
  '6 nothing is asked within a subnet',
  '6 the untouched default ACL',
  '7 no route',
  '7 the longest prefix wins',
  '7 local wins over its equal',
  '7 the main table decides',
  '7 a table of its own decides',
  '7 a list is a destination',
  '8 local',
  '8 a narrower route leads elsewhere',
  '9 over a peering',
  '9 not accepted',
  '9 the other VPC does not have it',
  '9 the reply takes another way',
  '10 by internet gateway',
  '10 without public address',
  '10 not a public address',
  '10 by egress-only gateway',
  '11 through NAT',
  '11 NAT in the own subnet',
  '11 NAT drops the protocol',
  '11 the port of NAT is lost',
  '11 NAT not judged',
  '11 the way back leads elsewhere',
  '11 the way back is not judged',
  '11 NAT translates IPv6',
  '12 in from the internet',
  '12 no internet gateway',
  '12 no public address inside',
  '12 the reply does not lead to the internet gateway',
  '12 a table of the gateway',
  '12 between VPCs over the internet',
  '13 out by an edge',
  '13 in by an edge',
  '13 no edge',
  '13 the reply does not lead to an edge',
  '13 a gateway that is not described',
  '13 behind a transit gateway',
  '14 over a transit gateway',
  '14 no attachment in the zone',
  '14 the attachment is the own subnet',
  '14 an attachment without IPv6',
  '14 blackhole',
  '14 no route of the gateway',
  '14 static wins over its equal',
  '14 propagated',
  '14 the far side in the zone',
  '14 the far side in any zone',
  '15 by gateway endpoint',
  '16 middlebox',
  '17 blocks everything',
  '17 only outbound',
  '17 said twice',
  '17 only one of both ends of NAT',
  '18 link-local',
] as const;

export type Law = (typeof LAWS)[number];

/** How often each was hit. */
export class Hits {
  readonly counts = new Map<Law, number>(LAWS.map((law) => [law, 0]));

  hit(law: Law): void {
    this.counts.set(law, (this.counts.get(law) ?? 0) + 1);
  }

  /** Notes that it was hit, where it was. */
  when(condition: boolean, law: Law): boolean {
    if (condition) this.hit(law);
    return condition;
  }

  get missed(): readonly Law[] {
    return LAWS.filter((law) => this.counts.get(law) === 0);
  }

  table(): string {
    return [...this.counts].map(([law, count]) => `${String(count).padStart(9)}  ${law}`).join('\n');
  }
}
