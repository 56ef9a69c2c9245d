import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Emulator } from '../../../commands/sandbox/emulator';
import { ensureEnvironment } from '../../../commands/sandbox/environment';
import { findProviderSource, writeCliConfiguration } from '../../../commands/sandbox/plugin-mirror';
import { keepStateHere, managementAccount } from '../../../commands/sandbox/synthesis';
import { Terraform } from '../../../commands/sandbox/terraform';
import { inWaves, readWaves } from '../../../commands/sandbox/waves';
import { type ReadingStack, writeParametersOfOthers } from './parameters-of-others';

/** What planning needs. */
export interface PlanOptions {
  readonly root: string;
  /** The synthesised stacks. */
  readonly output: string;
  /** Where plans and working files go. */
  readonly folder: string;
  readonly report: (line: string) => void;
}

/** Plans every stack with real Terraform against an empty emulator: a folder with one pretty-printed plan for each. */
export async function planStacks({ root, output, folder, report }: PlanOptions): Promise<string> {
  const plans = join(folder, 'plans');
  mkdirSync(plans);
  const cache = join(root, '.emulator', 'plugins');
  mkdirSync(cache, { recursive: true });
  const source = findProviderSource(process.env);
  const cliConfiguration = await writeCliConfiguration(source, folder, cache);
  const emulator = await Emulator.start({ root, python: await ensureEnvironment({ root, report }) });
  try {
    const clientEnvironment = emulator.clientEnvironment(await emulator.homeCredentials(await managementAccount(output)));
    const terraform = (directory: string): Terraform => new Terraform({ directory, cliConfiguration, clientEnvironment });
    const stacks = (await readWaves(output)).flat();
    const documents = stacks.map(
      (stack) => JSON.parse(readFileSync(join(output, 'stacks', stack, 'cdk.tf.json'), 'utf8')) as ReadingStack,
    );
    const others = join(folder, 'parameters-of-others');
    writeParametersOfOthers(others, documents);
    await terraform(others).init();
    await terraform(others).apply();
    const plan = async (stack: string): Promise<void> => {
      const stackTerraform = terraform(await keepStateHere(output, stack));
      await stackTerraform.init();
      await stackTerraform.plan();
      writeFileSync(join(plans, `${stack}.json`), JSON.stringify(JSON.parse(await stackTerraform.planJson()), null, 2));
      report(`${stack}: planned`);
    };
    // Terraform's plug-in cache isn't safe for several downloads at once.
    await inWaves([stacks], plan, source.kind === 'registry' ? 1 : undefined);
    return plans;
  } finally {
    await emulator.stop();
  }
}
