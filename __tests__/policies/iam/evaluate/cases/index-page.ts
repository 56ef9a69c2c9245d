import { findObstacle } from '../../../../apply/iam-enforcement/obstacle';
import { CASES } from '.';
import type { Case } from './case';

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

function section(title: string, cases: readonly Case[]): string {
  const rows = cases.map((one) => {
    const obstacle = findObstacle(one);
    return `| ${cell(one.name)} | ${cell(one.source)} | ${one.says} | ${obstacle === undefined ? 'yes' : `no: ${obstacle}`} |`;
  });
  return [
    `## ${title} (${String(cases.length)})`,
    '',
    '| what it shows | where it comes from | answer | enforced |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** docs/iam-cases.md, as the cases say it. */
export function indexPage(): string {
  const all = Object.values(CASES).flat();
  const enforced = all.filter((one) => findObstacle(one) === undefined);
  return [
    '# Requests whose answers are known',
    '',
    `${String(all.length)} of them. Written by \`__tests__/policies/iam/evaluate/cases\` (\`WRITE_DOCS=1\`), where the policies stand and every answer is asked of the`,
    'evaluator, and of the naive oracle in `__tests__/iam` too where nothing is left open. UG is a user guide of AWS, DG a developer guide.',
    `The emulator enforces ${String(enforced.length)} of them by real calls (\`__tests__/apply/iam-enforcement\`); the last column says why not the others.`,
    '',
    ...Object.entries(CASES).map(([title, cases]) => section(title, cases)),
  ].join('\n');
}
