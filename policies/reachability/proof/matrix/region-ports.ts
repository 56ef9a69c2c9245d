import type { Family } from '../../../../modules/core/cidr';
import { across, lengthOf, messagesOf, project, text } from '../../explain/stretch';
import { protocolName } from '../../filter/traffic-text';
import { type Box, PROTOCOL, Y } from '../../region/box';
import { hasPorts, ICMP_PLACE, OTHERS, protocolAt } from '../../region/protocols';
import type { Region } from '../../region/region';

const PORTS = 65536;
const TYPES = 256;

function portTexts(name: string, boxes: readonly Box[]): readonly string[] {
  return project(boxes, Y).map((ports) => (lengthOf(ports) >= PORTS ? name : `${name}/${text([ports])}`));
}

function messageTexts(name: string, boxes: readonly Box[]): readonly string[] {
  return messagesOf(boxes).flatMap(({ types, codes }) => {
    if (lengthOf(types) >= TYPES) return [name];
    const typed = `${name}/${text([types])}`;
    return lengthOf(types) > 1 ? [typed] : codes.map((code) => (lengthOf(code) === 1 ? `${typed}/${text([code])}` : typed));
  });
}

/** What a region carries, as the flow grammar writes ports: `tcp/443`, `icmp/8`, `proto/50`; sorted, each once. */
export function regionPorts(region: Region, family: Family): string[] {
  const texts = new Set<string>();
  for (let place = ICMP_PLACE; place < OTHERS; place += 1) {
    const boxes = across(region, PROTOCOL, { lo: place, hi: place + 1 });
    const name = protocolName(protocolAt(place, family));
    for (const one of hasPorts(place) ? portTexts(name, boxes) : messageTexts(name, boxes)) texts.add(one);
  }
  for (const { lo, hi } of project(region, PROTOCOL)) {
    const first = Math.max(lo, OTHERS);
    if (hi - first > 1) texts.add('other protocols');
    else if (hi - first === 1) texts.add(`proto/${String(protocolAt(first, family))}`);
  }
  return [...texts].sort();
}
