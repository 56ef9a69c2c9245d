import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { parse } from 'yaml';

import { projectRoot } from '../../../commands/sandbox/environment';
import { type Judges, openJudges } from './judges';

const PIPELINES = join(projectRoot(), 'pipelines');
const GITHUB = readdirSync(join(PIPELINES, 'github')).sort();
const GITLAB = '.gitlab-ci.yml';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly outputs?: Readonly<Record<string, string>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

let judges: Judges;
let folder: string;
beforeAll(async () => {
  judges = await openJudges();
  folder = mkdtempSync(join(tmpdir(), 'pipelines-'));
}, 600_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const textOf = (...path: string[]): string => readFileSync(join(PIPELINES, ...path), 'utf8');
const workflowOf = (name: string): Workflow => parse(textOf('github', name)) as Workflow;
const jobsOf = (name: string): [string, Job][] => Object.entries(workflowOf(name).jobs);
const stepsOf = (name: string): Step[] => jobsOf(name).flatMap(([, { steps }]) => steps);

/** The same with one text in place of another, which has to be there. */
function mutant(name: string, text: string, from: string, to: string): string {
  expect(text).toContain(from);
  const file = join(folder, name);
  writeFileSync(file, text.replace(from, to));
  return file;
}

/** What bash says of a script's syntax; expressions of GitHub are put in before it sees them. */
function bash(script: string): string {
  const { stderr } = spawnSync('bash', ['-n'], { input: script.replace(/\$\{\{.*?\}\}/g, 'x'), encoding: 'utf8' });
  return stderr;
}

/** How a script ends where `npx plinth` ends so. */
function statusOf(script: string, plinth: number): number | null {
  const bin = mkdtempSync(join(folder, 'bin-'));
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nexit ${String(plinth)}\n`, { mode: 0o755 });
  const env = { PATH: [bin, process.env.PATH ?? ''].join(delimiter) };
  return spawnSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: bin, env }).status;
}

test('there are three workflows for GitHub', () => {
  expect(GITHUB).toEqual(['deliver.yml', 'drift.yml', 'pull-request.yml']);
});

describe.each(GITHUB)('the workflow %s', (name) => {
  test('is taken by actionlint', async () => {
    expect(await judges.github(join(PIPELINES, 'github', name))).toBe('');
  });

  test('has scripts that bash can read', () => {
    const scripts = stepsOf(name).flatMap(({ run }) => run ?? []);

    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.map(bash).filter((said) => said !== '')).toEqual([]);
  });

  test('gives each job its own permissions, and a token of AWS to those alone that plan or apply', () => {
    expect(workflowOf(name).permissions).toEqual({});
    for (const [, { permissions = {}, steps }] of jobsOf(name)) {
      const delivers = steps.some(({ run }) => run?.includes('plinth deliver') === true);
      expect(permissions['id-token']).toBe(delivers ? 'write' : undefined);
      const writes = Object.entries(permissions).filter(([what, how]) => how === 'write' && what !== 'id-token');
      expect(delivers ? writes : []).toEqual([]);
    }
  });

  test('ends by itself, is never there twice, and leaves no token of GitHub in the working copy', () => {
    expect(workflowOf(name).concurrency).toHaveProperty('group');
    expect(jobsOf(name).filter(([, job]) => job['timeout-minutes'] === undefined)).toEqual([]);
    const checkouts = stepsOf(name).filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('uses actions of GitHub and HashiCorp alone', () => {
    const owners = stepsOf(name).flatMap(({ uses }) => uses?.replace(/@v\d+$/, '') ?? []);
    const known = ['actions/checkout', 'actions/setup-node', 'actions/upload-artifact', 'actions/download-artifact'];

    expect(
      owners.filter((owner) => ![...known, 'hashicorp/setup-terraform', 'github/codeql-action/upload-sarif'].includes(owner)),
    ).toEqual([]);
  });

  test('without a terraform that hides exit codes', () => {
    const setups = stepsOf(name).filter(({ uses }) => uses?.startsWith('hashicorp/setup-terraform@') === true);

    expect(setups.map((step) => step.with?.terraform_wrapper)).toEqual(setups.map(() => false));
  });
});

test.each([
  ['a context that there is not', '${{ github.ref }}', '${{ githb.ref }}', 'undefined variable "githb"'],
  ['a broken expression', "== 'success' }}", "== 'success }}", 'got unexpected'],
  ['an unknown key', 'timeout-minutes: 15', 'timeout-minute: 15', 'unexpected key "timeout-minute" for "job" section'],
  ['a permission that there is not', 'id-token: write', 'id-tokens: write', 'unknown permission scope "id-tokens"'],
  ['a job that needs none that there is', 'needs: judge', 'needs: judges', 'needs job "judges" which does not exist'],
])('actionlint refuses %s', async (_, from, to, words) => {
  expect(await judges.github(mutant('mutant.yml', textOf('github', 'pull-request.yml'), from, to))).toContain(words);
});

test.each([
  ['an output that no job has', 'needs.apply.outputs.since', 'needs.apply.outputs.begun', 'property "begun" is not defined'],
  ['an output of a step that there is not', 'steps.begin.outputs', 'steps.began.outputs', 'property "began" is not defined'],
])('actionlint refuses %s in an apply', async (_, from, to, words) => {
  expect(await judges.github(mutant('mutant.yml', textOf('github', 'deliver.yml'), from, to))).toContain(words);
});

/** What a gate asks, in either pipeline. */
const GATE = ['npx plinth deliver drift', 'npx plinth deliver gate --since "$SINCE" --known known.json --wait 10'];
const NOTE = 'npx plinth deliver gate --json > known.json';

/** What `plinth deliver gate` ends with before an apply, and what its step then does: findings are noted, faults stop the plan. */
const ENDINGS = [
  [0, 0],
  [1, 0],
  [2, 2],
  [3, 3],
] as const;

describe('the gate on GitHub', () => {
  const { plan, apply, gate } = workflowOf('deliver.yml').jobs as Readonly<Record<'plan' | 'apply' | 'gate', Job>>;
  const scripts = ({ steps }: Job): string[] => steps.flatMap(({ run }) => run ?? []);

  test('holds AWS against what was applied, then alarms and rules against the time before', () => {
    expect(scripts(gate).slice(-2)).toEqual(GATE);
    expect(gate.steps.at(-1)?.env).toEqual({ SINCE: '${{ needs.apply.outputs.since }}' });
  });

  test('counts from before the apply', () => {
    const [begin, deliver] = ['date -u', 'plinth deliver apply'].map((words) =>
      scripts(apply).findIndex((script) => script.includes(words)),
    );

    expect(apply.outputs).toEqual({ since: '${{ steps.begin.outputs.since }}' });
    expect(begin).toBe((deliver ?? 0) - 1);
  });

  test.each(ENDINGS)(
    'is told what there was before the apply: a gate that ends with %d lets the plan end with %d',
    (plinth, status) => {
      expect(statusOf(scripts(plan).find((script) => script.includes(NOTE)) ?? '', plinth)).toBe(status);
      const names = [plan, gate].flatMap(({ steps }) =>
        steps.flatMap((step) => (step.uses?.includes('load-artifact') === true ? [step.with?.name] : [])),
      );
      expect(names).toEqual(['known', 'known']);
    },
  );
});

describe('the pipeline of GitLab', () => {
  const text = textOf('gitlab', GITLAB);
  const jobs = Object.entries(
    parse(text) as Record<string, { script?: string[]; artifacts?: object; id_tokens?: { PLINTH_TOKEN: { aud: string } } }>,
  );
  const job = (name: string): { script?: string[]; artifacts?: object } => Object.fromEntries(jobs)[name] ?? {};

  test('is taken by its schema', async () => {
    expect(await judges.gitlab(join(PIPELINES, 'gitlab', GITLAB))).toBe('');
  });

  test.each([
    ['an unknown key', 'interruptible: true', 'interruptable: true', 'interruptable'],
    ['a token without audience', 'aud: plinth-apply', 'audience: plinth-apply', 'aud'],
    ['a report that there is not', 'dotenv: applied.env', 'environment: applied.env', 'environment'],
    ['an unknown moment', 'when: manual', 'when: by-hand', 'by-hand'],
  ])('its schema refuses %s', async (_, from, to, words) => {
    expect(await judges.gitlab(mutant('mutant-ci.yml', text, from, to))).toContain(words);
  });

  test('asks for a token that applies in one job, and for none in a merge request', () => {
    const audiences = jobs.flatMap(([name, { id_tokens: tokens }]) =>
      tokens === undefined ? [] : [[name, tokens.PLINTH_TOKEN.aud]],
    );

    expect(audiences).toEqual([
      ['plan', 'plinth-plan'],
      ['apply', 'plinth-apply'],
      ['gate', 'plinth-plan'],
      ['drift', 'plinth-plan'],
    ]);
  });

  test('has a gate that holds alarms and rules against the time before the apply', () => {
    expect(job('gate').script?.slice(-2)).toEqual(GATE);
    expect(job('apply').script?.at(-2)).toBe('echo "SINCE=$(date -u +%Y-%m-%dT%H:%M:%SZ)" > applied.env');
    expect(job('apply').artifacts).toEqual({ reports: { dotenv: 'applied.env' } });
    expect(job('plan').artifacts).toMatchObject({ paths: ['plan.md', 'known.json'] });
  });

  test.each(ENDINGS)(
    'is told what there was before the apply: a gate that ends with %d lets the plan end with %d',
    (plinth, status) => {
      expect(statusOf(job('plan').script?.find((script) => script.includes(NOTE)) ?? '', plinth)).toBe(status);
    },
  );

  test('has scripts that bash can read', () => {
    const scripts = jobs.flatMap(([, { script }]) => (script === undefined ? [] : [script.join('\n')]));

    expect(scripts).toHaveLength(5);
    expect(scripts.map(bash).filter((said) => said !== '')).toEqual([]);
  });
});
