import { type Html, html } from '../../html';
import type { Item, Label, Picture, Shape } from './picture';
import { isUncertain } from './text-width';

/** The length of an arrow's head, and half its height. */
const HEAD = [8, 4] as const;
/** A picture that is a little wider than a page is made smaller; one that is much wider would be too small to read, and scrolls. */
const FITS = 1152;
const SHRINKS = 1450;
/** From the top of a line to where its letters stand. */
const BASELINE = 12;

function n(value: number): number {
  return Math.round(value * 10) / 10;
}

function shape(one: Shape): Html {
  switch (one.kind) {
    case 'box':
      return html`<rect x="${n(one.x)}" y="${n(one.y)}" width="${n(one.width)}" height="${n(one.height)}"/>`;
    case 'line':
      return html`<path d="M${one.points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}"/>`;
    case 'head': {
      const [x, y] = one.at;
      const back = x + (one.towards === 'left' ? HEAD[0] : -HEAD[0]);
      return html`<path class="end" d="M${n(x)} ${n(y)}L${n(back)} ${n(y - HEAD[1])}V${n(y + HEAD[1])}z"/>`;
    }
    case 'dot':
      return html`<circle cx="${n(one.at[0])}" cy="${n(one.at[1])}" r="3.5"/>`;
  }
}

function text({ text: words, lead, tone, look: own, anchor, x, y, width }: Label): Html {
  // Glyphs of fonts that nobody knows are brought to the width that is kept free for them.
  const fitted = isUncertain(`${lead ?? ''}${words}`) && html` textLength="${n(width)}" lengthAdjust="spacingAndGlyphs"`;
  const classes = [tone, own].filter((name) => name !== undefined && name !== 'plain').join(' ');
  const middle = anchor === 'middle';
  const attributes = html`${classes !== '' && html` class="${classes}"`}${middle && html` text-anchor="middle"`}${fitted}`;
  const strong = lead !== undefined && html`<tspan class="strong">${lead}</tspan> `;
  return html`<text x="${n(middle ? x + width / 2 : x)}" y="${n(y + BASELINE)}"${attributes}>${strong}${words}</text>`;
}

function item({ look: name, title, shapes, labels }: Item): Html {
  return html`<g class="${name}"><title>${title}</title>${shapes.map(shape)}${labels.map(text)}</g>
`;
}

/** What a picture is called, and what it shows. */
export interface Caption {
  /** Unlike any other id of the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A picture as SVG, in a region that scrolls where it is wider than the page. */
export function drawing({ width, height, items }: Picture, { id, title, description }: Caption): Html {
  return html`<div class="map" role="region" tabindex="0" aria-label="${title}">
<svg${width > FITS && width <= SHRINKS && html` class="fit"`} role="img" aria-labelledby="${id}-title ${id}-description" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>
${items.map(item)}</svg></div>`;
}
