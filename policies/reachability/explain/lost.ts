import type { Family } from '../../../modules/core/cidr';
import { protocolName } from '../filter/traffic-text';
import { type Box, NAT, PROTOCOL, X, Y } from '../region/box';
import { hasPorts, ICMP_PLACE, protocolAt } from '../region/protocols';
import type { Region } from '../region/region';
import { across, elements, joined, lengthOf, messagesOf, project, same, type Stretch, text } from './stretch';

const TYPES = 256;

/** Lost destination ports of a protocol with ports, those apart that are lost for some of the client's ports only. */
function ofPorts(name: string, lost: readonly Box[], asked: readonly Box[]): readonly string[] {
  const ports = project(asked, Y);
  const clients = project(asked, X);
  const natPorts = project(asked, NAT);
  const whole: Stretch[] = [];
  const byClient = new Map<string, Stretch[]>();
  for (const element of elements(lost, Y)) {
    const boxes = across(lost, Y, element);
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
  return messagesOf(lost).flatMap(({ types, codes }) => {
    const typed = lengthOf(types) >= TYPES ? [] : [text([types])];
    return codes.map((code) => {
      if (lengthOf(code) >= TYPES) return [name, ...typed].join(' ');
      return `${name} ${text([types])}/${text([code])}`;
    });
  });
}

/** What of the asked packets is lost for some or all addresses, said by ports. */
export function lostPorts(lost: Region, asked: Region, family: Family): readonly string[] {
  const said: string[] = [];
  const others: Stretch[] = [];
  for (const element of elements(lost, PROTOCOL)) {
    for (let place = element.lo; place < element.hi; place += 1) {
      const protocol = protocolAt(place, family);
      const name = protocolName(protocol);
      const boxes = across(lost, PROTOCOL, element);
      if (hasPorts(place)) said.push(...ofPorts(name, boxes, across(asked, PROTOCOL, element)));
      else if (place === ICMP_PLACE) said.push(...ofMessages(name, boxes));
      else others.push({ lo: protocol, hi: protocol + 1 });
    }
  }
  return others.length === 0 ? said : [...said, `proto ${text(joined(others))}`];
}
