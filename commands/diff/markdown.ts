import {
  type Change,
  chaptersOf,
  countsOf,
  countsText,
  type Difference,
  type Group,
  headline,
  MARKS,
  subjectOf,
} from '../../policies/difference';
import { harmless } from '../terminal/harmless';

/** Room for the lines that say what was left out, and for the end of a block that is open. @unit characters */
const RESERVE = 400;

/**
 * Names and values of documents stand in fenced blocks only, where Markdown, HTML, mentions and links mean nothing. What
 * would end the block is a line of as many backticks: no line of a value begins with any.
 */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${lines.join('\n')}\n${fence}`;
}

/** GitHub colours a line by its first letter. */
const FIRST: Readonly<Record<string, string>> = { replaced: '!', removed: '-', unknown: '!', added: '+', changed: '!' };

function groupLines(group: Group): readonly string[] {
  const { action } = group;
  const first = FIRST[action] ?? ' ';
  return [
    `${first} ${first === MARKS[action] || first === ' ' ? '' : `${MARKS[action]} `}${harmless(subjectOf(group))}`.trimEnd(),
    ...group.details.map((detail) => `      ${harmless(detail)}`),
  ];
}

function details(title: string, lines: readonly string[], isOpen: boolean): string {
  return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n\n${fenced(lines)}\n\n</details>\n`;
}

/** What didn't find room, in a line. */
function leftOut(changes: readonly Change[], doubts: number, limit: number): string {
  const what = [countsText(countsOf(changes)), ...(doubts === 0 ? [] : [`${String(doubts)} notes`])].filter(
    (each) => each !== '',
  );
  return `\n${what.join(', ')} left out here, to stay under ${String(limit)} characters: \`plinth diff --json\` lists everything.\n`;
}

/** A part of a comment, as far as there is room for it. */
class Comment {
  #text: string;
  readonly #left: Change[] = [];
  #doubts = 0;

  constructor(
    head: string,
    private readonly limit: number,
  ) {
    this.#text = head;
  }

  /** Adds a section with as many of its entries as fit; the others are left out. */
  add<T>(title: string, entries: readonly T[], linesOf: (entry: T) => readonly string[], isOpen: boolean): readonly T[] {
    const lines: string[] = [];
    let taken = 0;
    for (const entry of entries) {
      const next = [...lines, ...linesOf(entry)];
      if (this.#text.length + details(title, next, isOpen).length + RESERVE > this.limit) break;
      lines.push(...linesOf(entry));
      taken++;
    }
    if (taken > 0) this.#text += `\n${details(title, lines, isOpen)}`;
    return entries.slice(taken);
  }

  leave(changes: readonly Change[], doubts = 0): void {
    this.#left.push(...changes);
    this.#doubts += doubts;
  }

  get isFull(): boolean {
    return this.#left.length > 0;
  }

  text(): string {
    const nothing = this.#left.length === 0 && this.#doubts === 0;
    return nothing ? this.#text : `${this.#text}${leftOut(this.#left, this.#doubts, this.limit)}`;
  }
}

/** A difference as a comment on a pull request, of so many characters at most: what matters least is left out first. */
export function renderMarkdown(difference: Difference, limit: number): string {
  const { doubts, source } = difference;
  const from = source === 'plan' ? 'what Terraform will do' : 'what is written';
  const comment = new Comment(`**plinth diff** (${from}): ${headline(difference)}\n`, limit);
  for (const { rank, title, groups } of chaptersOf(difference)) {
    const counts = countsText(countsOf(groups.flatMap(({ changes }) => changes)));
    // What matters less never takes the room of what matters more.
    const rest = comment.isFull ? groups : comment.add(`${title}: ${counts}`, groups, groupLines, rank === 'loss');
    comment.leave(rest.flatMap((group) => group.changes));
  }
  const untold = comment.add("what isn't known", doubts, ({ stack, why }) => [`? ${harmless(`${stack}: ${why}`)}`], true);
  comment.leave([], untold.length);
  return comment.text();
}
