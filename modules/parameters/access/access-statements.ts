import type { Place } from '../../core/aws/arn';
import { checkKeyArn } from '../../core/aws/key-arn';
import { asWritten, ProblemList } from '../../core/input-error';
import { partitionOf } from '../../core/aws/partition';
import type { Conditions, Statement } from '../../core/policy/statement';
import { checkAnyName, parameterArn } from '../parameter-name';
import type { ParameterPath } from '../parameter-path';

/** Which parameters a policy is about. */
export interface ParameterPolicyProps {
  /** Where they stand. */
  readonly place: Place;
  /** Services' paths, each with everything below it. @default [] */
  readonly paths?: readonly ParameterPath[];
  /** Single parameters, by full name. @default [] */
  readonly names?: readonly string[];
  /** The key of the secrets among them. @default - there are none, or the key's own policy names the reader */
  readonly keyArn?: string;
}

/** @throws InputError LZ-PARAM-1 to LZ-PARAM-5, LZ-PARAM-24, LZ-ARN-3, LZ-ARN-4 a policy about nothing, all that apply */
function resourcesOf({ place, paths = [], names = [], keyArn }: ParameterPolicyProps): string[] {
  const problems = new ProblemList();
  // A name with a wildcard would open more than it says.
  for (const name of names) problems.attempt('', () => checkAnyName(name));
  if (keyArn !== undefined) problems.attempt('', () => checkKeyArn(keyArn, place.region));
  if (paths.length + names.length === 0) {
    const remedy = 'give paths or names';
    problems.add({ subject: '', problem: 'access to no parameter at all', got: asWritten([]), remedy, code: 'LZ-PARAM-24' });
  }
  problems.throwIfAny();
  return [...paths.map((path) => path.arnOfAll(place)), ...names.map((name) => parameterArn(place, name))];
}

/** Only for Parameter Store, and only for parameters that the policy is about: it names each to KMS as context. */
function throughParameterStore({ region }: Place, resources: readonly string[]): Conditions {
  const host = `ssm.${region}.amazonaws.com`;
  return {
    // KMS's page doesn't say which of the two the Regions of China use.
    StringEquals: { 'kms:ViaService': partitionOf(region) === 'aws-cn' ? [host, `${host}.cn`] : host },
    StringLike: { 'kms:EncryptionContext:PARAMETER_ARN': resources },
  };
}

/**
 * Reading, for a policy of a role or group: the values below the paths and of the names, lists of the paths, and the key
 * for nothing else.
 * @throws InputError LZ-PARAM-1 to LZ-PARAM-5, LZ-PARAM-24, LZ-ARN-3, LZ-ARN-4
 */
export function readPolicy(props: ParameterPolicyProps): Statement[] {
  const { place, paths = [], keyArn } = props;
  const resources = resourcesOf(props);
  const statements: Statement[] = [
    { Sid: 'ReadParameters', Effect: 'Allow', Action: ['ssm:GetParameter', 'ssm:GetParameters'], Resource: resources },
  ];
  if (paths.length > 0) {
    const lists = paths.flatMap((path) => [path.arn(place), path.arnOfAll(place)]);
    statements.push({ Sid: 'ListParameters', Effect: 'Allow', Action: 'ssm:GetParametersByPath', Resource: lists });
  }
  if (keyArn !== undefined) {
    const condition = throughParameterStore(place, resources);
    statements.push({ Sid: 'DecryptParameters', Effect: 'Allow', Action: 'kms:Decrypt', Resource: keyArn, Condition: condition });
  }
  return statements;
}

/**
 * Writing without reading: who rotates a secret needn't know the others. KMS encrypts a Standard parameter itself
 * (`kms:Encrypt`) and gives a data key for an Advanced one (`kms:GenerateDataKey`).
 * @throws InputError LZ-PARAM-1 to LZ-PARAM-5, LZ-PARAM-24, LZ-ARN-3, LZ-ARN-4
 */
export function writePolicy(props: ParameterPolicyProps): Statement[] {
  const { place, keyArn } = props;
  const resources = resourcesOf(props);
  const actions = [
    'ssm:PutParameter',
    'ssm:DeleteParameter',
    'ssm:DeleteParameters',
    'ssm:LabelParameterVersion',
    'ssm:UnlabelParameterVersion',
    'ssm:AddTagsToResource',
    'ssm:RemoveTagsFromResource',
    'ssm:ListTagsForResource',
  ];
  const write: Statement = { Sid: 'WriteParameters', Effect: 'Allow', Action: actions, Resource: resources };
  if (keyArn === undefined) return [write];
  return [
    write,
    {
      Sid: 'EncryptParameters',
      Effect: 'Allow',
      Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: keyArn,
      Condition: throughParameterStore(place, resources),
    },
  ];
}
