import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { findProviderSource } from '../../../commands/sandbox/plugin-mirror';
import { keepStateHere, managementAccount } from '../../../commands/sandbox/synthesis';
import { inWaves, readWaves } from '../../../commands/sandbox/waves';
import { EmulatedAccount } from '../emulated-account';
import { type ReadingStack, writeParametersOfOthers } from './parameters-of-others';

/** What planning needs. */
export interface PlanOptions {
  /** The synthesised stacks. */
  readonly output: string;
  /** Where plans and working files go. */
  readonly folder: string;
  readonly report: (line: string) => void;
}

/** Plans every stack with real Terraform against an empty emulator: a folder with one pretty-printed plan for each. */
export async function planStacks({ output, folder, report }: PlanOptions): Promise<string> {
  const plans = join(folder, 'plans');
  mkdirSync(plans);
  const account = await EmulatedAccount.open(await managementAccount(output));
  try {
    const stacks = (await readWaves(output)).flat();
    const documents = stacks.map(
      (stack) => JSON.parse(readFileSync(join(output, 'stacks', stack, 'cdk.tf.json'), 'utf8')) as ReadingStack,
    );
    const others = join(folder, 'parameters-of-others');
    writeParametersOfOthers(others, documents);
    await account.terraformIn(others).init();
    await account.terraformIn(others).apply();
    const plan = async (stack: string): Promise<void> => {
      const terraform = account.terraformIn(await keepStateHere(output, stack));
      await terraform.init();
      await terraform.plan();
      writeFileSync(join(plans, `${stack}.json`), JSON.stringify(JSON.parse(await terraform.planJson()), null, 2));
      report(`${stack}: planned`);
    };
    // Terraform's plug-in cache isn't safe for several downloads at once.
    await inWaves([stacks], plan, findProviderSource(process.env).kind === 'registry' ? 1 : undefined);
    return plans;
  } finally {
    await account.close();
  }
}
