import { TerraformVariable } from 'cdktf';

import type { LayerStack } from './stack/layer-stack';

/**
 * The variable by which HCP Terraform hands a run its credentials: a file of AWS's for the stack's own account, and one for
 * each other account by its tag. Other pipelines write the same files and set it likewise.
 * @source HCP Terraform, "Dynamic Credentials with the AWS Provider", specifying multiple configurations
 */
const VARIABLE = 'tfc_aws_dynamic_credentials';

const TYPE =
  'object({ default = object({ shared_config_file = string }), aliases = map(object({ shared_config_file = string })) })';

/** How credentials for an account are asked for: letters, digits and underscores. */
export function credentialsTag(account: string): string {
  return account.toUpperCase().replaceAll('-', '_');
}

/** Declares the variable, once in a stack. */
export function declareRunCredentials(stack: LayerStack): void {
  const variable = new TerraformVariable(stack, VARIABLE, {
    type: TYPE,
    description: 'Files of credentials: for the account of the stack, and for each other by its tag',
  });
  variable.overrideLogicalId(VARIABLE);
}

/** The file for the stack's own account, or for another. */
export function credentialsFile(tag?: string): string {
  return `\${var.${VARIABLE}.${tag === undefined ? 'default' : `aliases["${tag}"]`}.shared_config_file}`;
}
