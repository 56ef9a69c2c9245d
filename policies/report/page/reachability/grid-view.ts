import { positionText } from '../../../../modules/core/text/position-text';
import { packetText } from '../../../reachability/explain/packet-text';
import { regionPorts } from '../../../reachability/proof/matrix/region-ports';
import type { Surveyed } from '../../../rules/reachability/proven';
import { fold, table } from '../elements';
import { type Html, html } from '../html';
import { explanation } from './explanation';
import { type Cell, type Grid, pairsOf, type Passage, type Topic } from './grid';
import { MOST_NAMED, namesPart } from './networks';
import { Questions } from './question';
import { cellPart, passageText } from './states';

/** Of one family more reasons than these are named, and not asked about. */
const MOST_TOPICS = 4;

/** Shows matrices and explains their cells. */
export class GridView {
  readonly #questions: Questions;

  constructor(
    private readonly surveyed: Surveyed,
    /** Those that are explained: not all of them, where there are many. */
    private readonly isExplained: (cell: Cell) => boolean,
  ) {
    this.#questions = new Questions(surveyed.prover, surveyed.facts);
  }

  /** A matrix, and below it the explanation of each of its cells. `number` tells it from others of the page. */
  *view(grid: Grid, number: number): Generator<Html> {
    const [first = '', ...alike] = grid.names;
    yield html`<h3>${namesPart(grid.names)}</h3>`;
    if (alike.length > 0) yield alikePart(first, grid.names);
    if (grid.rows.length > 0) yield this.#matrix(grid, number);
    for (const note of grid.notes) yield html`<p class="quiet">${note}</p>`;
    yield* this.#explanations(grid, number);
  }

  #matrix(grid: Grid, number: number): Html {
    return html`<div class="matrix">${table({
      caption: `What passes in ${grid.names[0] ?? ''}: rows open connections, columns answer`,
      head: ['from ↓ to →', ...grid.columns.map(({ name }) => name)],
      rows: this.#rows(grid, number),
    })}</div>`;
  }

  *#rows(grid: Grid, number: number): Generator<readonly Html[]> {
    for (const [row, { name }] of grid.rows.entries()) {
      const cells = grid.cells.filter((cell) => cell.row === row);
      yield [html`${name}`, ...cells.map((cell) => this.#link(cell, number))];
    }
  }

  #link(cell: Cell, number: number): Html {
    const content = cellPart(cell);
    if (cell.passages.length === 0 || !this.isExplained(cell)) return content;
    return html`<a href="#${idOf(cell, number)}">${content}<span class="unseen"> from ${cell.from.name} to ${cell.to.name}</span></a>`;
  }

  *#explanations({ cells, names: [first] }: Grid, number: number): Generator<Html> {
    const asked = cells.filter(({ passages }) => passages.length > 0);
    const explained = asked.filter(this.isExplained);
    const left = asked.length - explained.length;
    if (left > 0) {
      yield html`<p class="quiet">${String(left)} of ${String(asked.length)} cells of ${first} are not explained here, to keep the page short: <code>plinth reach</code> explains each.</p>`;
    }
    if (explained.length === 0) return;
    yield html`<details><summary>How ${explained.length === 1 ? 'its cell is' : `each of ${String(explained.length)} cells is`} decided</summary>
<div class="fold">`;
    for (const cell of explained) {
      const summary = html`${cell.from.name} → ${cell.to.name} <span class="quiet">${cell.passages.map(passageText).join(' · ')}</span>`;
      yield fold({
        id: idOf(cell, number),
        summary,
        content: html`${cell.passages.map((passage) => this.#passage(cell, passage))}`,
      });
    }
    yield html`</div></details>`;
  }

  #passage(cell: Cell, { family, topics }: Passage): Html {
    const shown = topics.slice(0, MOST_TOPICS).map((topic) => {
      const question = this.#questions.of(topic, cell, family);
      const pairs = pairsOf(cell, family, this.surveyed.facts).length;
      return html`<p>IP${family}: ${topicPart(topic, pairs)}</p>
${question && explanation(question, cell, this.surveyed.prover)}`;
    });
    return html`${shown}${topics.slice(MOST_TOPICS).map((topic) => html`<p>IP${family}: ${topicPart(topic, 0)}</p>`)}`;
  }
}

/** Which network is explained, and what that says of the others. */
function alikePart(first: string, all: readonly string[]): Html {
  const others = all.length === 2 ? 'the other one' : 'the others';
  const names =
    all.length > MOST_NAMED && fold({ summary: `All ${String(all.length)} networks`, content: html`<p>${all.join(', ')}</p>` });
  return html`<p>The same passes in all of them. Cells are explained with the subnets of ${first}: rules and routes of ${others} have names of their own, and may lead another way.</p>
${names}`;
}

/** By place: names of networks may hold anything, and several may be spelt alike once they are made safe. */
function idOf({ row, column }: Cell, number: number): string {
  return `reach-${String(number)}-${String(row + 1)}-${String(column + 1)}`;
}

/** What is known of all pairs. */
function topicPart(topic: Topic, pairs: number): Html {
  switch (topic.kind) {
    case 'flow': {
      const { flow, works, pairs: all, answer } = topic.proof;
      const { position, network, from, to, port, why } = flow;
      const where = position === undefined ? '' : `, ${positionText(position)}`;
      const fails = answer?.verdict === 'unknown' ? "it isn't proven" : 'it does not work';
      const held = works
        ? `proven for each of ${String(all)} pairs.`
        : `${fails} for some of ${String(all)} pairs, of which the first is asked about.`;
      return html`the flow ${from} → ${to} ${port} of ${network}${where} (${why}): ${held}`;
    }
    case 'undeclared': {
      const { region, family, certain, witness } = topic.found;
      return html`no flow declares ${regionPorts(region, family).join(', ')}, which ${certain ? 'passes' : 'may pass'} all the same: <code>${packetText(witness)}</code>.`;
    }
    case 'ports':
      return html`${topic.ports.join(', ')}: ${MEANINGS[topic.state]}`;
    case 'unknown':
      return html`it can't be told: ${topic.why}.`;
    case 'nothing':
      return pairs === 0
        ? html`one of the two has no addresses of this family.`
        : html`no packet of any kind arrives, between ${pairs === 1 ? 'the one pair' : `any of ${String(pairs)} pairs`}.`;
  }
}

const MEANINGS = {
  covered: 'no flow is of just these two. Whatever may pass lies within other flows.',
  unanswered: 'may arrive between some pair, and no reply comes back.',
  passes: 'surely passes between some pair.',
  may: 'may pass between some pair.',
} as const;
