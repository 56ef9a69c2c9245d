import { type Answer, judgementOf, type PlanName, PLANS, type Verdict } from './judged';
import { OTHERS } from './others';

const OF: Readonly<Record<PlanName, string>> = {
  application: 'services on Fargate behind a load balancer, a database, a queue, a function',
  archive: 'a trail into a bucket under a key; roles, users and groups with policies from documents',
  network: 'a VPC over a module; security groups with rules as data, from modules and dynamic blocks',
  platform: "subnets by for_each and locals; machines of a group with AWS's own policies; an Aurora cluster",
};

const INTRO = `# Foreign plans, judged

Four projects in HCL, written in the style of common modules and by none of ours, with faults and right things side by
side (\`__tests__/policies/judged\`). Real Terraform plans each. Every finding of \`plinth check\` on the plan, of any level,
was read by a person, who says whether it is true; every failed check of checkov 3.3.30 on the same plan has an answer. A
test holds both lists against what the two tools find today. This page is generated: \`WRITE_DOCS=1\` writes it.
`;

function count<T extends object>(rows: readonly T[], key: keyof T, beginning: string): number {
  return rows.filter((row) => String(row[key]).startsWith(beginning)).length;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line), ''].join('\n');
}

function summary(): string {
  const found = PLANS.map((plan) => {
    const { findings } = judgementOf(plan);
    const kinds = ['true', 'unknown', 'false'].map((kind) => String(count(findings, 'verdict', `${kind}:`)));
    const alone = count(findings, 'checkov', 'no:');
    return [plan, OF[plan], String(findings.length), ...kinds, String(findings.length - alone), String(alone)];
  });
  const checked = PLANS.map((plan) => {
    const { checks } = judgementOf(plan);
    const kinds = ['found by', 'no fault', 'not covered'].map((kind) => String(count(checks, 'answer', kind)));
    return [plan, String(checks.length), ...kinds];
  });
  return [
    table(['Plan', 'What it is of', 'Findings', 'True', 'Rightly unknown', 'False', "Checkov's, too", "Not checkov's"], found),
    table(['Plan', 'Failed checks', 'Found here, too', 'No fault', 'Not covered'], checked),
  ].join('\n');
}

function grouped<T>(
  rows: readonly T[],
  key: (row: T) => string,
  name: (row: T) => string,
): readonly (readonly [string, string])[] {
  const groups = new Map<string, Set<string>>();
  for (const row of rows) groups.set(key(row), (groups.get(key(row)) ?? new Set()).add(name(row)));
  return [...groups].map(([one, names]) => [one, [...names].map((each) => `\`${each}\``).join(', ')] as const);
}

/** Why one of the tools has something that the other hasn't: reasons, and what they are the reasons of. */
function differences(findings: readonly (Verdict & { readonly rule: string })[], checks: readonly Answer[]): string {
  const ours = findings.filter(({ checkov }) => checkov.startsWith('no: '));
  const theirs = (kind: string): readonly Answer[] => checks.filter(({ answer }) => answer.startsWith(kind));
  const rows = (kind: string): readonly (readonly string[])[] =>
    grouped(
      theirs(kind),
      ({ answer }) => answer.slice(kind.length),
      ({ check }) => check,
    ).map(([why, names]) => [names, why]);
  return [
    '## What `plinth check` finds and checkov does not\n',
    table(
      ['Rules', 'Why checkov does not'],
      grouped(
        ours,
        ({ checkov }) => checkov.slice('no: '.length),
        ({ rule }) => rule,
      ).map(([why, names]) => [names, why]),
    ),
    '## What checkov finds that is no fault\n',
    table(['Checks', 'Why it is none'], rows('no fault: ')),
    '## What checkov finds and no rule covers\n',
    table(['Checks', 'Why'], rows('not covered: ')),
  ].join('\n');
}

function lists(plan: PlanName): string {
  const { findings, checks } = judgementOf(plan);
  return [
    `## ${plan}: every finding\n`,
    table(
      ['Finding', 'Problem', 'Verdict', 'Checkov'],
      findings.map(({ finding, problem, verdict, checkov }) => [
        `\`${finding}\``,
        problem,
        verdict,
        checkov.startsWith('no: ') ? 'no' : `\`${checkov}\``,
      ]),
    ),
    `## ${plan}: every failed check of checkov\n`,
    table(
      ['Check', 'Resource', 'What it wants', 'Answer'],
      checks.map(({ check, resource, wants, answer }) => [`\`${check}\``, `\`${resource}\``, wants, answer]),
    ),
  ].join('\n');
}

/** docs/judged-plans.md. */
export function judgedPage(): string {
  const all = PLANS.map(judgementOf);
  const findings = all.flatMap((judgement) =>
    judgement.findings.map((one) => ({ ...one, rule: one.finding.split(' ')[2] ?? '' })),
  );
  const checks = all.flatMap((judgement) => judgement.checks);
  return [INTRO, summary(), OTHERS, differences(findings, checks), ...PLANS.map(lists)].join('\n');
}
