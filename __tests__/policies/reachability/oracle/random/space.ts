import { addressNumber, isPublic, type Kind, type Span, spanOf } from '../addresses';
import { type Header, ICMP, ICMPV6, TCP, UDP } from '../header';
import { Hole, type Kinds, named, type Place, sure, type World } from '../world';
import { OUTSIDE } from './alphabet';
import type { Dice } from './dice';

const ALL: Readonly<Record<Kind, Span>> = { v4: spanOf('0.0.0.0/0'), v6: spanOf('::/0') };
const PORTS = [0, 22, 23, 80, 81, 82, 443, 1023, 1024, 32767, 32768, 60999, 61000, 65535];
const MESSAGES = [0, 1, 2, 3, 8, 13, 14, 15, 17, 128, 129, 130];
/** One address in each part of the space that every world knows. */
const USUAL = [
  '1.1.1.1',
  '9.255.255.255',
  '203.0.113.7',
  '52.218.0.1',
  '192.168.0.1',
  '100.64.0.1',
  '2000::1',
  '2a00:1450::1',
  '3fff::1',
];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[0-9a-f:.]+\/\d+$/.test(value) ? [value] : [];
  if (value instanceof Hole) return value.choices.flatMap(textsIn);
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function unique<T extends bigint | number>(all: readonly T[]): T[] {
  return [...new Set(all)].sort((one, other) => (one < other ? -1 : 1));
}

/** What a question is about: no traffic named is all of it. */
export type Asked = { readonly protocol: 'all' } | (Kinds & { readonly protocol: number });

/**
 * The packets of a world. Rules compare with borders only, so that all packets between the same borders fare alike:
 * one of each (`classes`) stands for every one.
 */
export class Space {
  private readonly borders: Readonly<Record<Kind, readonly bigint[]>>;
  private readonly ports: readonly number[];
  private readonly messages: readonly number[];

  constructor(private readonly world: World) {
    const blocks = [...new Set([...textsIn(world), ...OUTSIDE.v4, ...OUTSIDE.v6])].map(spanOf);
    const of = (kind: Kind): bigint[] => {
      const own = blocks.filter((block) => block.kind === kind).flatMap(({ first, last }) => [first, last + 1n]);
      const usual = USUAL.filter((text) => text.includes(':') === (kind === 'v6')).map(addressNumber);
      return unique([...own, ...usual]).filter((border) => border <= ALL[kind].last);
    };
    this.borders = { v4: of('v4'), v6: of('v6') };
    const kinds: readonly Kinds[] = [
      ...world.acls.flatMap(({ entries }) => entries),
      ...world.groups.flatMap(({ rules }) => rules),
    ];
    const ends = kinds.flatMap(({ ports }) =>
      ports ? ports.flatMap((port) => (port instanceof Hole ? port.choices : [port])) : [],
    );
    this.ports = unique([...PORTS, ...ends, ...ends.map((port) => port + 1)]).filter((port) => port <= 65535);
    const said = kinds.flatMap(({ icmp }) => icmp ?? []).filter((number) => number >= 0);
    this.messages = unique([...MESSAGES, ...said]);
  }

  private spans(place: Place, kind: Kind): readonly Span[] {
    const of = (texts: readonly string[]): Span[] => texts.map(spanOf).filter((span) => span.kind === kind);
    switch (place.kind) {
      case 'internet':
        return [ALL[kind]];
      case 'outside':
        return of([place.block]);
      case 'service':
        return of(sure(named(this.world.lists, place.list).blocks));
      case 'interface': {
        const { ipv4, ipv6 } = named(this.world.subnets, place.subnet);
        if (kind === 'v6' && !place.ipv6) return [];
        const own = of([kind === 'v4' ? ipv4 : (ipv6 ?? '')].filter((text) => text !== ''));
        return place.addresses ? of(place.addresses) : own;
      }
    }
  }

  /** One address of each class that an end has. */
  addresses(place: Place, kind: Kind): readonly bigint[] {
    const all = this.spans(place, kind).flatMap(({ first, last }) => [
      first,
      ...this.borders[kind].filter((border) => first <= border && border <= last),
    ]);
    return unique(all).filter((address) => place.kind !== 'internet' || isPublic(kind, address));
  }

  private within(from: number, to: number): number[] {
    return unique([from, ...this.ports.filter((port) => from <= port && port <= to)]);
  }

  /** One pair of numbers of each class, of one protocol. */
  private pairs(asked: Kinds, kind: Kind, client: readonly [number, number]): (readonly [number, number])[] {
    if (asked.protocol === TCP || asked.protocol === UDP) {
      const [from, to] = asked.ports ?? [0, 65535];
      const sources = this.within(...client);
      return this.within(sure(from), sure(to)).flatMap((b) => sources.map((a) => [a, b] as const));
    }
    if (asked.protocol === (kind === 'v4' ? ICMP : ICMPV6)) {
      const [type, code] = asked.icmp ?? [-1, -1];
      const codes = code === -1 ? [0, 1, 4, 5] : [code];
      return (type === -1 ? this.messages : [type]).flatMap((a) => codes.map((b) => [a, b] as const));
    }
    return [[0, 0]];
  }

  /** Every packet that stands for others; more than `most`, and a random part of them is given. */
  classes(
    from: Place,
    to: Place,
    kind: Kind,
    asked: Asked,
    client: readonly [number, number],
    dice: Dice,
    most: number,
  ): { packets: Header[]; all: boolean } {
    const protocols: readonly Kinds[] =
      asked.protocol === 'all' ? [TCP, UDP, kind === 'v4' ? ICMP : ICMPV6, 47, 200].map((protocol) => ({ protocol })) : [asked];
    const [sources, targets] = [this.addresses(from, kind), this.addresses(to, kind)];
    const nats =
      this.world.nats.length > 0 && kind === 'v4' && from.kind === 'interface' && to.kind !== 'interface'
        ? this.within(1024, 65535)
        : [1024];
    const rows = protocols.flatMap((one) => this.pairs(one, kind, client).map((pair) => ({ protocol: one.protocol, pair })));
    const ported = (protocol: number): readonly number[] => (protocol === TCP || protocol === UDP ? nats : nats.slice(0, 1));
    const count = sources.length * targets.length * rows.reduce((sum, { protocol }) => sum + ported(protocol).length, 0);
    const share = count > most ? most / count : 1;
    const packets: Header[] = [];
    for (const src of sources) {
      for (const dst of targets) {
        for (const { protocol, pair } of rows) {
          for (const nat of ported(protocol)) {
            if (share === 1 || dice.chance(share)) packets.push({ kind, src, dst, protocol, a: pair[0], b: pair[1], nat });
          }
        }
      }
    }
    return { packets, all: share === 1 };
  }

  private near(dice: Dice, place: Place, kind: Kind): bigint | undefined {
    const all = this.addresses(place, kind);
    if (all.length === 0) return undefined;
    const span = dice.pick(this.spans(place, kind));
    const moved = dice.pick(all) + BigInt(dice.pick([0, 0, 1, -1, 3]));
    const stays = span.first <= moved && moved <= span.last && (place.kind !== 'internet' || isPublic(kind, moved));
    return stays ? moved : dice.pick(all);
  }

  private port(dice: Dice, from: number): number {
    const picked = dice.chance(0.7) ? dice.pick(this.ports) : dice.int(0, 65535);
    return Math.max(from, picked);
  }

  /** A packet at or near borders; none where an end has no address of the kind. */
  packet(dice: Dice, from: Place, to: Place, kind: Kind): Header | undefined {
    const [src, dst] = [this.near(dice, from, kind), this.near(dice, to, kind)];
    if (src === undefined || dst === undefined) return undefined;
    const message = kind === 'v4' ? ICMP : ICMPV6;
    const protocol = dice.pick([TCP, TCP, TCP, UDP, UDP, message, message, 47, kind === 'v4' ? ICMPV6 : ICMP]);
    const [a, b] =
      protocol === TCP || protocol === UDP
        ? [this.port(dice, 0), this.port(dice, 0)]
        : protocol === message
          ? [dice.pick(this.messages), dice.pick([0, 0, 1, 4])]
          : [0, 0];
    return { kind, src, dst, protocol, a, b, nat: this.port(dice, 1024) };
  }
}
