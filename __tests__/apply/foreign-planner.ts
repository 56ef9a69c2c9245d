import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { projectRoot } from '../../commands/sandbox/environment';
import { findProviderSource, writeCliConfiguration } from '../../commands/sandbox/plugin-mirror';
import { Terraform } from '../../commands/sandbox/terraform';
import type { Json } from '../../policies/model/universe';

/** Nobody asks AWS for anything while these are planned. */
const NOBODY = { AWS_ACCESS_KEY_ID: 'nobody', AWS_SECRET_ACCESS_KEY: 'nothing', AWS_EC2_METADATA_DISABLED: 'true' };

/** Plans HCL that isn't ours by real Terraform, in a copy and without an account. */
export class ForeignPlanner {
  readonly #folder = mkdtempSync(join(tmpdir(), 'plinth-foreign-'));

  /** The plan of the HCL in a folder. */
  async planOf(project: string): Promise<Json> {
    const cache = join(projectRoot(), '.emulator', 'plugins');
    mkdirSync(cache, { recursive: true });
    const cliConfiguration = await writeCliConfiguration(findProviderSource(process.env), this.#folder, cache);
    const directory = join(this.#folder, basename(project));
    cpSync(project, directory, { recursive: true });
    const terraform = new Terraform({ directory, cliConfiguration, clientEnvironment: NOBODY });
    await terraform.init();
    await terraform.plan();
    return JSON.parse(await terraform.planJson()) as Json;
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
