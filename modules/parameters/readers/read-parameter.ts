import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { Fn, type TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';

import { withSubject } from '../../core/input-error';
import { resourceName } from '../../core/resource-name';
import { define, subjectOf } from '../../terraform';
import { checkAnyName } from '../parameter-name';

/** A parameter that another stack or account wrote. */
export interface ReadParameterProps {
  /** The full name. */
  readonly name: string;
  /** The provider of the account and Region that it stands in. @default - the stack's own */
  readonly provider?: TerraformProvider;
}

/**
 * A secret isn't read this way: its value would stand in the state. The provider isn't asked to decrypt, so not even the
 * read that is refused brings it.
 */
function read(scope: Construct, id: string, { name, provider }: ReadParameterProps, type: string): string {
  withSubject(subjectOf(scope, id, type), () => checkAnyName(name));
  const data = define(scope, DataAwsSsmParameter, resourceName(id), {
    name,
    withDecryption: false,
    ...(provider === undefined ? {} : { provider }),
    lifecycle: {
      postcondition: [
        {
          condition: `\${self.type == "${type}"}`,
          errorMessage: `${name} is no ${type}. Read a String by readParameter, a StringList by readParameterList, a SecureString by readSecret: it must not stand in a state.`,
        },
      ],
    },
  });
  return data.insecureValue;
}

/**
 * The value of a String, as a value that only Terraform will know. Another type stops the plan.
 * @throws InputError LZ-PARAM-1 to LZ-PARAM-5
 */
export function readParameter(scope: Construct, id: string, props: ReadParameterProps): string {
  return read(scope, id, props, 'String');
}

/**
 * The items of a StringList. Another type stops the plan.
 * @throws InputError LZ-PARAM-1 to LZ-PARAM-5
 */
export function readParameterList(scope: Construct, id: string, props: ReadParameterProps): string[] {
  return Fn.split(',', read(scope, id, props, 'StringList'));
}
