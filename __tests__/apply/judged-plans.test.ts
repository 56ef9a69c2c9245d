import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { projectRoot } from '../../commands/sandbox/environment';
import { readShown } from '../../policies/model/shown';
import type { Json } from '../../policies/model/universe';
import { judgementOf, planFile, PLANS } from '../policies/judged/judged';
import { checkovEnvironment, failedChecks } from './checkov/checkov';
import { ForeignPlanner } from './foreign-planner';

const line = (check: string, resource: string): string => `${check} ${resource}`;

describe.each(PLANS)('the judged plan of the foreign %s', (plan) => {
  const planner = new ForeignPlanner();
  const folder = mkdtempSync(join(tmpdir(), 'plinth-judged-'));
  afterAll(() => {
    planner.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is what Terraform plans of its HCL today', async () => {
    const committed = JSON.parse(readFileSync(planFile(plan), 'utf8')) as Json;
    expect(readShown(plan, await planner.planOf(dirname(planFile(plan))))).toEqual(readShown(plan, committed));
  });

  test('fails the checks of checkov that are answered, and no other', async () => {
    // Alone: checkov would read whatever else lies there.
    const alone = join(folder, plan);
    mkdirSync(alone);
    cpSync(planFile(plan), join(alone, 'plan.json'));
    const python = await checkovEnvironment(projectRoot(), (text) => void process.stderr.write(`  ${text}\n`));
    const found = await failedChecks(python, alone, 'terraform_plan');
    const answered = judgementOf(plan).checks;
    expect([...new Set(found.map(({ check_id, resource }) => line(check_id, resource)))].sort()).toEqual(
      answered.map(({ check, resource }) => line(check, resource)).sort(),
    );
  });
});
