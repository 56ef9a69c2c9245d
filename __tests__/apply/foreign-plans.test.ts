import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot } from '../../commands/sandbox/environment';
import { findProviderSource, writeCliConfiguration } from '../../commands/sandbox/plugin-mirror';
import { Terraform } from '../../commands/sandbox/terraform';
import { readShown } from '../../policies/model/shown';
import type { Json } from '../../policies/model/universe';
import { FOLDER, readScenario, type Scenario, SCENARIOS } from '../policies/foreign/foreign';

jest.setTimeout(300_000);

/** Nobody asks AWS for anything while these are planned. */
const NOBODY = { AWS_ACCESS_KEY_ID: 'nobody', AWS_SECRET_ACCESS_KEY: 'nothing', AWS_EC2_METADATA_DISABLED: 'true' };

async function planOf(scenario: Scenario, folder: string, cliConfiguration: string): Promise<Json> {
  const directory = join(folder, scenario);
  cpSync(join(FOLDER, scenario), directory, { recursive: true });
  const terraform = new Terraform({ directory, cliConfiguration, clientEnvironment: NOBODY });
  await terraform.init();
  await terraform.plan();
  return JSON.parse(await terraform.planJson()) as Json;
}

describe("the committed plans of Terraform that isn't ours are what Terraform says of it today", () => {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-foreign-'));
  let cliConfiguration = '';

  beforeAll(async () => {
    const cache = join(projectRoot(), '.emulator', 'plugins');
    mkdirSync(cache, { recursive: true });
    cliConfiguration = await writeCliConfiguration(findProviderSource(process.env), folder, cache);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(SCENARIOS)('%s is planned, shown and read as it is committed', async (scenario) => {
    expect(readShown(scenario, await planOf(scenario, folder, cliConfiguration))).toEqual(readScenario(scenario));
  });
});
