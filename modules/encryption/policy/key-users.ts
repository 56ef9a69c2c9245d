import { readPrincipal, type Place } from '../../core/aws/arn';
import { asWritten, InputError } from '../../core/input-error';
import type { Conditions, Statement } from '../../core/policy/statement';
import { regionalService } from '../service-names';

/** Somebody who may use a key, beyond what its uses say. */
export interface KeyUserInput {
  /** An account by its twelve digits, or a role or user by its ARN. */
  readonly principal: string;
  readonly may: 'encrypt' | 'decrypt';
  /** Only through this service of the key's Region: s3, ssm, secretsmanager. @default - directly too */
  readonly viaService?: string;
  /** Only with these values, in which a * stands for anything. @default - any */
  readonly encryptionContext?: Readonly<Record<string, string>>;
}

/** Data key pairs are left out: what they sign or encrypt isn't what a symmetric key is kept for. */
const ACTIONS = {
  encrypt: ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptTo'],
  decrypt: ['kms:Decrypt', 'kms:ReEncryptFrom'],
} as const;

const WORDS = { encrypt: 'Encrypt', decrypt: 'Decrypt' } as const;

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function contextConditions(context: Readonly<Record<string, string>>): Conditions {
  const lines = (ofPatterns: boolean): [string, string][] =>
    Object.entries(context)
      .filter(([, value]) => /[*?]/.test(value) === ofPatterns)
      .map(([key, value]) => [`kms:EncryptionContext:${key}`, value]);
  return { StringEquals: Object.fromEntries(lines(false)), StringLike: Object.fromEntries(lines(true)) };
}

/** Operators without a line say nothing. */
function conditionOf({ viaService, encryptionContext = {} }: KeyUserInput, region: string): { Condition?: Conditions } {
  const { StringEquals = {}, StringLike = {} } = contextConditions(encryptionContext);
  const service = viaService === undefined ? {} : { 'kms:ViaService': regionalService(viaService, region) };
  const all = { StringEquals: { ...StringEquals, ...service }, StringLike };
  const said = Object.entries(all).filter(([, lines]) => Object.keys(lines).length > 0);
  return said.length === 0 ? {} : { Condition: Object.fromEntries(said) };
}

/**
 * What one user may do. Who uses the key directly may also look at it: SDKs and services ask for its state first.
 * @throws InputError LZ-ARN-n, LZ-KEY-13 a service by another form than its name
 */
export function userStatements(user: KeyUserInput, { region }: Place): Statement[] {
  const { principal, may, viaService, encryptionContext = {} } = user;
  if (viaService !== undefined && !/^[a-z0-9-]+$/.test(viaService)) {
    const remedy = 'write its name alone, like "s3" or "ssm"';
    throw InputError.of({ problem: 'this is no name of a service', got: asWritten(viaService), remedy, code: 'LZ-KEY-13' });
  }
  const allow = { Effect: 'Allow', Principal: { AWS: readPrincipal(principal, region).arn }, Resource: '*' } as const;
  const via = viaService === undefined ? '' : `Via${viaService.split('-').map(capital).join('')}`;
  const context = Object.keys(encryptionContext).length === 0 ? '' : 'InContext';
  const use = { Sid: `${WORDS[may]}${via}${context}`, ...allow, Action: ACTIONS[may], ...conditionOf(user, region) };
  return viaService === undefined ? [use, { Sid: 'Describe', ...allow, Action: 'kms:DescribeKey' }] : [use];
}
