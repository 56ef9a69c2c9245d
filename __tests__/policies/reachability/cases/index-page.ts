import type { Case } from './case';
import { documented } from './documented';
import { evasions } from './evasion';

function row({ name, source, expect: questions }: Case): string {
  const outcomes = questions.map(({ ask, verdict, lost = [] }) =>
    [`\`${ask}\` ${verdict}`, ...(lost.length === 0 ? [] : [`(lost: ${lost.join(', ')})`])].join(' '),
  );
  return `| ${name} | ${source} | ${outcomes.join('<br>')} |`;
}

function section(title: string, cases: readonly Case[]): string {
  return [`### ${title}`, '', '| what it shows | where it comes from | outcome |', '|---|---|---|', ...cases.map(row), ''].join(
    '\n',
  );
}

const count = (themes: Readonly<Record<string, readonly Case[]>>): number => Object.values(themes).flat().length;
const sections = (themes: Readonly<Record<string, readonly Case[]>>): string =>
  Object.entries(themes)
    .map(([title, cases]) => section(title, cases))
    .join('\n');

/** docs/reachability-cases.md, as the cases say it. */
export function indexPage(): string {
  return [
    '# Networks whose answers are known',
    '',
    'Written by `__tests__/policies/reachability/cases` (`WRITE_DOCS=1`), where the networks stand as Terraform and every outcome',
    'is asked of the prover. Client ports are 1024-65535 unless a question says others.',
    '',
    `## From AWS's documentation (${String(count(documented))})`,
    '',
    sections(documented),
    `## What slips past comparisons of text (${String(count(evasions))})`,
    '',
    sections(evasions),
  ].join('\n');
}
