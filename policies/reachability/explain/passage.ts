import type { Family } from '../../../modules/core/cidr';
import type { ResourceFact } from '../../model/universe';
import type { Reading } from '../filter/readings';
import type { Step } from '../query';
import { REPLYING } from '../region/protocols';
import { intersect, meets, type Region } from '../region/region';
import { type Itinerary, passingOf, type Watch } from '../way/course';
import { FilterGate, type Gate, RouteGate, TakenRoute } from '../ground/gate';

/** A rule, entry or route of a gate that lets through some of what enters. */
export interface PassageRule {
  /** The resource that states it. @default - AWS itself */
  readonly origin?: ResourceFact;
  /** For people. */
  readonly text: () => string;
  /** What of these connections would no longer pass the gate without it. */
  readonly alone: (within: Region) => Region;
  /** Whether it is about some of these connections, decided by another rule or not. */
  readonly meets: (within: Region) => boolean;
}

/** Whether the rules of a resource are asked for. Most are known from other questions already. */
export type IsWanted = (origin: ResourceFact) => boolean;

/** A filter that some connections met. */
export interface Passage {
  readonly filter: Step['filter'];
  /** The groups, ACL, table or gateway. */
  readonly address: string;
  /** It is asked about the reply. */
  readonly reply: boolean;
  /** The connections that got as far as this, in coordinates of the packet that opens them. */
  readonly entering: Region;
  /**
   * What lets through some of what entered, whether or not a rule before it does. Made when asked for; of filters without those
   * whose resource isn't wanted.
   */
  readonly rules: (isWanted: IsWanted) => readonly PassageRule[];
}

/** Everything that passes between two ends. */
export interface Connections {
  /** Every packet asked about. */
  readonly asked: Region;
  /** Packets that arrive, replied to or not. */
  readonly arrives: Region;
  /** Packets that arrive, and their reply too if they have one. */
  readonly works: Region;
  /** In the order in which they were met. */
  readonly passages: readonly Passage[];
}

function rulesOf(gate: Gate, entering: Region, reading: Reading, isWanted: IsWanted): readonly PassageRule[] {
  if (gate instanceof RouteGate) {
    return gate.routes(entering).map((route) => ({
      origin: route.origin,
      text: () => `a route of ${gate.address} (${route.origin.address})`,
      alone: (within) => gate.alone(route, within, reading),
      meets: (within) => gate.routes(within).includes(route),
    }));
  }
  if (gate instanceof TakenRoute) {
    const { route } = gate;
    if (route === undefined) return [];
    return [
      {
        origin: route.origin,
        text: () => `a route of ${gate.address} (${route.origin.address})`,
        alone: (within) => gate.alone(intersect(entering, within)),
        meets: (within) => meets(entering, within),
      },
    ];
  }
  if (!(gate instanceof FilterGate)) return [];
  const list = gate.list(reading);
  return list.rules
    .filter(({ boxes, allow, origin }) => allow && (origin === undefined || isWanted(origin)) && meets(entering, boxes))
    .map((rule) => ({
      ...(rule.origin === undefined ? {} : { origin: rule.origin }),
      text: rule.text,
      alone: (within) => list.alone(rule, within),
      meets: (within) => meets(within, rule.boxes),
    }));
}

/** What passes in one reading, and every gate that it met. */
export function connectionsOf(itinerary: Itinerary, family: Family, reading: Reading): Connections {
  const passages: Passage[] = [];
  const watch: Watch = (gate, entering) => {
    for (const part of gate.parts()) {
      passages.push({
        filter: part.filter,
        address: part.address,
        reply: part.reply,
        entering,
        rules: (isWanted) => rulesOf(part, entering, reading, isWanted),
      });
    }
  };
  return { asked: itinerary.asked, ...passingOf(itinerary, reading, REPLYING[family], watch), passages };
}
