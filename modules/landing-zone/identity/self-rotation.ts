import { SelfRotation } from '../../identity';
import { type LandingZoneInput, lifecycleOf } from '../configuration';
import type { StackBook } from '../stacks/stack-book';

/** Accounts that have IAM users: those rotate their own credentials. */
export function defineSelfRotation(book: StackBook, input: LandingZoneInput): void {
  for (const [account, { selfRotation }] of Object.entries(input.accounts)) {
    if (selfRotation === undefined) continue;
    const lifecycle = lifecycleOf(input, account);
    const region = input.organization.homeRegion;
    const stack = book.stackOf({ account, region, layer: 'identity', global: true }, lifecycle);
    // Nothing of it is protected: groups and policies hold no data.
    if (lifecycle !== 'closed') new SelfRotation(stack, 'self-rotation', selfRotation);
  }
}
