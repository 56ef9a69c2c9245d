import { shortened, textWidth, type Tone } from './text-width';

/** A part of a picture's plane, y downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text in the box that it needs at most. */
export interface Label extends Box {
  readonly text: string;
  readonly tone: Tone;
  /** Strong words before it. @default - none */
  readonly lead?: string;
  /** Where in its box it stands. @default - at its start */
  readonly anchor?: 'middle';
  /** @default - as all texts */
  readonly look?: string;
}

/** A place. */
export type Point = readonly [x: number, y: number];

/** What is drawn besides texts. */
export type Shape =
  | ({ readonly kind: 'box' } & Box)
  | { readonly kind: 'line'; readonly points: readonly Point[] }
  /** The end of an arrow, pointing left or right. */
  | { readonly kind: 'head'; readonly at: Point; readonly towards: 'left' | 'right' }
  | { readonly kind: 'dot'; readonly at: Point };

/** Something in a picture that has a name of its own. */
export interface Item {
  /** Classes of drawings.css. */
  readonly look: string;
  /** What it is, whole: shown to whoever points at it. */
  readonly title: string;
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
}

/** Something to be drawn: every item has its place. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** The height of a line of text. */
export const LINE = 16;

/** A text at a place, no wider than that. */
export function label(text: string, tone: Tone, [x, y]: Point, width: number, look?: string): Label {
  const shown = shortened(text, tone, width);
  return { text: shown, tone, x, y, width: textWidth(shown, tone), height: LINE, ...(look === undefined ? {} : { look }) };
}

/** The same about the middle of a stretch. */
export function centred(text: string, tone: Tone, [x, y]: Point, width: number): Label {
  const made = label(text, tone, [x, y], width);
  return { ...made, x: x + (width - made.width) / 2, anchor: 'middle' };
}

/** A text with strong words before it: these have up to half of the width. */
export function labelled(lead: string, text: string, [x, y]: Point, width: number): Label {
  const first = shortened(lead, 'strong', width / 2);
  const taken = textWidth(`${first} `, 'strong');
  const rest = label(text, 'plain', [x, y], width - taken);
  return { ...rest, lead: first, width: taken + rest.width };
}
