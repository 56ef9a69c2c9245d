import { type Bound, type Box, DESTINATION, type Dimension, DIMENSIONS, NAT, PROTOCOL, SOURCE, withInterval, X, Y } from './box';
import type { Region } from './region';

/** Fewer boxes than this are left as they are: joining them costs more than it saves. */
const FEW = 16;
/** Not protocols: a box must never hold one with ports and one without. */
const JOINED: readonly Dimension[] = [Y, X, NAT, DESTINATION, SOURCE];

function order(a: Bound, b: Bound): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts boxes so that those that differ in one dimension only stand side by side. */
function besides(dimension: Dimension): (a: Box, b: Box) => number {
  const others = DIMENSIONS.filter((other) => other !== dimension && other !== PROTOCOL);
  const all: readonly Dimension[] = [PROTOCOL, ...others];
  return (a, b) => {
    for (const other of all) {
      const low = order(a.lo[other], b.lo[other]);
      if (low !== 0) return low;
      const high = order(a.hi[other], b.hi[other]);
      if (high !== 0) return high;
    }
    return 0;
  };
}

const SIDES = JOINED.map((dimension) => ({ dimension, compare: besides(dimension) }));

/**
 * The same packets in fewer boxes: those that touch in one dimension and are alike in the others become one.
 *
 * Law: it equals the region.
 */
export function tidy(region: Region): Region {
  if (region.length < FEW) return region;
  let boxes = [...region];
  for (const { dimension, compare } of SIDES) {
    boxes.sort((a, b) => compare(a, b) || order(a.lo[dimension], b.lo[dimension]));
    const joined: Box[] = [];
    let last: Box | undefined;
    for (const box of boxes) {
      if (last?.hi[dimension] === box.lo[dimension] && compare(last, box) === 0) {
        last = withInterval(last, dimension, last.lo[dimension], box.hi[dimension]);
        joined[joined.length - 1] = last;
      } else {
        last = box;
        joined.push(box);
      }
    }
    boxes = joined;
  }
  return boxes.length === region.length ? region : boxes;
}
