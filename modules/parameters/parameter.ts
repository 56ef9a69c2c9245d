import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Construct } from 'constructs';

import { ProblemList } from '../core/input-error';
import { escapeTemplates } from '../core/policy/tokens';
import { resourceName } from '../core/resource-name';
import { define, subjectOf } from '../terraform';
import { checkDescription } from './description';
import { checkName } from './parameter-name';
import { parameterContent, type ParameterTier } from './parameter-value';

/** A value that everybody may read who may read the stack's state. */
export interface ParameterProps {
  /** The full name: `path.name('database/host')` or `/lz/dev/network/vpc_id`. Changing it replaces the parameter. */
  readonly name: string;
  /** A String: a literal, or a single value that only Terraform will know, such as `vpc.id`. @default - values are given */
  readonly value?: string;
  /** A StringList. @default - a value is given */
  readonly values?: readonly string[];
  /** A regular expression that the whole value matches. @default - any value is allowed */
  readonly allowedPattern?: string;
  /** Advanced to Standard replaces the parameter, so state it where a long value may become short. @default - by the value's size */
  readonly tier?: ParameterTier;
  /** @default - that Terraform manages it */
  readonly description?: string;
}

/** A String or StringList. It is all in the code, so nothing protects it from being destroyed. */
export class Parameter extends Construct {
  /** The underlying resource. */
  readonly resource: SsmParameter;
  readonly parameterName: string;

  /** @throws InputError LZ-PARAM-1 to LZ-PARAM-17, all that apply */
  constructor(scope: Construct, id: string, props: ParameterProps) {
    super(scope, id);
    const { name, allowedPattern, description = 'Managed by Terraform.' } = props;
    const subject = subjectOf(scope, id, 'Parameter');
    const problems = new ProblemList();
    problems.attempt(subject, () => checkName(name));
    problems.attempt(subject, () => checkDescription(description));
    const content = problems.attempt(subject, () => parameterContent(props));
    problems.throwIfAny();
    if (content === undefined) throw new Error(`${subject} has no content`);
    this.parameterName = name;
    this.resource = define(this, SsmParameter, resourceName(id), {
      name,
      type: content.type,
      // Terraform would read ${ in a literal as its own.
      value: escapeTemplates(content.text),
      tier: content.tier,
      description: escapeTemplates(description),
      ...(allowedPattern === undefined ? {} : { allowedPattern: escapeTemplates(allowedPattern) }),
    });
  }

  get arn(): string {
    return this.resource.arn;
  }
}
