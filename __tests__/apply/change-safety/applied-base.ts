import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { stringify } from 'yaml';

import type { Terraform } from '../../../commands/sandbox/terraform';
import { inWaves, readWaves } from '../../../commands/sandbox/waves';
import { synth } from '../../../main';
import { EmulatedAccount } from '../emulated-account';
import { baseConfiguration, type Configuration } from './configuration';

/** A folder with a configuration, its ledger, what was synthesised from them, and the states of its stacks. */
export class Tree {
  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  get configuration(): string {
    return join(this.folder, 'landing-zone.yaml');
  }

  get output(): string {
    return join(this.folder, 'cdktf.out');
  }

  /** Where the plans of its stacks are kept, as `terraform show -json` prints them. */
  get plans(): string {
    return join(this.folder, 'plans');
  }

  stack(name: string): string {
    return join(this.output, 'stacks', name);
  }

  state(stack: string): string {
    return join(this.folder, 'terraform.state', 'acme', `${stack}.tfstate`);
  }

  /** Writes the configuration and synthesises it, the ledger going on from where it is. */
  synthesise(configuration: Configuration): void {
    writeFileSync(this.configuration, stringify(configuration));
    const { findings, failing } = synth({ config: this.configuration, out: this.output, frozen: false });
    if (failing > 0) throw new Error(`the configuration has findings: ${JSON.stringify(findings)}`);
  }
}

/** The management account of the base configuration. */
const HOME_ACCOUNT = '111111111111';

/** The base configuration, applied to an emulator of its own. */
export class AppliedBase {
  private constructor(
    private readonly account: EmulatedAccount,
    readonly tree: Tree,
    readonly stacks: readonly string[],
  ) {}

  get folder(): string {
    return this.account.folder;
  }

  static async start(report: (line: string) => void): Promise<AppliedBase> {
    const account = await EmulatedAccount.open(HOME_ACCOUNT);
    const tree = new Tree(join(account.folder, 'base'));
    tree.synthesise(baseConfiguration());
    const waves = await readWaves(tree.output);
    const base = new AppliedBase(account, tree, waves.flat());
    // Terraform's plug-in cache isn't safe for several downloads at once.
    await inWaves([base.stacks], (stack) => base.terraform(tree, stack).init(), 1);
    await inWaves(waves, async (stack) => {
      const { added } = await base.terraform(tree, stack).apply();
      report(`${stack}: ${added} added`);
    });
    return base;
  }

  /** Terraform in a stack of a tree; `.terraform` is the base's where the base has the stack. */
  terraform(tree: Tree, stack: string): Terraform {
    const shared = this.stacks.includes(stack) ? { dataDirectory: join(this.tree.stack(stack), '.terraform') } : {};
    return this.account.terraformIn(tree.stack(stack), shared);
  }

  /** Ends the emulator and takes the folder away. */
  async stop(): Promise<void> {
    await this.account.close();
  }
}
