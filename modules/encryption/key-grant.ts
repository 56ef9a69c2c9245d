import { KmsGrant } from '@cdktf/provider-aws/lib/kms-grant';
import type { Construct } from 'constructs';

import { readPrincipal } from '../core/aws/arn';
import { suggestName } from '../core/text/did-you-mean';
import { asWritten, ProblemList } from '../core/input-error';
import type { ResourceName } from '../core/resource-name';
import { define } from '../terraform';

/** A grant: use that is given outside the key's policy, and can be taken back by whoever holds it. */
export interface KeyGrantProps {
  /** An account, or a role or user by its ARN. */
  readonly grantee: string;
  /** As KMS names them: Decrypt, GenerateDataKey, CreateGrant. */
  readonly operations: readonly string[];
  /** Who may give the grant back. @default - the key's administrators revoke it */
  readonly retiringPrincipal?: string;
  /** Only where the encryption context has at least these values. @default - any */
  readonly encryptionContext?: Readonly<Record<string, string>>;
}

/** What symmetric keys can be granted for. @source KMS API reference, GrantListEntry, Operations */
const OPERATIONS = [
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
];

function checkOperations(operations: readonly string[]): void {
  const problems = new ProblemList();
  if (operations.length === 0) {
    const remedy = 'name at least one, like "Decrypt"';
    problems.add({ subject: '', problem: 'the grant grants nothing', got: '[]', remedy, code: 'LZ-KEY-14' });
  }
  for (const operation of operations.filter((one) => !OPERATIONS.includes(one))) {
    problems.add({
      subject: '',
      problem: 'a symmetric key has no such operation to grant',
      got: asWritten(operation),
      remedy: suggestName(operation, OPERATIONS),
      code: 'LZ-KEY-14',
    });
  }
  problems.throwIfAny();
}

/** @throws InputError LZ-KEY-14 an operation that there isn't, LZ-ARN-n */
export function defineGrant(scope: Construct, name: ResourceName, keyId: string, region: string, props: KeyGrantProps): KmsGrant {
  const { grantee, operations, retiringPrincipal, encryptionContext } = props;
  const problems = new ProblemList();
  problems.attempt('', () => checkOperations(operations));
  const granteePrincipal = problems.attempt('', () => readPrincipal(grantee, region).arn) ?? '';
  const retirer =
    retiringPrincipal === undefined ? undefined : problems.attempt('', () => readPrincipal(retiringPrincipal, region).arn);
  problems.throwIfAny();
  return define(scope, KmsGrant, name, {
    name: name.current,
    keyId,
    granteePrincipal,
    operations: [...new Set(operations)].sort(),
    ...(retirer === undefined ? {} : { retiringPrincipal: retirer }),
    ...(encryptionContext === undefined ? {} : { constraints: [{ encryptionContextSubset: { ...encryptionContext } }] }),
  });
}
