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

/** Types one after another that have the same codes are one text, however the region is cut. */
function messageText(region: readonly Box[], family: Family): string[] {
  const protocol = family === 'v4' ? 'icmp' : 'icmpv6';
  const boxes = region.map((box) => ({ types: interval(box, X), codes: interval(box, Y) }));
  const cuts = [...new Set(boxes.flatMap(({ types }) => types))].sort((a, b) => a - b);
  const runs: { from: number; end: number; readonly codes: readonly Interval[] }[] = [];
  for (const [n, from] of cuts.slice(0, -1).entries()) {
    const end = cuts[n + 1] ?? from;
    const codes = merge(boxes.filter(({ types: [lo, hi] }) => lo <= from && from < hi).map((box) => box.codes));
    const last = runs.at(-1);
    if (last?.end === from && String(last.codes) === String(codes)) last.end = end;
    else if (codes.length > 0) runs.push({ from, end, codes });
  }
  return runs.flatMap(({ from, end, codes }) => {
    if (end - from >= TYPES) return [protocol];
    const name = `${protocol}/${end - from === 1 ? String(from) : `${String(from)}-${String(end - 1)}`}`;
    return end - from === 1 ? codes.map(([code, after]) => (after - code === 1 ? `${name}/${String(code)}` : name)) : [name];
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
