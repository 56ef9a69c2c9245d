import { Command } from 'commander';

import { InputError } from '../../modules/core/input-error';
import { judge, packs, readUniverse, renderFinding } from '../../policies';

function run(path: string, flags: { readonly pack?: string }): void {
  const pack = packs.find(({ id }) => id === flags.pack) ?? packs[0];
  try {
    const { stacks, resources, rules, findings } = judge(readUniverse(path), pack);
    for (const finding of findings) process.stdout.write(`${renderFinding(finding)}\n\n`);
    process.stdout.write(
      `${String(rules)} rules held against ${String(resources)} resources of ${String(stacks)} stacks: ${String(findings.length)} findings\n`,
    );
    process.exitCode = findings.some(({ level }) => level === 'error') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** `plinth check`: holds a pack of rules against any Terraform JSON; 1 where an error is found. */
export function checkCommand(): Command {
  return new Command('check')
    .description('Judges any Terraform JSON by the rules; 1 when there are findings of level error.')
    .argument('<path>', 'a directory of stacks, a cdk.tf.json, or the JSON of a plan or state')
    .option('--pack <id>', 'the rules to hold', packs[0].id)
    .allowExcessArguments(false)
    .exitOverride()
    .action(run);
}
