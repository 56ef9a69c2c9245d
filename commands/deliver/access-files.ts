import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Phase } from '../../modules/delivery';
import type { DeliverableStack } from './request';

/** How the runs of a stack come by its roles. */
export interface AccessOptions {
  readonly stack: DeliverableStack;
  readonly phase: Phase;
  readonly tokenFile: string;
  /** Where files are written. */
  readonly folder: string;
}

/** What would be taken instead of the roles, or lets a provider ask for tokens of its own. */
const OTHER_CREDENTIALS =
  /^(AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|(DEFAULT_)?PROFILE|ROLE_.*|WEB_IDENTITY_.*|CONTAINER_.*|CONFIG_FILE|SHARED_CREDENTIALS_FILE)|ACTIONS_ID_TOKEN_REQUEST_.*)$/;

/** Calls of AWS are logged under the run that made them. */
export function sessionName(phase: Phase, { GITHUB_RUN_ID, CI_JOB_ID }: NodeJS.ProcessEnv): string {
  const run = (GITHUB_RUN_ID ?? CI_JOB_ID ?? '').replace(/[^\w.-]/g, '').slice(0, 40);
  return run === '' ? `plinth-${phase}` : `plinth-${phase}-${run}`;
}

/**
 * The environment in which Terraform comes by the roles of a stack and by nothing else; files in the form that HCP
 * Terraform writes them say which.
 */
export function accessEnvironment(options: AccessOptions, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { stack, phase, tokenFile } = options;
  const folder = join(options.folder, stack.name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (name: string, lines: readonly string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    return file;
  };
  const configFile = (name: string, role: string): string =>
    write(`${name}.conf`, [
      '[default]',
      `role_arn=${role}`,
      `web_identity_token_file=${tokenFile}`,
      `role_session_name=${sessionName(phase, env)}`,
    ]);
  const own = configFile('own', stack.roles.own[phase]);
  const others = Object.entries(stack.roles.others).map(
    ([tag, roles]) => [tag, { shared_config_file: configFile(`other-${tag}`, roles[phase]) }] as const,
  );
  const several = { default: { shared_config_file: own }, aliases: Object.fromEntries(others) };
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !OTHER_CREDENTIALS.test(name))),
    AWS_CONFIG_FILE: own,
    AWS_SDK_LOAD_CONFIG: '1',
    // Credentials of the machine would come before those of the roles.
    AWS_SHARED_CREDENTIALS_FILE: write('none', []),
    ...(others.length === 0 ? {} : { TF_VAR_tfc_aws_dynamic_credentials: JSON.stringify(several) }),
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
  };
}
