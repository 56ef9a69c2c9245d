import { regionalArn } from '../../core/aws/arn';
import { regionalService } from '../service-names';
import { checkNames, checkSomething } from './given-names';
import type { KeyUse } from './key-use';
import { principalsStatement } from './principals';

/** Who reads and writes SecureString parameters below a path. */
export interface ParametersUseProps {
  /** Like /acme/prod/shop: all below it, in the key's account and Region. */
  readonly path: string;
  /** Accounts, roles, users. @default [] */
  readonly readers?: readonly string[];
  /** Accounts, roles, users; who writes doesn't read. @default [] */
  readonly writers?: readonly string[];
}

/** @source Systems Manager user guide, "Working with Parameter Store", about requirements of parameter names */
const FORM = {
  pattern: /^(\/[a-zA-Z0-9_.-]+)+$/,
  problem: 'a path of parameters begins with / and has names of letters, digits and _ . - between slashes',
  remedy: 'write it like "/acme/prod/shop"',
};

/**
 * SecureString parameters below a path, through Parameter Store only, which gives the parameter's ARN as the encryption
 * context. Standard parameters are encrypted by the key itself, advanced ones by a data key.
 * @source Systems Manager user guide, "AWS KMS encryption for AWS Systems Manager Parameter Store SecureString parameters"
 */
export function parameters({ path, readers = [], writers = [] }: ParametersUseProps): KeyUse {
  return {
    statements: (place) => {
      checkNames([path], FORM);
      checkSomething('parameters', 'readers and no writers', [...readers, ...writers]);
      const { region } = place;
      const Condition = {
        StringEquals: { 'kms:ViaService': regionalService('ssm', region) },
        StringLike: { 'kms:EncryptionContext:PARAMETER_ARN': regionalArn(place, 'ssm', `parameter${path}/*`) },
      };
      const write = ['kms:Encrypt', 'kms:GenerateDataKey'];
      return [
        ...principalsStatement({ Sid: 'ReadParameters', principals: readers, Action: ['kms:Decrypt'], Condition }, region),
        ...principalsStatement({ Sid: 'WriteParameters', principals: writers, Action: write, Condition }, region),
      ];
    },
  };
}
