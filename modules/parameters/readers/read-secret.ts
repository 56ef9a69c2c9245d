import { TerraformStack } from 'cdktf';
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';

import { withSubject } from '../../core/input-error';
import { resourceName } from '../../core/resource-name';
import { placeOf, type PlaceProps, subjectOf } from '../../terraform';
import { checkAnyName, parameterArn } from '../parameter-name';
import { claim } from '../stack-claims';
import { demandWriteOnly } from '../secrets/write-only';

/** A secret that another stack or account wrote; account and Region are those that it stands in. */
export interface ReadSecretProps extends PlaceProps {
  /** The full name. */
  readonly name: string;
  /** The provider of the account and Region. @default - the stack's own */
  readonly provider?: TerraformProvider;
}

/** A value that Terraform fetches anew at each run and keeps nowhere. */
export interface EphemeralSecret {
  /** For write-only attributes and the settings of providers alone; Terraform refuses it elsewhere. */
  readonly value: string;
}

/**
 * Reads a secret by an ephemeral resource. The provider bindings have no ephemeral ones, so it is laid over the stack.
 * @throws InputError LZ-PARAM-1 to LZ-PARAM-5, LZ-STACK-6
 */
export function readSecret(scope: Construct, id: string, props: ReadSecretProps): EphemeralSecret {
  const { name, provider } = props;
  const subject = subjectOf(scope, id, 'Secret');
  withSubject(subject, () => checkAnyName(name));
  const arn = parameterArn(placeOf(scope, subject, props), name);
  const address = `ephemeral.aws_ssm_parameter.${resourceName(id).current}`;
  if (!claim(scope, address)) throw new Error(`two ephemeral resources have the address ${address}`);
  demandWriteOnly(scope);
  TerraformStack.of(scope).addOverride(address, { arn, ...(provider === undefined ? {} : { provider: provider.fqn }) });
  return { value: `\${${address}.value}` };
}
