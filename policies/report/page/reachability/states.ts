import { mark, type Standing } from '../elements';
import { type Html, html } from '../html';
import type { Cell, Part, Passage, State } from './grid';

/** What a state is called in a cell, how it looks, and what it means. */
interface Told {
  readonly standing: Standing;
  readonly word: string;
  readonly meaning: string;
}

const TOLD: Readonly<Record<State, Told>> = {
  proven: {
    standing: 'good',
    word: 'proven',
    meaning:
      'a flow of just these two declares it, and it works for every pair and client port that the flow is about, replies included',
  },
  failing: { standing: 'bad', word: 'flow fails', meaning: 'a flow declares it, and for some pair it does not work' },
  unproven: {
    standing: 'doubtful',
    word: 'flow not proven',
    meaning: "a flow declares it, and whether it works for every pair can't be told",
  },
  undeclared: { standing: 'bad', word: 'undeclared', meaning: 'between some pair more passes than any flow declares' },
  perhaps: { standing: 'doubtful', word: 'maybe undeclared', meaning: 'between some pair more may pass than any flow declares' },
  covered: {
    standing: 'neutral',
    word: 'by other flows',
    meaning:
      'no flow is of just these two, and whatever may pass lies within others, such as one to the internet and one from it',
  },
  unanswered: { standing: 'neutral', word: 'unanswered', meaning: 'it may arrive, and no reply comes back' },
  passes: { standing: 'neutral', word: 'passes', meaning: 'packets of it surely pass between some pair, replies included' },
  may: { standing: 'doubtful', word: 'may pass', meaning: "the documents don't tell whether it passes" },
  unknown: { standing: 'doubtful', word: 'not known', meaning: "the documents don't tell where one of them stands" },
  nothing: { standing: 'neutral', word: 'nothing', meaning: 'no packet of any kind arrives, between any pair' },
};

/** In the order of a legend. */
const ORDER = Object.keys(TOLD) as readonly State[];

function partMark({ state }: Part): Html {
  const { standing, word } = TOLD[state];
  return mark(standing, word);
}

function partCell(part: Part): Html {
  if (part.state === 'nothing') return html`<span aria-hidden="true">·</span><span class="unseen">nothing</span>`;
  if (part.ports.length === 0) return partMark(part);
  return html`<code>${part.ports.join(', ')}</code> ${partMark(part)}`;
}

/** What stands in the cell: a family is named only where the two differ. */
export function cellPart({ passages }: Cell): Html {
  const texts = passages.map(({ parts }) => html`${parts.map((part) => html`<span class="part">${partCell(part)}</span> `)}`);
  const [first] = texts;
  if (first === undefined) return html`<span class="unseen">not asked</span>`;
  if (texts.every(({ text }) => text === first.text)) return first;
  return html`${texts.map((text, place) => html`<span class="family">IP${passages[place]?.family} ${text}</span>`)}`;
}

/** A passage in words. */
export function passageText({ family, parts }: Passage): string {
  const said = parts.map(({ state, ports }) => [ports.join(', '), TOLD[state].word].filter((text) => text !== '').join(' '));
  return `IP${family}: ${said.join('; ')}`;
}

/** What the words of some cells mean: only those that are there. */
export function legend(cells: readonly Cell[]): Html {
  const there = new Set(cells.flatMap(({ passages }) => passages.flatMap(({ parts }) => parts.map(({ state }) => state))));
  const entries = ORDER.filter((state) => there.has(state)).map((state) => {
    const { standing, word, meaning } = TOLD[state];
    return html`<li>${state === 'nothing' ? html`<span aria-hidden="true">·</span> ${word}:` : mark(standing, word)} ${meaning}</li>\n`;
  });
  return html`<ul class="legend">\n${entries}</ul>`;
}
