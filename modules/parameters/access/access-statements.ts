import type { Place } from '../../core/arn';
import { asWritten, InputError } from '../../core/input-error';
import { partitionOf } from '../../core/partition';
import type { Conditions, Statement } from '../../core/policy/statement';
import { parameterArn } from '../parameter-name';
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

/** @throws InputError LZ-PARAM-24 a policy about nothing */
function resourcesOf({ place, paths = [], names = [] }: ParameterPolicyProps): string[] {
  const resources = [...paths.map((path) => path.arnOfAll(place)), ...names.map((name) => parameterArn(place, name))];
  if (resources.length > 0) return resources;
  const remedy = 'give paths or names';
  throw InputError.of({ problem: 'access to no parameter at all', got: asWritten([]), remedy, code: 'LZ-PARAM-24' });
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
 * @throws InputError LZ-PARAM-24
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
 * @throws InputError LZ-PARAM-24
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
