import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Emulator } from '../../commands/sandbox/emulator';
import { ensureEnvironment, projectRoot } from '../../commands/sandbox/environment';
import type { Credentials } from '../../commands/sandbox/home-account';
import { findProviderSource, writeCliConfiguration } from '../../commands/sandbox/plugin-mirror';
import { Terraform, type TerraformOptions } from '../../commands/sandbox/terraform';

/** An emulated AWS, a folder to work in, and what Terraform needs to start from one account of it. */
export class EmulatedAccount {
  private constructor(
    readonly folder: string,
    readonly emulator: Emulator,
    /** An administrator of the account. */
    readonly credentials: Credentials,
    readonly cliConfiguration: string,
    /** The interpreter that runs the emulator. */
    readonly python: string,
  ) {}

  static async open(accountId: string): Promise<EmulatedAccount> {
    const root = projectRoot();
    const folder = mkdtempSync(join(tmpdir(), 'plinth-apply-'));
    const cache = join(root, '.emulator', 'plugins');
    mkdirSync(cache, { recursive: true });
    const cliConfiguration = await writeCliConfiguration(findProviderSource(process.env), folder, cache);
    const python = await ensureEnvironment({ root, report: () => undefined });
    const emulator = await Emulator.start({ root, python });
    return new EmulatedAccount(folder, emulator, await emulator.homeCredentials(accountId), cliConfiguration, python);
  }

  /** What programs need to find the emulator and to be this account's administrator. */
  get environment(): NodeJS.ProcessEnv {
    return this.emulator.clientEnvironment(this.credentials);
  }

  /** Terraform in a folder that holds a stack. */
  terraformIn(directory: string, options: Pick<TerraformOptions, 'dataDirectory'> = {}): Terraform {
    return new Terraform({ ...options, directory, cliConfiguration: this.cliConfiguration, clientEnvironment: this.environment });
  }

  /** Ends the emulator, and every file with it. */
  async close(): Promise<void> {
    await this.emulator.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
