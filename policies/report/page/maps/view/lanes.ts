import type { FlowView, LaneView } from './network-view';
import type { FlowEnd, SeenFlow } from './flow-book';

/** More peers of a kind than these share a lane, so that no picture is wider than its tiers make it. */
const MOST_APART = 3;
/** The lanes that several peers may share. */
const SHARED: ReadonlySet<string> = new Set(['endpoint', 'elsewhere']);

/** The names of a kind of peer among flows, in order. */
function namesOf(flows: readonly SeenFlow[], place: FlowEnd['place']): readonly string[] {
  const ends = flows.flatMap(({ from, to }) => [from, to]);
  return [...new Set(ends.filter((end) => end.place === place).map(({ name }) => name))].sort();
}

/** The lanes of one network: one for each group, and for each peer where they aren't too many. */
export class Lanes {
  readonly internet: readonly LaneView[];
  readonly endpoints: readonly LaneView[];
  readonly elsewhere: readonly LaneView[];
  readonly #groups: ReadonlySet<string>;

  constructor(flows: readonly SeenFlow[]) {
    this.internet = namesOf(flows, 'internet').map((name) => ({ id: 'internet', name, isShared: false }));
    this.endpoints = this.#peers(namesOf(flows, 'endpoint'), 'endpoint', 'endpoints');
    this.elsewhere = this.#peers(namesOf(flows, 'elsewhere'), 'elsewhere', 'elsewhere');
    this.#groups = new Set(namesOf(flows, 'group'));
  }

  #peers(names: readonly string[], place: FlowEnd['place'], shared: string): readonly LaneView[] {
    if (names.length > MOST_APART) return [{ id: place, name: shared, isShared: true }];
    return names.map((name) => ({ id: `${place} ${name}`, name, isShared: false }));
  }

  /** Those of a tier: of its groups, the ones with flows. */
  ofGroups(names: readonly string[]): readonly LaneView[] {
    return names.filter((name) => this.#groups.has(name)).map((name) => ({ id: `group ${name}`, name, isShared: false }));
  }

  /** Flows as arrows: those that differ only by ports are one, and those of peers in one lane that differ only by the peer. */
  arrows(flows: readonly SeenFlow[], viaOf: (flow: Pick<SeenFlow, 'from' | 'to'>) => readonly string[]): readonly FlowView[] {
    const merged = new Map<
      string,
      { readonly of: SeenFlow; readonly from: Set<string>; readonly to: Set<string>; readonly ports: Set<string> }
    >();
    for (const flow of flows) {
      const { port, from, to, ...told } = flow;
      const lanes = [this.#laneOf(from), this.#laneOf(to)];
      const key = JSON.stringify([lanes, lanes.some((lane) => SHARED.has(lane)) ? port : '', told]);
      const arrow = merged.get(key) ?? { of: flow, from: new Set(), to: new Set(), ports: new Set() };
      arrow.from.add(from.name);
      arrow.to.add(to.name);
      arrow.ports.add(port);
      merged.set(key, arrow);
    }
    return [...merged.values()].map(({ of: { port: _, ...flow }, from, to, ports }) => ({
      ...flow,
      from: { lane: this.#laneOf(flow.from), names: [...from].sort() },
      to: { lane: this.#laneOf(flow.to), names: [...to].sort() },
      ports: [...ports],
      via: viaOf(flow),
    }));
  }

  #laneOf({ place, name }: FlowEnd): string {
    if (place === 'internet') return place;
    const peers = place === 'endpoint' ? this.endpoints : this.elsewhere;
    const isShared = place !== 'group' && peers.some((each) => each.isShared);
    return isShared ? place : `${place} ${name}`;
  }
}
