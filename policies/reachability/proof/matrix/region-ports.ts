import type { Family } from '../../../../modules/core/cidr';
import { renderPort } from '../../../../modules/core/port';
import { type Box, PROTOCOL, X, Y } from '../../region/box';
import { hasPorts, ICMP_PLACE, protocolAt } from '../../region/protocols';
import type { Region } from '../../region/region';

const UDP = 17;
const PORTS = 65536;
const TYPES = 256;
/** Places of the protocol dimension from which nothing has ports or types. */
const OTHERS = 3;

type Interval = readonly [number, number];

function merge(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = [];
  for (const [lo, hi] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && lo <= last[1]) last[1] = Math.max(last[1], hi);
    else merged.push([lo, hi]);
  }
  return merged;
}

function interval({ lo, hi }: Box, dimension: typeof PROTOCOL | typeof X | typeof Y): Interval {
  return [Number(lo[dimension]), Number(hi[dimension])];
}

function portsText(place: number, region: readonly Box[], family: Family): string[] {
  const protocol = protocolAt(place, family) === UDP ? 'udp' : 'tcp';
  return merge(region.map((box) => interval(box, Y))).map(([from, end]) =>
    from === 0 && end >= PORTS ? protocol : renderPort({ protocol, ports: { from, to: end - 1 } }),
  );
}

function messageText(region: readonly Box[], family: Family): string[] {
  const protocol = family === 'v4' ? 'icmp' : 'icmpv6';
  return region.map((box) => {
    const [[type, types], [code, codes]] = [interval(box, X), interval(box, Y)];
    if (types - type >= TYPES) return protocol;
    const name = types - type === 1 ? String(type) : `${String(type)}-${String(types - 1)}`;
    return codes - code === 1 && types - type === 1 ? `${protocol}/${name}/${String(code)}` : `${protocol}/${name}`;
  });
}

/** What a region carries, as the flow grammar writes ports: `tcp/443`, `icmp/8`, `proto/50`; sorted, each once. */
export function regionPorts(region: Region, family: Family): string[] {
  const texts = new Set<string>();
  const at = (place: number): Box[] =>
    region.filter(({ lo, hi }) => Number(lo[PROTOCOL]) <= place && place < Number(hi[PROTOCOL]));
  for (let place = ICMP_PLACE; place < OTHERS; place += 1) {
    const boxes = at(place);
    if (boxes.length === 0) continue;
    for (const text of hasPorts(place) ? portsText(place, boxes, family) : messageText(boxes, family)) texts.add(text);
  }
  const others = merge(region.map((box) => interval(box, PROTOCOL)).map(([lo, hi]) => [Math.max(lo, OTHERS), hi]));
  for (const [lo, hi] of others) {
    if (hi - lo > 1) texts.add('other protocols');
    else if (hi - lo === 1) texts.add(renderPort({ protocol: 'other', number: protocolAt(lo, family) }));
  }
  return [...texts].sort();
}
