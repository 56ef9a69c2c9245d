import type { Family } from '../../../modules/core/cidr';
import { protocolName } from '../filter/traffic-text';
import { type Bound, type Box, type Dimension, NAT, PROTOCOL, X, Y } from '../region/box';
import { hasPorts, ICMP_PLACE, protocolAt } from '../region/protocols';
import type { Region } from '../region/region';

/** Numbers from `lo` up to, and without, `hi`. */
interface Stretch {
  readonly lo: number;
  readonly hi: number;
}

function stretch(box: Box, dimension: Dimension): Stretch {
  return { lo: Number(box.lo[dimension]), hi: Number(box.hi[dimension]) };
}

/** Sorted, and those that touch joined. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.lo - b.lo)) {
    const last = result.at(-1);
    if (last !== undefined && next.lo <= last.hi) result.splice(-1, 1, { lo: last.lo, hi: Math.max(last.hi, next.hi) });
    else result.push(next);
  }
  return result;
}

function text(stretches: readonly Stretch[]): string {
  return stretches.map(({ lo, hi }) => (hi - lo === 1 ? `${lo}` : `${lo}-${hi - 1}`)).join(', ');
}

function project(region: readonly Box[], dimension: Dimension): readonly Stretch[] {
  return joined(region.map((box) => stretch(box, dimension)));
}

function same(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return text(a) === text(b);
}

/** The elementary stretches of a dimension: inside each no box begins or ends. */
function elements(boxes: readonly Box[], dimension: Dimension): readonly Stretch[] {
  const bounds: readonly Bound[] = boxes.flatMap(({ lo, hi }) => [lo[dimension], hi[dimension]]);
  const edges = [...new Set(bounds.map(Number))].sort((a, b) => a - b);
  return edges.slice(1).flatMap((hi, place) => {
    const lo = edges[place] ?? hi;
    const met = boxes.some((box) => Number(box.lo[dimension]) <= lo && hi <= Number(box.hi[dimension]));
    return met ? [{ lo, hi }] : [];
  });
}

/** Lost destination ports of a protocol with ports, those apart that are lost for some of the client's ports only. */
function ofPorts(name: string, lost: readonly Box[], asked: readonly Box[]): readonly string[] {
  const ports = project(asked, Y);
  const clients = project(asked, X);
  const natPorts = project(asked, NAT);
  const whole: Stretch[] = [];
  const byClient = new Map<string, Stretch[]>();
  for (const element of elements(lost, Y)) {
    const boxes = lost.filter((box) => Number(box.lo[Y]) <= element.lo && element.hi <= Number(box.hi[Y]));
    const lostClients = project(boxes, X);
    const lostNat = project(boxes, NAT);
    const some = [
      ...(same(lostClients, clients) ? [] : [`client ${text(lostClients)}`]),
      ...(same(lostNat, natPorts) ? [] : [`nat ${text(lostNat)}`]),
    ].join(' ');
    if (some === '') whole.push(element);
    else byClient.set(some, [...(byClient.get(some) ?? []), element]);
  }
  const line = (part: readonly Stretch[], more: string): string => {
    const merged = joined(part);
    const all = same(merged, ports);
    const every = text(merged) === '0-65535' || (all && more !== '');
    return [name, ...(every ? [] : [text(merged)]), ...(more === '' ? [] : [more])].join(' ');
  };
  return [...(whole.length === 0 ? [] : [line(whole, '')]), ...[...byClient].map(([some, part]) => line(part, some))];
}

function ofMessages(name: string, lost: readonly Box[]): readonly string[] {
  const messages = lost.map((box) => {
    const [type, code] = [stretch(box, X), stretch(box, Y)];
    if (type.hi - type.lo >= 256 && code.hi - code.lo >= 256) return name;
    return code.hi - code.lo >= 256 ? `${name} ${text([type])}` : `${name} ${text([type])}/${text([code])}`;
  });
  return [...new Set(messages)];
}

/** What of the asked packets is lost for some or all addresses, said by ports. */
export function lostPorts(lost: Region, asked: Region, family: Family): readonly string[] {
  const said: string[] = [];
  const others: Stretch[] = [];
  for (const { lo, hi } of elements(lost, PROTOCOL)) {
    const of = (region: Region): readonly Box[] =>
      region.filter((box) => Number(box.lo[PROTOCOL]) <= lo && hi <= Number(box.hi[PROTOCOL]));
    for (let place = lo; place < hi; place += 1) {
      const name = protocolName(protocolAt(place, family));
      if (hasPorts(place)) said.push(...ofPorts(name, of(lost), of(asked)));
      else if (place === ICMP_PLACE) said.push(...ofMessages(name, of(lost)));
      else others.push({ lo: protocolAt(place, family), hi: protocolAt(place, family) + 1 });
    }
  }
  return others.length === 0 ? said : [...said, `proto ${text(joined(others))}`];
}
