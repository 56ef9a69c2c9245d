import { CASES } from '.';
import type { Case } from './case';

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

function section(title: string, cases: readonly Case[]): string {
  const rows = cases.map(({ name, source, says }) => `| ${cell(name)} | ${cell(source)} | ${says} |`);
  return [
    `## ${title} (${String(cases.length)})`,
    '',
    '| what it shows | where it comes from | answer |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** docs/iam-cases.md, as the cases say it. */
export function indexPage(): string {
  const count = Object.values(CASES).flat().length;
  return [
    '# Requests whose answers are known',
    '',
    `${String(count)} of them. Written by \`__tests__/policies/iam/evaluate/cases\` (\`WRITE_DOCS=1\`), where the policies stand and every answer is asked of the`,
    'evaluator, and of the naive oracle in `__tests__/iam` too where nothing is left open. UG is a user guide of AWS, DG a developer guide.',
    '',
    ...Object.entries(CASES).map(([title, cases]) => section(title, cases)),
  ].join('\n');
}
