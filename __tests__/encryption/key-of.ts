import type { TerraformStack } from 'cdktf';

import type { Place } from '../../modules/core/aws/arn';
import type { Statement } from '../../modules/core/policy/statement';
import { CustomerKey, type CustomerKeyProps, type KeyPolicyProps } from '../../modules/encryption';
import { type Body, documentOf, testStack } from '../test-stack';

const PLAIN = { alias: 'alias/acme/logs', description: 'Logs' };

/** A resource of a stack, without what cdktf says about its place in the program. */
export function bodyOf(stack: TerraformStack, type: string, name: string): Body {
  const { '//': _, ...body } = documentOf(stack).resource[type]?.[name] ?? {};
  return body;
}

/** The resource of a key in a stack of account 111111111111 and eu-west-1. */
export function keyOf(props: Partial<CustomerKeyProps>): Body {
  const stack = testStack();
  new CustomerKey(stack, 'logs', { ...PLAIN, ...props });
  return bodyOf(stack, 'aws_kms_key', 'logs');
}

/** A key's policy as it is rendered. */
export function policyTextOf(props: KeyPolicyProps, place?: Place): string {
  return keyOf({ ...props, ...place }).policy as string;
}

/** A key's policy. */
export function policyOf(props: KeyPolicyProps, place?: Place): { readonly Statement: readonly Statement[] } {
  return JSON.parse(policyTextOf(props, place)) as { Statement: readonly Statement[] };
}
