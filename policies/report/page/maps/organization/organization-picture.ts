import { GAP, PAD } from '../picture/columns';
import { type Item, label, LINE, type Picture } from '../picture/picture';
import { textWidth } from '../picture/text-width';
import type { BusView, OrganizationView, RowView } from './organization-view';

/** What a picture shows; the table has all. */
const MOST_ROWS = 200;
const MOST_BUSES = 24;
const MOST_TEXT = 260;
const ROW = LINE + PAD;
const LANE = 28;

/** As wide as the widest of these texts, within reason. */
function widthOf(texts: readonly string[], tone: 'strong' | 'quiet' | 'code'): number {
  return Math.min(MOST_TEXT, Math.max(0, ...texts.map((text) => textWidth(text, tone)))) + 2 * GAP;
}

function busItems(bus: BusView, at: number, x: number, ys: ReadonlyMap<string, number>, top: number): readonly Item[] {
  const y = top + at * LINE;
  const stops = bus.joints.flatMap((joint) => {
    const row = ys.get(joint.row);
    return row === undefined ? [] : [{ joint, row }];
  });
  const bottom = Math.max(y + LINE, ...stops.map(({ row }) => row));
  return [
    {
      look: `bus ${bus.kind}`,
      title: bus.name,
      shapes: [
        {
          kind: 'line',
          points: [
            [x, y + LINE / 2],
            [x, bottom],
          ],
        },
      ],
      labels: [label(bus.name, 'strong', [x + PAD, y], 2 * MOST_TEXT)],
    },
    ...stops.map(({ joint, row }): Item => ({
      look: joint.isHub === true ? 'joint hub' : joint.isSure ? 'joint' : 'joint unsure',
      title: joint.how,
      shapes: [{ kind: 'dot', at: [x, row] }],
      labels: [],
    })),
  ];
}

/** Whether the picture leaves out what the table has. */
export function isCut({ rows, buses }: OrganizationView): boolean {
  return rows.length > MOST_ROWS || buses.length > MOST_BUSES;
}

/**
 * A row for each VPC, and what joins them as lines downwards with a dot in the row of each that is joined. The names of the lines
 * stand on steps above, the leftmost highest: no line crosses a name.
 */
export function layOrganization({ rows, buses }: OrganizationView): Picture {
  const [shown, drawn] = [rows.slice(0, MOST_ROWS), buses.slice(0, MOST_BUSES)];
  const texts = (of: (row: RowView) => string): readonly string[] => shown.map(of);
  const addressesOf = ({ addresses }: RowView): string => addresses.join(', ');
  const name = widthOf(
    texts((row) => row.name),
    'strong',
  );
  const place = widthOf(
    texts((row) => row.place),
    'quiet',
  );
  const addresses = widthOf(texts(addressesOf), 'code');
  const lanes = GAP + name + place + addresses;
  const top = GAP + drawn.length * LINE + PAD;
  const middle = (at: number): number => top + at * ROW + ROW / 2;
  const ys = new Map(shown.map(({ key }, at) => [key, middle(at)]));
  const reach = new Map<string, number>();
  for (const [at, { joints }] of drawn.entries()) for (const { row } of joints) reach.set(row, lanes + at * LANE);
  const rowItems = shown.map((row, at): Item => {
    const y = middle(at) - LINE / 2;
    const end = reach.get(row.key);
    return {
      look: 'row',
      title: `${row.name}, ${row.place}: ${addressesOf(row)}`,
      shapes:
        end === undefined
          ? []
          : [
              {
                kind: 'line',
                points: [
                  [lanes - GAP, y + LINE / 2],
                  [end, y + LINE / 2],
                ],
              },
            ],
      labels: [
        label(row.name, 'strong', [GAP, y], name - GAP),
        label(row.place, 'quiet', [GAP + name, y], place - GAP),
        label(addressesOf(row), 'code', [GAP + name + place, y], addresses - GAP),
      ],
    };
  });
  const items = [...rowItems, ...drawn.flatMap((bus, at) => busItems(bus, at, lanes + at * LANE, ys, GAP))];
  const ends = drawn.map(({ name: text }, at) => lanes + at * LANE + PAD + Math.min(2 * MOST_TEXT, textWidth(text, 'strong')));
  return { width: Math.ceil(Math.max(lanes, ...ends) + GAP), height: Math.ceil(top + shown.length * ROW + GAP), items };
}
