import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Construct } from 'constructs';

import { checkKeyArn } from '../../core/aws/key-arn';
import { asWritten, InputError, ProblemList } from '../../core/input-error';
import { escapeTemplates } from '../../core/policy/tokens';
import { resourceName } from '../../core/resource-name';
import { define, placeOf, type PlaceProps, subjectOf } from '../../terraform';
import type { GroupBearer, RoleBearer } from '../access/bearer';
import { ParameterAccess } from '../access/parameter-access';
import { checkDescription } from '../description';
import { checkName, parameterArn } from '../parameter-name';
import type { ParameterTier } from '../parameter-value';
import type { EphemeralSecret } from '../readers/read-secret';
import { checkVariable, secretVariable } from './secret-variable';
import { demandWriteOnly } from './write-only';

/** A secret: its value stands in no code, no plan and no state. */
export interface SecretParameterProps extends PlaceProps {
  /** The full name: `path.name('database/password')`. Changing it replaces the parameter, and the value is gone. */
  readonly name: string;
  /** The customer's own key, of the same Region. */
  readonly keyArn: string;
  /** The Terraform variable that the value comes by. @default - the value is put from outside: `putCommand` */
  readonly variable?: string;
  /** A secret that stands elsewhere and is copied from there. @default - it is no copy */
  readonly copyOf?: EphemeralSecret;
  /** Raising it writes the value of the variable or copy again. @default 1 @unit times */
  readonly valueVersion?: number;
  /** A value above 4096 bytes needs Advanced. @default Standard */
  readonly tier?: ParameterTier;
  /** Written once: Terraform can't change it without writing a value. @default - that it is a secret */
  readonly description?: string;
  /** Roles of the account that read it. @default [] */
  readonly readerRoles?: readonly RoleBearer[];
  /** Groups of the account whose users read it. @default [] */
  readonly readerGroups?: readonly GroupBearer[];
  /** Ready to be destroyed: nothing is protected any more. @default false */
  readonly closing?: boolean;
}

/** @throws InputError LZ-PARAM-21 two ways at once, LZ-PARAM-22 no version, or one that nothing is written by */
function checkFilling({ variable, copyOf, valueVersion }: SecretParameterProps): void {
  if (variable !== undefined && copyOf !== undefined) {
    const remedy = 'give one of the two';
    throw InputError.of({ problem: 'the value comes by a variable and as a copy', got: 'both', remedy, code: 'LZ-PARAM-21' });
  }
  if (valueVersion === undefined) return;
  const isFilled = variable !== undefined || copyOf !== undefined;
  if (isFilled && Number.isInteger(valueVersion) && valueVersion >= 1) return;
  const problem = isFilled ? 'valueVersion counts from 1' : 'nothing is written again, since the value is put from outside';
  const remedy = isFilled ? 'raise it by one to write the value again' : 'leave valueVersion out, or give variable or copyOf';
  throw InputError.of({ problem, got: asWritten(valueVersion), remedy, code: 'LZ-PARAM-22' });
}

/**
 * A SecureString under a customer's key. Terraform writes it and never reads it back: the provider's write-only attribute
 * is in no plan and no state (ADR 22). Without `variable` or `copyOf` it is made with a text that says how to put the
 * value, and what is put from outside is never overwritten.
 */
export class SecretParameter extends Construct {
  /** The underlying resource. */
  readonly resource: SsmParameter;
  readonly parameterName: string;
  readonly arn: string;
  /** The command that puts the value from a file, first and whenever it changes. */
  readonly putCommand: string;

  /** @throws InputError LZ-PARAM-1 to LZ-PARAM-6, LZ-PARAM-17 to LZ-PARAM-22, LZ-ARN-3, LZ-ARN-4, LZ-IAM-1, LZ-STACK-6, all that apply */
  constructor(scope: Construct, id: string, props: SecretParameterProps) {
    super(scope, id);
    const { name, keyArn, variable, readerRoles = [], readerGroups = [], tier = 'Standard' } = props;
    const subject = subjectOf(scope, id, 'SecretParameter');
    const place = placeOf(scope, subject, props);
    this.#check(subject, place.region, props);
    this.parameterName = name;
    this.arn = parameterArn(place, name);
    const words = ['aws ssm put-parameter --overwrite --region', place.region, '--name', name, '--type SecureString'];
    // Without the key AWS's page has it that the account's default key is taken.
    this.putCommand = [...words, '--key-id', keyArn, '--tier', tier, '--value file://secret.txt'].join(' ');
    demandWriteOnly(this);
    const fromVariable = variable === undefined ? undefined : secretVariable(this, variable, name).stringValue;
    this.resource = this.#define(id, props, fromVariable ?? props.copyOf?.value);
    if (readerRoles.length + readerGroups.length === 0) return;
    new ParameterAccess(this, 'readers', {
      ...place,
      resourceName: resourceName(id, 'readers'),
      rights: ['read'],
      names: [name],
      keyArn,
      roles: readerRoles,
      groups: readerGroups,
    });
  }

  #check(subject: string, region: string, props: SecretParameterProps): void {
    const { name, keyArn, variable, description } = props;
    const problems = new ProblemList();
    problems.attempt(subject, () => checkName(name));
    problems.attempt(subject, () => checkKeyArn(keyArn, region));
    if (variable !== undefined) problems.attempt(subject, () => checkVariable(this, variable));
    problems.attempt(subject, () => checkFilling(props));
    if (description !== undefined) problems.attempt(subject, () => checkDescription(description));
    problems.throwIfAny();
  }

  #define(id: string, props: SecretParameterProps, filled: string | undefined): SsmParameter {
    const { name, keyArn, valueVersion = 1, tier = 'Standard', closing = false } = props;
    const { description = 'A secret. Its value is in no code and no state.' } = props;
    return define(this, SsmParameter, resourceName(id), {
      name,
      type: 'SecureString',
      keyId: keyArn,
      tier,
      description: escapeTemplates(description),
      valueWo: filled ?? `Not set yet. Put the value with: ${this.putCommand}`,
      valueWoVersion: filled === undefined ? 1 : valueVersion,
      lifecycle: {
        ...(closing ? {} : { preventDestroy: true }),
        // To change either, the provider would write an empty value along; and a value from outside may need the other tier.
        ignoreChanges: filled === undefined ? ['description', 'tier'] : ['description'],
      },
    });
  }
}
