import type { NetworkView, NodeView } from '../view/network-view';
import {
  heightOf,
  GAP,
  isInside,
  isTier,
  KIND_NAMES,
  linesOf,
  PAD,
  type PlacedColumn,
  shownOf,
  stackHeight,
  zoneName,
  zoneRoom,
} from './columns';
import { centred, type Item, label, LINE, type Point } from './picture';

/** The upper part of a picture: what there is. */
export interface Grid {
  readonly items: readonly Item[];
  readonly height: number;
}

function titleOf({ kind, name, addresses, notes, zone, address, leadsTo }: NodeView): string {
  const what = [...(name === undefined ? [] : [name]), ...addresses, ...notes].join(', ');
  if (kind !== 'subnet') return address === '' ? what : `${what} (${address})`;
  const exits = leadsTo.length === 0 ? 'nothing outside the VPC' : leadsTo.join(', ');
  return `Subnet ${address}, zone ${zone ?? 'not known'}: ${what}; its routes lead to: ${exits}`;
}

function nodeItem(node: NodeView, kind: string, [x, y]: Point, width: number): Item {
  const labels = linesOf(node).map(({ text, tone }, line) =>
    centred(text, tone, [x + PAD / 2, y + PAD / 2 + line * LINE], width - PAD),
  );
  return {
    look: `node ${kind}`,
    title: titleOf(node),
    shapes: [{ kind: 'box', x, y, width, height: heightOf(node) }],
    labels,
  };
}

function stack(nodes: readonly NodeView[], { column, x, width }: PlacedColumn, top: number): readonly Item[] {
  const { shown, more } = shownOf(nodes);
  let y = top;
  const items = shown.map((node) => {
    const item = nodeItem(node, column.kind, [x, y], width);
    y += heightOf(node) + PAD;
    return item;
  });
  if (more === 0) return items;
  const text = `and ${more} more`;
  return [
    ...items,
    { look: 'more', title: `${text}, in the table`, shapes: [], labels: [centred(text, 'quiet', [x, y], width)] },
  ];
}

function cellsOf({ column }: PlacedColumn): ReadonlyMap<string, readonly NodeView[]> {
  const cells = new Map<string, NodeView[]>();
  for (const node of column.nodes) {
    const cell = cells.get(node.zone ?? '');
    if (cell === undefined) cells.set(node.zone ?? '', [node]);
    else cell.push(node);
  }
  return cells;
}

/** A row for each zone, through all tiers. */
function zoneRows(view: NetworkView, tiers: readonly PlacedColumn[], top: number): Grid {
  const [first, last] = [tiers[0], tiers.at(-1)];
  if (first === undefined || last === undefined) return { items: [], height: 0 };
  const byZone = tiers.map((placed) => ({ placed, zones: cellsOf(placed) }));
  const room = zoneRoom(view);
  const x = first.x - room;
  let y = top;
  const items = view.zones.flatMap((zone): readonly Item[] => {
    const height = PAD + Math.max(...byZone.map(({ zones }) => stackHeight(zones.get(zone) ?? [])));
    const middle = y + (height - LINE) / 2;
    const band: Item = {
      look: 'zone',
      title: `Availability Zone ${zone}`,
      shapes: [{ kind: 'box', x, y, width: last.x + last.width + PAD - x, height }],
      labels: [label(zoneName(zone), 'quiet', [x + PAD, middle], room - PAD)],
    };
    const nodes = byZone.flatMap(({ placed, zones }) => stack(zones.get(zone) ?? [], placed, y + PAD));
    y += height + PAD;
    return [band, ...nodes];
  });
  return { items, height: y - top };
}

/** The boxes of all columns, and the border of the VPC around those within. */
export function layGrid(view: NetworkView, columns: readonly PlacedColumn[]): Grid {
  const head = 2 * LINE;
  const top = head + 2 * LINE + PAD;
  const rows = zoneRows(
    view,
    columns.filter(({ column }) => isTier(column)),
    top,
  );
  const lists = columns.filter(({ column }) => !isTier(column));
  const height = top + Math.max(rows.height, ...lists.map(({ column }) => stackHeight(column.nodes)));
  const heads = columns.map(({ column, x, width }): Item => {
    const kind = KIND_NAMES[column.kind];
    return {
      look: `head ${column.kind}`,
      title: [column.title, kind].filter((text) => text !== '').join(', '),
      shapes: [],
      labels: [
        ...(column.title === '' ? [] : [centred(column.title, 'title', [x, head], width)]),
        ...(kind === '' ? [] : [centred(kind, 'quiet', [x, head + LINE], width)]),
      ],
    };
  });
  const nodes = lists.flatMap((placed) => stack(placed.column.nodes, placed, top));
  return {
    items: [...border(view, columns, height), ...heads.filter(({ labels }) => labels.length > 0), ...rows.items, ...nodes],
    height: height + PAD,
  };
}

function border(view: NetworkView, columns: readonly PlacedColumn[], height: number): readonly Item[] {
  const { name, addresses, place } = view;
  const inside = columns.filter(({ column }) => isInside(column));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [];
  const x = first.x - PAD - (isTier(first.column) ? zoneRoom(view) : 0);
  const width = last.x + last.width + GAP - x;
  return [
    {
      look: 'vpc',
      title: `VPC of ${name}, ${place}: ${addresses.join(', ')}`,
      shapes: [{ kind: 'box', x, y: PAD, width, height: height - PAD }],
      labels: [label(`VPC ${addresses.join(', ')}`, 'title', [x + PAD, PAD + 2], width - 2 * PAD)],
    },
  ];
}
