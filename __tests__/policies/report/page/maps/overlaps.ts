import type { Box, Item, Picture } from '../../../../../policies/report/page/maps/picture/picture';

/** Rounding of widths: less than anybody sees. */
const NEAR = 0.01;

function meet(a: Box, b: Box): boolean {
  const apart =
    a.x + a.width <= b.x + NEAR || b.x + b.width <= a.x + NEAR || a.y + a.height <= b.y + NEAR || b.y + b.height <= a.y + NEAR;
  return !apart;
}

/** Arrows and boxes, and the lines that end in dots: lanes and buses run through everything, behind it. */
function stops({ look, shapes }: Item): readonly Box[] {
  if (look.startsWith('node')) return shapes.flatMap((shape) => (shape.kind === 'box' ? [shape] : []));
  return shapes.flatMap((shape): readonly Box[] => {
    if (shape.kind !== 'line' || look === 'lane' || look.startsWith('bus')) return [];
    const [xs, ys] = [shape.points.map(([x]) => x), shape.points.map(([, y]) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return [{ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }];
  });
}

/** Texts under an arrow, or under the box of something else. */
function struck({ items }: Picture): readonly string[] {
  const texts = items
    .flatMap((item) => item.labels.map((label) => ({ item, label })))
    .filter(({ label: { text } }) => text !== '');
  return items.flatMap((item) =>
    stops(item).flatMap((box) =>
      texts
        .filter((one) => (one.item !== item || !item.look.startsWith('node')) && meet(one.label, box))
        .map(({ label }) => `${item.title} lies over ${label.text}`),
    ),
  );
}

/** Texts of a picture that lie over another one, or under something else, or leave it, as people would say it. */
export function faultsOf(picture: Picture): readonly string[] {
  const { width, height, items } = picture;
  const labels = items.flatMap((item) => item.labels).filter(({ text, lead = '' }) => text + lead !== '');
  const outside = labels
    .filter(({ x, y, width: wide, height: high }) => x < 0 || y < 0 || x + wide > width + NEAR || y + high > height + NEAR)
    .map(({ text }) => `${JSON.stringify(text)} leaves the picture`);
  const over = labels.flatMap((one, at) =>
    labels
      .slice(at + 1)
      .filter((other) => meet(one, other))
      .map((other) => `${JSON.stringify(one.text)} lies over ${JSON.stringify(other.text)}`),
  );
  return [...outside, ...over, ...struck(picture)];
}
