import type { FlowView, Stop } from '../view/network-view';
import { GAP, PAD, type PlacedLane } from './columns';
import { centred, type Item, label, labelled, LINE, type Point, type Shape } from './picture';
import { textWidth } from './text-width';

/** The room for verdicts, left of all lanes. */
export function marginOf(flows: readonly FlowView[]): number {
  return Math.max(0, ...flows.map(({ verdict }) => textWidth(verdict, 'strong') + PAD));
}

/** An arrow and the text above it. */
const ROW = 2 * LINE;
/** Flows that a picture shows; the table has all. */
const MOST_ARROWS = 40;
/** How far an arrow to its own lane goes aside. */
const LOOP = 28;
/** How many peers an arrow names that share its lane. */
const MOST_PEERS = 2;

/** A stop's peers where the lane doesn't name them. */
function namesOf({ names }: Stop, lane: PlacedLane | undefined): string | undefined {
  if (lane?.lane.isShared !== true) return undefined;
  return names.length <= MOST_PEERS ? names.join(', ') : `${names.length} peers`;
}

function titleOf({ from, to, ports, why, verdict, families, problem }: FlowView): string {
  const told = problem === undefined ? '' : ` ${problem}`;
  return `From ${from.names.join(', ')} to ${to.names.join(', ')}, ${ports.join(', ')}: ${verdict} (${families}). ${why}${told}`;
}

function line(from: number, to: number, y: number): readonly Shape[] {
  if (from !== to) {
    const towards = from < to ? 'right' : 'left';
    return [
      {
        kind: 'line',
        points: [
          [from, y],
          [to, y],
        ],
      },
      { kind: 'head', at: [to, y], towards },
    ];
  }
  const points: readonly Point[] = [
    [from, y - 4],
    [from + LOOP, y - 4],
    [from + LOOP, y + 4],
    [from, y + 4],
  ];
  return [
    { kind: 'line', points },
    { kind: 'head', at: [from, y + 4], towards: 'left' },
  ];
}

/** The flows that are shown, those that don't work first of all. */
function shownOf(flows: readonly FlowView[]): readonly FlowView[] {
  if (flows.length <= MOST_ARROWS) return flows;
  const rank = ({ verdict }: FlowView): number => (verdict === 'proven' ? 1 : 0);
  return [...flows].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_ARROWS);
}

/** The lower part of a picture: a row for each flow, from lane to lane. */
export class Arrows {
  readonly #lanes: ReadonlyMap<string, PlacedLane>;

  constructor(
    lanes: readonly PlacedLane[],
    private readonly margin: number,
    private readonly width: number,
  ) {
    this.#lanes = new Map(lanes.map((placed) => [placed.lane.id, placed]));
  }

  /** The lanes from there downwards, and the arrows between them. */
  lay(flows: readonly FlowView[], top: number): { readonly items: readonly Item[]; readonly bottom: number } {
    if (flows.length === 0) return { items: [], bottom: top };
    const shown = shownOf(flows);
    const start = top + LINE + GAP;
    const bottom = start + shown.length * ROW + PAD;
    const lanes = [...this.#lanes.values()].map(({ lane, x, width }): Item => ({
      look: 'lane',
      title: lane.name,
      shapes: [
        {
          kind: 'line',
          points: [
            [x, top + LINE + PAD / 2],
            [x, bottom],
          ],
        },
      ],
      labels: [centred(lane.name, 'strong', [x - width / 2 + PAD / 2, top], width - PAD)],
    }));
    const arrows = shown.map((flow, row) => this.#arrow(flow, start + row * ROW));
    const more = flows.length - shown.length;
    if (more === 0) return { items: [...lanes, ...arrows], bottom };
    const text = `and ${more} more, in the table`;
    const rest: Item = {
      look: 'more',
      title: text,
      shapes: [],
      labels: [label(text, 'quiet', [this.margin, bottom], this.width - this.margin)],
    };
    return { items: [...lanes, ...arrows, rest], bottom: bottom + LINE };
  }

  #arrow(flow: FlowView, top: number): Item {
    const [from, to] = [this.#lanes.get(flow.from.lane), this.#lanes.get(flow.to.lane)];
    const [start = this.margin, end = this.margin] = [from?.x, to?.x];
    const y = top + LINE + PAD / 2;
    const names = [namesOf(flow.from, from), namesOf(flow.to, to)].filter((name) => name !== undefined);
    const lead = [flow.ports.join(', '), ...(names.length === 0 ? [] : [`(${names.join(' to ')})`])].join(' ');
    const told = labelled(lead, flow.why, [0, top], this.width - this.margin - 2 * PAD);
    // Above the arrow's left end, or as far left of it as the text needs.
    const x = Math.min(Math.min(start, end) + PAD, this.width - PAD - told.width);
    const dots = flow.via.flatMap((lane): readonly Shape[] => {
      const passed = this.#lanes.get(lane);
      return passed === undefined ? [] : [{ kind: 'dot', at: [passed.x, y] }];
    });
    return {
      look: `flow ${flow.verdict === 'not judged' ? 'unjudged' : flow.verdict}`,
      title: titleOf(flow),
      shapes: [...line(start, end, y), ...dots],
      labels: [label(flow.verdict, 'strong', [0, top + PAD + 2], this.margin, 'verdict'), { ...told, x }],
    };
  }
}
