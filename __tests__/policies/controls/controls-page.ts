import { STANDARDS } from '../../../policies/controls/catalogue';
import type { Answer, Control, Standard } from '../../../policies/controls/control';
import { coverageOf, coverageOfStandard } from '../../../policies/controls/coverage';
import { controls } from '../../../policies/controls/registry';

const SHOWN = ['cis-1.4', 'cis-3.0', 'cis-5.0', 'cis-7.0', 'fsbp'] as const satisfies readonly Standard[];

function answerText(answer: Answer): string {
  if (answer.by === 'resource') return answer.types.map((type) => `\`${type}\``).join(', ');
  return `[${answer.rule}](../policies/rules/${answer.rule}.md)`;
}

function row({ title, ids, answers, open, ...control }: Control): string {
  const numbers = SHOWN.map((standard) => (ids[standard] ?? []).join(', '));
  const how = [...answers.map(answerText), ...(open === undefined ? [] : [`open: ${open}`])].join('<br>');
  return `| ${numbers.join(' | ')} | ${title} | ${coverageOf({ ...control, title, ids, answers, ...(open === undefined ? {} : { open }) })} | ${how} |`;
}

function summary(standard: Standard): string {
  const rows = coverageOfStandard(controls, standard);
  const count = (coverage: string): string => String(rows.filter((one) => one.coverage === coverage).length);
  return `| ${STANDARDS[standard]} | ${String(rows.length)} | ${count('answered')} | ${count('partly')} | ${count('open')} |`;
}

/** docs/controls.md: every control with its numbers, how far it is answered, and by what. */
export function controlsPage(): string {
  return `${[
    '# Controls',
    '',
    'Written by `__tests__/policies/controls` (`WRITE_DOCS=1`) from the registry in `policies/controls`. `plinth controls` prints the same;',
    '`plinth check --pack cis-5.0` holds the rules of one catalogue. A rule answers by its two fixtures, a resource by standing in the',
    "reference organisation's output. What is open says why.",
    '',
    '| catalogue | controls | answered | partly | open |',
    '|---|---|---|---|---|',
    ...([...SHOWN, 'plinth'] as const).map(summary),
    '',
    '| CIS 1.4 | 3.0 | 5.0 | 7.0 | FSBP | control | | by |',
    '|---|---|---|---|---|---|---|---|',
    ...controls.map(row),
  ].join('\n')}\n`;
}
