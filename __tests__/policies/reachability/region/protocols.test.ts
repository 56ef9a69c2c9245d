import type { Traffic } from '../../../../policies/model/network';
import { type Box, EVERYTHING, NAT, PROTOCOL, withInterval, X, Y } from '../../../../policies/reachability/region/box';
import {
  hasPorts,
  ICMP_PLACE,
  NAT_PROTOCOLS,
  numbered,
  ofProtocol,
  packetsOf,
  placeOf,
  protocolAt,
  REPLYING,
} from '../../../../policies/reachability/region/protocols';
import { ALL, CLIENT_PORTS, tcp, udp } from '../facts';

const NUMBERS = Array.from({ length: 256 }, (_, number) => number);

describe('the order of protocols', () => {
  test.each(['v4', 'v6'] as const)('of %s gives each of the 256 a place of its own, found back by it', (family) => {
    expect(NUMBERS.map((number) => protocolAt(placeOf(number, family), family))).toEqual(NUMBERS);
  });

  test('starts with the ICMP of the family, tcp and udp, then 0 and up', () => {
    expect([0, 1, 2, 3, 4, 255].map((place) => protocolAt(place, 'v4'))).toEqual([1, 6, 17, 0, 2, 255]);
    expect([0, 1, 2, 3, 4, 255].map((place) => protocolAt(place, 'v6'))).toEqual([58, 6, 17, 0, 1, 255]);
  });

  test('has ports at tcp and udp alone', () => {
    expect(NUMBERS.filter((number) => hasPorts(placeOf(number, 'v4')))).toEqual([6, 17]);
  });

  test('makes one interval of a protocol', () => {
    expect(ofProtocol(6, 'v4')).toEqual(withInterval(EVERYTHING, PROTOCOL, 1, 2));
    expect(ofProtocol(1, 'v6')).toEqual(withInterval(EVERYTHING, PROTOCOL, 4, 5));
  });
});

describe('packets that have a reply', () => {
  const typed = (type: number): Box => withInterval(ofProtocol(1, 'v4'), X, type, type + 1);
  const rest = withInterval(EVERYTHING, PROTOCOL, 1, 256);

  test('are all but ICMP, and the four requests of ICMP', () => {
    expect(REPLYING.v4).toEqual([rest, typed(8), typed(13), typed(15), typed(17)]);
  });

  test('are all but ICMPv6, and its echo', () => {
    expect(REPLYING.v6).toEqual([rest, withInterval(ofProtocol(58, 'v6'), X, 128, 129)]);
  });

  test('pass NAT if they are ICMP, tcp or udp', () => {
    expect(NAT_PROTOCOLS).toEqual([withInterval(EVERYTHING, PROTOCOL, 0, 3)]);
  });
});

describe('the packets of traffic', () => {
  /** Protocols by place, and both numbers. */
  const sides = (boxes: readonly Box[]): readonly string[] =>
    boxes.map(({ lo, hi }) => [PROTOCOL, X, Y].map((side) => `${String(lo[side])}-${String(Number(hi[side]) - 1)}`).join(' '));

  test.each<readonly [string, Traffic, 'v4' | 'v6', readonly string[]]>([
    ['everything', ALL, 'v4', ['0-0 0-255 0-255', '1-2 1024-65535 0-65535', '3-255 0-0 0-0']],
    ['tcp 443', tcp(443), 'v4', ['1-1 1024-65535 443-443']],
    ['udp 53-54', udp(53, 54), 'v6', ['2-2 1024-65535 53-54']],
    ['icmp', { protocol: 1 }, 'v4', ['0-0 0-255 0-255']],
    ['icmp 8', { protocol: 1, type: 8 }, 'v4', ['0-0 8-8 0-255']],
    ['icmp 3/4', { protocol: 1, type: 3, code: 4 }, 'v4', ['0-0 3-3 4-4']],
    ['icmp of the other family', { protocol: 1, type: 8 }, 'v6', ['4-4 0-0 0-0']],
    ['icmpv6', { protocol: 58, type: 128, code: 0 }, 'v6', ['0-0 128-128 0-0']],
    ['proto 0', { protocol: 'other', number: 0 }, 'v4', ['3-3 0-0 0-0']],
    ['proto 255', { protocol: 'other', number: 255 }, 'v4', ['255-255 0-0 0-0']],
  ])('%s: no port that nobody opens from, no type or port where there is none', (_, traffic, family, expected) => {
    expect(sides(packetsOf(traffic, CLIENT_PORTS, family))).toEqual(expected);
  });

  test('leave NAT ports 1024-65535', () => {
    const ports = packetsOf(ALL, CLIENT_PORTS, 'v4').map(({ lo, hi }) => [lo[NAT], hi[NAT]]);
    expect(ports).toEqual([
      [1024, 65536],
      [1024, 65536],
      [1024, 65536],
    ]);
  });

  test('have any number where it is left out', () => {
    expect([numbered(undefined, 256), numbered(0, 256), numbered(255, 256)]).toEqual([
      [0, 256],
      [0, 1],
      [255, 256],
    ]);
    expect(ICMP_PLACE).toBe(0);
  });
});
