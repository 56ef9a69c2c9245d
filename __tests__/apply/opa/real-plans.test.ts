import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot } from '../../../commands/sandbox/environment';
import { findProviderSource, writeCliConfiguration } from '../../../commands/sandbox/plugin-mirror';
import { readShown } from '../../../policies/model/shown';
import { CASES, committed, planFile, RULES } from '../../policies/rules/plan/plan-fixture';
import { realPlans } from './real-plans';

describe('the committed plans of the rules of plans are what Terraform plans today', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-plans-'));
  let cliConfiguration = '';

  beforeAll(async () => {
    const cache = join(projectRoot(), '.emulator', 'plugins');
    mkdirSync(cache, { recursive: true });
    cliConfiguration = await writeCliConfiguration(findProviderSource(process.env), folder, cache);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(CASES)('%s: each rule reads the same of what is committed as of what is planned', async (which) => {
    const plans = await realPlans(which, folder, cliConfiguration);
    // By hand, after a change of what is written: WRITE_PLANS=true.
    if (process.env.WRITE_PLANS === 'true') {
      for (const [rule, plan] of plans) writeFileSync(planFile(rule, which), `${JSON.stringify(plan, null, 2)}\n`);
    }

    for (const rule of RULES) {
      expect(readShown(rule, plans.get(rule) ?? null)).toEqual(readShown(rule, committed(rule, which)));
    }
  });
});
