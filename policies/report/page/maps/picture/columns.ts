import type { ColumnKind, ColumnView, LaneView, NetworkView, NodeView } from '../view/network-view';
import { LINE } from './picture';
import { textWidth } from './text-width';

/** A lane in its place. */
export interface PlacedLane {
  readonly lane: LaneView;
  readonly x: number;
  readonly width: number;
}

/** A column in its place. */
export interface PlacedColumn {
  readonly column: ColumnView;
  readonly x: number;
  readonly width: number;
  readonly lanes: readonly PlacedLane[];
}

/** Between columns, and around what stands in a box. */
export const GAP = 10;
export const PAD = 8;
/** Nodes that one cell shows; the table has all. */
const MOST_NODES = 6;
const LEAST_LANE = 56;
const MOST_LANE = 210;
const MOST_TEXT = 220;
const MOST_ZONE = 90;

/** What a kind of column is called beneath its name. */
export const KIND_NAMES: Readonly<Record<ColumnKind, string>> = {
  internet: '',
  gateways: '',
  nat: 'NAT gateways',
  public: 'public',
  private: 'private',
  isolated: 'isolated',
  unknown: 'routes not known',
  endpoints: '',
  elsewhere: '',
};

/** Whether a column's nodes stand in zones. */
export function isTier({ kind }: ColumnView): boolean {
  return ['nat', 'public', 'private', 'isolated', 'unknown'].includes(kind);
}

/** Whether a column lies in the VPC. */
export function isInside({ kind }: ColumnView): boolean {
  return kind !== 'internet' && kind !== 'elsewhere';
}

/** What a zone is called. */
export function zoneName(zone: string): string {
  return zone.length === 1 ? `zone ${zone}` : zone;
}

/** The room for the names of zones, before the first tier. */
export function zoneRoom({ zones }: Pick<NetworkView, 'zones'>): number {
  return Math.min(MOST_ZONE, Math.max(0, ...zones.map((zone) => textWidth(zoneName(zone), 'quiet')))) + PAD + GAP / 2;
}

/** Gateways are few words, one beneath the other: their column is narrow. */
function namesOf(name: string | undefined, kind: NodeView['kind']): readonly string[] {
  if (name === undefined) return [];
  return kind === 'gateway' ? name.split(' ') : [name];
}

/** The lines of a node's box. */
export function linesOf({
  kind,
  name,
  addresses,
  notes,
}: NodeView): readonly { readonly text: string; readonly tone: 'strong' | 'code' | 'quiet' }[] {
  return [
    ...namesOf(name, kind).map((text) => ({ text, tone: 'strong' as const })),
    ...addresses.slice(0, 3).map((text) => ({ text, tone: 'code' as const })),
    ...[...notes, ...(addresses.length > 3 ? [`and ${addresses.length - 3} more`] : [])].map((text) => ({
      text,
      tone: 'quiet' as const,
    })),
  ];
}

/** The height of a node's box. */
export function heightOf(node: NodeView): number {
  return linesOf(node).length * LINE + PAD;
}

/** The nodes that a cell shows, and how many it doesn't. */
export function shownOf(nodes: readonly NodeView[]): { readonly shown: readonly NodeView[]; readonly more: number } {
  const shown = nodes.length <= MOST_NODES ? nodes : nodes.slice(0, MOST_NODES - 1);
  return { shown, more: nodes.length - shown.length };
}

/** The height of the nodes of a cell, one beneath the other. */
export function stackHeight(nodes: readonly NodeView[]): number {
  const { shown, more } = shownOf(nodes);
  const boxes = shown.reduce((sum, node) => sum + heightOf(node) + PAD, 0);
  return boxes + (more > 0 ? LINE + PAD : 0);
}

function laneWidth({ name }: LaneView): number {
  return Math.min(MOST_LANE, Math.max(LEAST_LANE, textWidth(name, 'strong') + GAP));
}

function widthOf(column: ColumnView): number {
  const nodes = column.nodes.flatMap((node) => linesOf(node).map(({ text, tone }) => textWidth(text, tone) + 2 * PAD));
  const heads = [textWidth(column.title, 'title'), textWidth(KIND_NAMES[column.kind], 'quiet')];
  const own = Math.min(MOST_TEXT, Math.max(LEAST_LANE, ...heads, ...nodes));
  return Math.max(
    own,
    column.lanes.reduce((sum, lane) => sum + laneWidth(lane), 0),
  );
}

/** Columns side by side, each as wide as what stands in it and its lanes need. */
export function placeColumns(view: Pick<NetworkView, 'columns' | 'zones'>, start: number): readonly PlacedColumn[] {
  let x = start;
  let before: ColumnView | undefined;
  return view.columns.map((column) => {
    // The border of the VPC stands between, the names of its zones before the first tier, and their ends after the last.
    if (before !== undefined && (isInside(before) !== isInside(column) || (isTier(before) && !isTier(column)))) x += GAP;
    if (isTier(column) && (before === undefined || !isTier(before))) x += zoneRoom(view);
    before = column;
    const width = widthOf(column);
    const spare = (width - column.lanes.reduce((sum, lane) => sum + laneWidth(lane), 0)) / Math.max(1, column.lanes.length);
    let at = x;
    const lanes = column.lanes.map((lane) => {
      const wide = laneWidth(lane) + spare;
      at += wide;
      return { lane, x: at - wide / 2, width: wide };
    });
    const placed = { column, x, width, lanes };
    x += width + GAP;
    return placed;
  });
}
