import { addressText, halvesOf, type Kind, spanOf } from '../addresses';
import { ICMP, ICMPV6, TCP, UDP } from '../header';
import type { Kinds, Subnet, Vpc } from '../world';
import type { Dice } from './dice';

const PORTS: readonly (readonly [number, number])[] = [
  [0, 65535],
  [0, 65535],
  [22, 22],
  [80, 81],
  [443, 443],
  [1024, 65535],
  [32768, 60999],
  [1024, 32767],
  [0, 1023],
  [8080, 9000],
];

const MESSAGES: Readonly<Record<Kind, readonly (readonly [number, number])[]>> = {
  v4: [
    [-1, -1],
    [8, -1],
    [8, 0],
    [0, 0],
    [0, -1],
    [3, 4],
    [13, -1],
  ],
  v6: [
    [-1, -1],
    [128, -1],
    [128, 0],
    [129, 0],
    [129, -1],
    [2, 0],
  ],
};

/** Blocks that lie in no VPC. */
export const OUTSIDE: Readonly<Record<Kind, readonly string[]>> = {
  v4: ['192.168.0.0/24', '203.0.113.0/24', '169.254.169.254/32'],
  v6: ['fd12:3456::/48', '2a00:1450::/32', 'fd00:ec2::254/128'],
};

const WIDE: Readonly<Record<Kind, readonly string[]>> = {
  v4: ['0.0.0.0/0', '0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8', '10.0.0.0/13', '192.168.0.0/25', '203.0.113.128/25'],
  v6: ['::/0', '::/0', '::/1', '2000::/3', '2600:1f00::/24', '2a00:1450:8000::/33'],
};

/** Blocks near one another, so that random packets often lie at a border. */
export class Blocks {
  private readonly pool: Readonly<Record<Kind, readonly string[]>>;

  constructor(vpcs: readonly Vpc[], subnets: readonly Subnet[]) {
    const own = [
      ...vpcs.flatMap(({ blocks }) => blocks),
      ...subnets.flatMap(({ ipv4, ipv6 }) => [ipv4, ...(ipv6 === undefined ? [] : [ipv6])]),
    ];
    const parts = own.flatMap(halvesOf);
    const single = own.map((block) => {
      const { kind, first } = spanOf(block);
      return `${addressText(kind, first + 5n)}/${kind === 'v4' ? '32' : '128'}`;
    });
    const near = [...own, ...own, ...parts, ...single];
    const of = (kind: Kind): string[] => [
      ...near.filter((block) => spanOf(block).kind === kind),
      ...WIDE[kind],
      ...OUTSIDE[kind].slice(0, 2),
    ];
    this.pool = { v4: of('v4'), v6: of('v6') };
  }

  pick(dice: Dice, kind: Kind): string {
    return dice.pick(this.pool[kind]);
  }
}

/** What a rule or entry is about. */
export function randomKinds(dice: Dice, kind: Kind): Kinds {
  const roll = dice.next();
  if (roll < 0.3) return { protocol: -1 };
  if (roll < 0.85) return { protocol: roll < 0.65 ? TCP : UDP, ports: dice.pick(PORTS) };
  if (roll < 0.95) return { protocol: kind === 'v4' ? ICMP : ICMPV6, icmp: dice.pick(MESSAGES[kind]) };
  return { protocol: 47 };
}
