import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';

import { asWritten, InputError } from '../../core/input-error';
import { claim } from '../stack-claims';

/** @source Terraform language, "Input Variables" */
const RESERVED = ['count', 'depends_on', 'for_each', 'lifecycle', 'locals', 'provider', 'providers', 'source', 'version'];

/** @throws InputError LZ-PARAM-19 no name of a variable, LZ-PARAM-20 one that another secret has */
export function checkVariable(scope: Construct, name: string): void {
  if (!/^[a-z][a-z0-9_]*$/.test(name) || RESERVED.includes(name)) {
    const problem = "a variable's name is made of small letters, digits and _, and is no word of Terraform's own";
    throw InputError.of({ problem, got: asWritten(name), remedy: 'name it like "database_password"', code: 'LZ-PARAM-19' });
  }
  if (claim(scope, `var.${name}`)) return;
  const remedy = 'give each secret a variable of its own';
  throw InputError.of({
    problem: 'another secret of the stack has this variable',
    got: asWritten(name),
    remedy,
    code: 'LZ-PARAM-20',
  });
}

/** A variable whose value Terraform keeps in no plan and no state. It has to be given to every plan and apply. */
export function secretVariable(scope: Construct, name: string, parameterName: string): TerraformVariable {
  const variable = new TerraformVariable(scope, 'variable', {
    type: 'string',
    nullable: false,
    sensitive: true,
    description: `The value of ${parameterName}. Given as TF_VAR_${name}, never in a file.`,
    // AWS would refuse an empty value with words that name neither the parameter nor the variable.
    validation: [
      {
        condition: `\${length(var.${name}) > 0}`,
        errorMessage: `${name} is empty: AWS takes no empty value for ${parameterName}.`,
      },
    ],
  });
  variable.overrideLogicalId(name);
  // cdktf 0.21 has no word for it.
  variable.addOverride('ephemeral', true);
  return variable;
}
