import { type DeliveredStack, DeliveryRoles, layerRights } from '../../delivery';
import { type Account, type AccountStack, type Backend, stateKey } from '../../terraform';
import type { LandingZoneInput } from '../configuration';
import type { StackBook } from '../stacks/stack-book';
import { delivererOf } from './deliverer';
import { stackRoles, type StackRoles } from './stack-roles';

/** The roles of each delivered stack's runs, by its name. */
export type DeliveredRoles = Readonly<Record<string, StackRoles>>;

/** What a stack's roles may do, in every account that it writes to. */
function deliveredStack(stack: AccountStack, backend: Backend, organization: string): DeliveredStack {
  const rights = layerRights(stack.layer);
  if (backend.kind !== 's3') return { rights };
  const { bucket, kmsKeyId } = backend;
  const state = { bucket, key: stateKey(organization, stack.node.id) };
  return { rights, state: kmsKeyId === undefined ? state : { ...state, kmsKeyArn: kmsKeyId } };
}

/**
 * In each account the roles by which its stacks, and others that write to it, are delivered. They stand in a stack that an
 * administrator applies: a pipeline that could change what lets it in would have no limits.
 */
export function defineDeliveryRoles(book: StackBook, input: LandingZoneInput, backend: Backend): DeliveredRoles {
  const deliverer = delivererOf(input);
  if (deliverer === undefined) return {};
  const { name: organization, homeRegion: region } = input.organization;
  const byAccount = new Map<string, Record<string, DeliveredStack>>();
  const note = ({ name }: Account, stack: AccountStack): void => {
    byAccount.set(name, { ...byAccount.get(name), [stack.node.id]: deliveredStack(stack, backend, organization) });
  };
  const delivered = book.accountStacks;
  for (const stack of delivered) {
    for (const account of [stack.account, ...stack.otherAccounts]) note(account, stack);
  }
  for (const [account, stacks] of byAccount) {
    // Whatever ends in the account is ended by these roles, so they stay until an administrator destroys them.
    const roles = book.stackOf({ account, region, layer: 'delivery', global: true }, 'living');
    new DeliveryRoles(roles, 'delivery', { deliverer, stacks });
    for (const stack of delivered) if (Object.hasOwn(stacks, stack.node.id)) book.letWait(stack, roles);
  }
  return Object.fromEntries(delivered.map((stack) => [stack.node.id, stackRoles(stack)]));
}
