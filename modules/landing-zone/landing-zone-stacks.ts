import type { Construct } from 'constructs';

import type { Intent } from '../core/intent';
import type { Change, Ledger } from '../core/ledger';
import { withoutTokenTraces } from '../terraform';
import type { LandingZoneInput, PositionOf } from './configuration';
import { defineWorkspaces } from './delivery/workspaces';
import { defineSelfRotation } from './identity/self-rotation';
import { intentOf } from './intent';
import { defineLogArchive } from './logs/log-archive';
import { type NetworkPlans, planNetworks } from './networks/network-plans';
import { NetworkStacks } from './networks/network-stacks';
import type { ApplyOrder } from './stacks/apply-order';
import { StackBook } from './stacks/stack-book';
import { backendOf } from './state/state-backend';
import { defineStateStack } from './state/state-stack';

/** What one configuration comes to, beside the stacks that stand in the app. */
export interface LandingZone {
  readonly intent: Intent;
  readonly order: ApplyOrder;
  readonly ledger: Ledger;
  readonly ledgerChanges: readonly Change[];
}

function compose(scope: Construct, input: LandingZoneInput, plans: NetworkPlans): StackBook {
  const book = new StackBook(scope, input, backendOf(input));
  const state = defineStateStack(book, input);
  defineLogArchive(book, input);
  defineSelfRotation(book, input);
  new NetworkStacks(book, input, plans);
  if (state !== undefined) book.letAllWait(state);
  defineWorkspaces(book, input, () => ({}));
  return book;
}

/**
 * Composes the stacks of a checked configuration.
 * @throws InputError LZ-FLOW-n, LZ-NET-n, LZ-LEDGER-n, LZ-STACK-n
 */
export function defineLandingZone(
  scope: Construct,
  input: LandingZoneInput,
  ledger: Ledger,
  positionOf: PositionOf = () => undefined,
): LandingZone {
  const plans = planNetworks(input, ledger);
  const { intents, order } = withoutTokenTraces(() => compose(scope, input, plans));
  return { intent: intentOf(input, plans, intents, positionOf), order, ledger: plans.ledger, ledgerChanges: plans.changes };
}
