import { type ChildResult, runChild } from '../../../commands/sandbox/child';
import type { Engine } from '../../engine/engine';

/** A `cloud` block in a file of its own, which is all that a stack needs to be run by the engine. */
export function cloudBlock({ host, organization }: Pick<Engine, 'host' | 'organization'>, workspace: string): string {
  const workspaces = `workspaces { name = "${workspace}" }`;
  return `terraform {\n  cloud {\n    hostname     = "${host}"\n    organization = "${organization}"\n    ${workspaces}\n  }\n}\n`;
}

/** Somebody's Terraform, which speaks to the engine. */
export type Command = (args: readonly string[], environment?: NodeJS.ProcessEnv) => Promise<ChildResult>;

/** Terraform in a folder, its words without colours. It sees nothing of AWS unless told so. */
export function terraformAt(engine: Engine, cwd: string, cliConfiguration: string): Command {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, TF_CLI_CONFIG_FILE: cliConfiguration, TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' };
  return (args, environment = {}) =>
    runChild('terraform', args, {
      cwd,
      env: { ...env, ...engine.environmentForTerraform, ...environment },
      timeLimitSeconds: 900,
    });
}
