import type { Traffic } from '../../../../policies/model/network';
import { seen, comparedAddress, type View } from '../../../../policies/reachability/filter/view';
import { type Box, DESTINATION, DIMENSIONS, EVERYTHING, SOURCE } from '../../../../policies/reachability/region/box';
import { ALL, tcp, udp } from '../facts';

const NAMES = ['protocol', 'source', 'destination', 'x', 'y', 'nat'] as const;

/** The sides that are narrower than everything. */
function sidesOf({ lo, hi }: Box): string {
  return DIMENSIONS.filter((side) => lo[side] !== EVERYTHING.lo[side] || hi[side] !== EVERYTHING.hi[side])
    .map((side) => `${NAMES[side]} ${String(lo[side])}-${String(Number(hi[side]) - 1)}`)
    .join(', ');
}

const ANYONE = [{ lo: 0, hi: Infinity }];
const see = (traffic: Traffic, view: View, family: 'v4' | 'v6' = 'v4'): readonly string[] =>
  seen(traffic, ANYONE, 'in', view, family).map(sidesOf);

describe('the address that a filter compares', () => {
  test.each([
    ['in', 'opening', SOURCE],
    ['out', 'opening', DESTINATION],
    ['in', 'reply', DESTINATION],
    ['out', 'reply', SOURCE],
    ['in', 'reply-to-nat', DESTINATION],
    ['out', 'reply-to-nat', SOURCE],
  ] as const)('%s, at the packet that is the %s', (direction, view, dimension) => {
    expect(comparedAddress(direction, view)).toBe(dimension);
  });

  test('is that of the spans, one box for each', () => {
    const others = [
      { lo: 1, hi: 3 },
      { lo: 7, hi: 8 },
    ];
    expect(seen(ALL, others, 'in', 'opening', 'v4').map(sidesOf)).toEqual(['source 1-2', 'source 7-7']);
    expect(seen(tcp(443), others, 'in', 'reply', 'v4').map(sidesOf)).toEqual([
      'protocol 1-1, destination 1-2, x 443-443',
      'protocol 1-1, destination 7-7, x 443-443',
    ]);
  });
});

describe('what a rule about ports sees', () => {
  test.each([
    [tcp(443), 'opening', 'protocol 1-1, y 443-443'],
    [tcp(443), 'reply', 'protocol 1-1, x 443-443'],
    [tcp(443), 'reply-to-nat', 'protocol 1-1, nat 443-443'],
    [udp(53, 54), 'opening', 'protocol 2-2, y 53-54'],
    [ALL, 'reply', ''],
  ] as const)('%j, %s: %s', (traffic, view, box) => {
    expect(see(traffic, view)).toEqual([box]);
  });
});

describe('what a rule about ICMP sees', () => {
  test.each<readonly [Traffic, View, 'v4' | 'v6', readonly string[]]>([
    [{ protocol: 1 }, 'opening', 'v4', ['protocol 0-0']],
    [{ protocol: 1, type: 8 }, 'opening', 'v4', ['protocol 0-0, x 8-8']],
    [{ protocol: 1, type: 3, code: 4 }, 'opening', 'v4', ['protocol 0-0, x 3-3, y 4-4']],
    [{ protocol: 58, type: 128 }, 'opening', 'v6', ['protocol 0-0, x 128-128']],
    // Replies: the request that the type answers.
    [{ protocol: 1 }, 'reply', 'v4', ['protocol 0-0']],
    [{ protocol: 1, type: 0 }, 'reply', 'v4', ['protocol 0-0, x 8-8']],
    [{ protocol: 1, type: 14, code: 0 }, 'reply', 'v4', ['protocol 0-0, x 13-13']],
    [{ protocol: 1, type: 0, code: 1 }, 'reply', 'v4', []],
    [{ protocol: 1, type: 8 }, 'reply', 'v4', []],
    [{ protocol: 58, type: 129 }, 'reply-to-nat', 'v6', ['protocol 0-0, x 128-128']],
    // The other family's: a protocol without types.
    [{ protocol: 58, type: 128 }, 'opening', 'v4', ['protocol 58-58']],
    [{ protocol: 1, type: 0, code: 1 }, 'reply', 'v6', ['protocol 4-4']],
    [{ protocol: 'other', number: 50 }, 'reply', 'v4', ['protocol 50-50']],
  ])('%j, %s in %s', (traffic, view, family, boxes) => {
    expect(see(traffic, view, family)).toEqual(boxes);
  });
});
