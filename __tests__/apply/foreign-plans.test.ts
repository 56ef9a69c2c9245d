import { join } from 'node:path';

import { readShown } from '../../policies/model/shown';
import { FOLDER, readScenario, SCENARIOS } from '../policies/foreign/foreign';
import { ForeignPlanner } from './foreign-planner';

describe("the committed plans of Terraform that isn't ours are what Terraform says of it today", () => {
  const planner = new ForeignPlanner();
  afterAll(() => {
    planner.clear();
  });

  test.each(SCENARIOS)('%s is planned, shown and read as it is committed', async (scenario) => {
    expect(readShown(scenario, await planner.planOf(join(FOLDER, scenario)))).toEqual(readScenario(scenario));
  });
});
