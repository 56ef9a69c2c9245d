import type { Framework, Scan } from './checkov';

/** A failed check that stands for a reason. */
export interface DocumentedFailure {
  readonly check: string;
  readonly counts: Readonly<Record<Framework, number>>;
  readonly reason: string;
}

/** What docs/checkov.md says. */
export interface CheckovPage {
  readonly totals: Readonly<Record<Framework, { readonly passed: number; readonly failed: number }>>;
  readonly failures: readonly DocumentedFailure[];
}

function rows(page: string): string[][] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

/** Reads the two tables of the page: totals by form, failures by check. */
export function readCheckovPage(page: string): CheckovPage {
  const total = (framework: Framework): { passed: number; failed: number } => {
    const [, passed = '', failed = ''] = rows(page).find(([first = '']) => first.endsWith(framework)) ?? [];
    return { passed: Number(passed), failed: Number(failed) };
  };
  const failures = rows(page)
    .filter(([check = '']) => /^CKV2?_/.test(check))
    .map(([check = '', , json = '', plan = '', , reason = '']) => ({
      check,
      counts: { terraform_json: Number(json), terraform_plan: Number(plan) },
      reason,
    }));
  return { totals: { terraform_json: total('terraform_json'), terraform_plan: total('terraform_plan') }, failures };
}

/** Where page and findings say different things; nothing where they agree. */
export function disagreements(
  { totals, failures }: CheckovPage,
  framework: Framework,
  { passed, failed, failures: found }: Scan,
): string[] {
  const documented = new Map(failures.map(({ check, counts }) => [check, counts[framework]]));
  const checks = [...new Set([...documented.keys(), ...found.keys()])].sort();
  const differing = checks
    .map((check) => ({ check, says: documented.get(check) ?? 0, finds: found.get(check) ?? 0 }))
    .filter(({ says, finds }) => says !== finds)
    .map(({ check, says, finds }) => `${check}: the page has ${says}, checkov finds ${finds} in ${framework}`);
  const unexplained = failures.filter(({ reason }) => reason.length < 20).map(({ check }) => `${check}: has no reason`);
  const total = totals[framework];
  const counts =
    total.passed === passed && total.failed === failed ? [] : [`${framework}: write ${passed} passed, ${failed} failed`];
  return [...differing, ...unexplained, ...counts];
}
