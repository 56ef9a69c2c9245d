import { lastLines, runChild } from '../../../commands/sandbox/child';
import { ensureEnvironment, type PackageSet } from '../../../commands/sandbox/environment';

const PACKAGES: PackageSet = { name: 'checkov', folder: '.checkov', requirements: '__tests__/apply/checkov/requirements.txt' };

/** What checkov calls the two forms of Terraform that it reads here. */
export type Framework = 'terraform_json' | 'terraform_plan';

/** What checkov found in a folder. */
export interface Scan {
  readonly passed: number;
  readonly failed: number;
  /** How many resources fail each check. */
  readonly failures: ReadonlyMap<string, number>;
}

/** A check of a resource that failed. */
export interface FailedCheck {
  readonly check_id: string;
  readonly resource: string;
}

interface CheckovReport {
  readonly results: { readonly failed_checks: readonly FailedCheck[] };
  readonly summary: { readonly passed: number; readonly failed: number; readonly parsing_errors: number };
}

/** The interpreter of checkov's environment, made when it is missing. */
export function checkovEnvironment(root: string, report: (line: string) => void): Promise<string> {
  return ensureEnvironment({ root, packages: PACKAGES, report });
}

function countByCheck({ results }: CheckovReport): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { check_id } of results.failed_checks) counts.set(check_id, (counts.get(check_id) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @throws Error when it fails, or passes over a file that it can't read */
async function reportOn(python: string, folder: string, framework: Framework): Promise<CheckovReport> {
  const flags = ['--framework', framework, '--output', 'json', '--compact', '--quiet', '--skip-download', '--soft-fail'];
  // Without a console script: its first line names the folder in which the environment was built.
  const { exitCode, stdout, stderr } = await runChild(python, ['-m', 'checkov.main', '--directory', folder, ...flags], {
    cwd: folder,
    env: process.env,
    timeLimitSeconds: 600,
  });
  if (exitCode !== 0) throw new Error(`checkov ended with ${exitCode}:\n${lastLines(stderr || stdout)}`);
  const report = JSON.parse(stdout) as CheckovReport;
  const { parsing_errors } = report.summary;
  if (parsing_errors > 0) throw new Error(`checkov can't read ${parsing_errors} files of ${folder}:\n${lastLines(stderr)}`);
  return report;
}

/**
 * Runs checkov over a folder, and counts.
 * @throws Error when it fails, or passes over a file that it can't read
 */
export async function scan(python: string, folder: string, framework: Framework): Promise<Scan> {
  const report = await reportOn(python, folder, framework);
  const { passed, failed } = report.summary;
  return { passed, failed, failures: countByCheck(report) };
}

/**
 * Runs checkov over a folder: what failed of which resource.
 * @throws Error when it fails, or passes over a file that it can't read
 */
export async function failedChecks(python: string, folder: string, framework: Framework): Promise<readonly FailedCheck[]> {
  return (await reportOn(python, folder, framework)).results.failed_checks;
}
