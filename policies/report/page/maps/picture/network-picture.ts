import type { NetworkView } from '../view/network-view';
import { Arrows, marginOf } from './arrows';
import { GAP, placeColumns } from './columns';
import { layGrid } from './grid';
import type { Picture } from './picture';

/** Room for whys where there are few columns. */
const LEAST_WIDTH = 640;

/**
 * A VPC as rows and lanes: columns from the internet inwards with a box for each subnet in the row of its zone, and beneath
 * them a row for each flow, an arrow from lane to lane. Nothing shares a place, so no text lies over another.
 */
export function layNetwork(view: NetworkView): Picture {
  const margin = marginOf(view.flows);
  const columns = placeColumns(view, margin + GAP);
  const last = columns.at(-1);
  const width = Math.max(LEAST_WIDTH, last === undefined ? 0 : last.x + last.width + 2 * GAP);
  const grid = layGrid(view, columns);
  const lanes = columns.flatMap(({ lanes: own }) => own);
  const { items, bottom } = new Arrows(lanes, margin, width).lay(view.flows, grid.height + GAP);
  return { width: Math.ceil(width), height: Math.ceil(bottom + GAP), items: [...grid.items, ...items] };
}
