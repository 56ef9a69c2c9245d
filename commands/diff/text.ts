import { styleText } from 'node:util';

import { type Action, chaptersOf, type Difference, type Group, headline, MARKS, subjectOf } from '../../policies/difference';
import { harmless } from '../terminal/harmless';

const COLOURS: Partial<Record<Action, 'red' | 'yellow' | 'green' | 'magenta'>> = {
  replaced: 'magenta',
  removed: 'red',
  unknown: 'yellow',
  changed: 'yellow',
  added: 'green',
};

function groupLines(group: Group, colours: boolean): readonly string[] {
  const { action } = group;
  const colour = COLOURS[action];
  const mark = colours && colour !== undefined ? styleText(colour, MARKS[action], { validateStream: false }) : MARKS[action];
  return [`  ${mark} ${harmless(subjectOf(group))}`, ...group.details.map((detail) => `      ${harmless(detail)}`)];
}

/** A difference for people at a terminal. */
export function renderText(difference: Difference, colours: boolean): string {
  const { doubts } = difference;
  const sections = chaptersOf(difference).flatMap(({ title, groups }) => [
    '',
    `${title}:`,
    ...groups.flatMap((group) => groupLines(group, colours)),
  ]);
  const told =
    doubts.length === 0
      ? []
      : ['', "what isn't known:", ...doubts.map(({ stack, why }) => `  ? ${harmless(`${stack}: ${why}`)}`)];
  return [headline(difference), ...sections, ...told].map((line) => `${line}\n`).join('');
}
