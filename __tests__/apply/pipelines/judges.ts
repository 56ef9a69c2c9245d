import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { runChild } from '../../../commands/sandbox/child';
import { ensureEnvironment, type PackageSet, projectRoot } from '../../../commands/sandbox/environment';

const PACKAGES: PackageSet = {
  name: 'the schemas of pipelines',
  folder: '.check-jsonschema',
  requirements: '__tests__/apply/pipelines/requirements.txt',
};

/** What a judge found: nothing is an empty text. */
export type Judge = (file: string) => Promise<string>;

/** Judges of GitHub's workflows and of GitLab's pipelines. */
export interface Judges {
  readonly github: Judge;
  readonly gitlab: Judge;
}

/** actionlint, built first where it isn't there yet; without programs that a machine may have or not. */
function actionlint(file: string): Promise<string> {
  const script = join(projectRoot(), 'scripts', 'actionlint.mjs');
  const args = [script, '-no-color', '-oneline', '-shellcheck=', '-pyflakes=', file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return Promise.resolve(stdout);
}

export async function openJudges(): Promise<Judges> {
  const root = projectRoot();
  const python = await ensureEnvironment({ root, packages: PACKAGES, report: () => undefined });
  return {
    github: actionlint,
    gitlab: async (file) => {
      const args = ['-m', 'check_jsonschema', '--builtin-schema', 'vendor.gitlab-ci', '--data-transform', 'gitlab-ci', file];
      const { exitCode, stdout, stderr } = await runChild(python, args, { cwd: root, env: process.env, timeLimitSeconds: 120 });
      return exitCode === 0 ? '' : `${stdout}${stderr}`;
    },
  };
}
