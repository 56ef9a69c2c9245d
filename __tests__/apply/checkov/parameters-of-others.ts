import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Body = Readonly<Record<string, unknown>>;

/** A stack's JSON, as far as it reads parameters that other stacks leave. */
export interface ReadingStack {
  readonly terraform: Body;
  readonly provider: { readonly aws: readonly Body[] };
  readonly data?: { readonly aws_ssm_parameter?: Readonly<Record<string, Body>> };
}

/**
 * Writes a stack that makes every parameter that others read, so that each can be planned before any is applied. Which
 * id stands in a parameter changes nothing of what a plan is judged by.
 */
export function writeParametersOfOthers(directory: string, stacks: readonly ReadingStack[]): void {
  const providers = new Map<string, Body>();
  const parameters = new Map<string, Body>();
  for (const { provider, data } of stacks) {
    for (const config of provider.aws) providers.set(`aws.${String(config.alias)}`, config);
    for (const { name, provider: reader } of Object.values(data?.aws_ssm_parameter ?? {})) {
      const key = `${String(reader)} ${String(name)}`.replaceAll(/[^a-zA-Z0-9]/g, '_');
      parameters.set(key, { name, provider: reader, type: 'String', value: `id-of-${key.slice(-40)}` });
    }
  }
  const document = {
    terraform: { ...stacks[0]?.terraform, backend: { local: { path: 'terraform.tfstate' } } },
    provider: { aws: [...providers.values()] },
    resource: { aws_ssm_parameter: Object.fromEntries(parameters) },
  };
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(document));
}
