import { CustomerKey, KeyUses } from '../../encryption';
import { SecureBucket } from '../../storage';
import type { AccountStack } from '../../terraform';
import { type LandingZoneInput, lifecycleOf } from '../configuration';
import type { StackBook } from '../stacks/stack-book';
import { deliveryStatements } from './delivery-statements';
import { stateKeyAlias } from './state-backend';

/** A year back one can still see what a stack was. */
const OLD_STATES_DAYS = 365;

/**
 * Bucket and key of all states, where the configuration names an account to hold them. The stack's own state goes there
 * too, once both exist: docs/state.md has the two steps.
 */
export function defineStateStack(book: StackBook, input: LandingZoneInput): AccountStack | undefined {
  const { backend, organization } = input;
  if (backend.kind !== 's3' || backend.account === undefined) return undefined;
  const lifecycle = lifecycleOf(input, backend.account);
  const stack = book.stackOf({ account: backend.account, region: backend.region, layer: 'organization' }, lifecycle);
  if (lifecycle === 'closed') return stack;
  const closing = lifecycle === 'closing';
  const accountIds = input.delivery === undefined ? [] : Object.values(input.accounts).map(({ id }) => id);
  const key = new CustomerKey(stack, 'state-key', {
    alias: stateKeyAlias(organization.name),
    description: 'Encrypts the Terraform states of all stacks',
    ...(accountIds.length === 0 ? {} : { uses: [KeyUses.buckets({ names: [backend.bucket], writers: accountIds })] }),
    closing,
  });
  new SecureBucket(stack, 'states', {
    bucketName: backend.bucket,
    keyArn: key.arn,
    lifecycle: { expireNoncurrentAfterDays: OLD_STATES_DAYS },
    statements: deliveryStatements(backend, accountIds),
    closing,
  });
  return stack;
}
