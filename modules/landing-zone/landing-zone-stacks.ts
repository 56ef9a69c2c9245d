import type { Construct } from 'constructs';

import type { Intent } from '../core/intent';
import type { Change, Ledger } from '../core/ledger';
import { withoutTokenTraces } from '../terraform';
import type { LandingZoneInput, PositionOf } from './configuration';
import { defineDeliveryRoles, type DeliveredRoles } from './delivery/roles';
import { roleVariables } from './delivery/stack-roles';
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
  /** By which roles each stack is delivered. Left out: whoever runs Terraform has credentials for the accounts. */
  readonly roles?: DeliveredRoles;
}

/** The stacks, and who delivers them. */
interface Composition {
  readonly book: StackBook;
  readonly roles: DeliveredRoles;
}

function compose(scope: Construct, input: LandingZoneInput, plans: NetworkPlans): Composition {
  const backend = backendOf(input);
  const book = new StackBook(scope, input, backend);
  const state = defineStateStack(book, input);
  defineLogArchive(book, input);
  defineSelfRotation(book, input);
  new NetworkStacks(book, input, plans);
  if (state !== undefined) book.letAllWait(state);
  const roles = defineDeliveryRoles(book, input, backend);
  defineWorkspaces(book, input, ({ name }) => (roles[name] === undefined ? {} : roleVariables(roles[name])));
  return { book, roles };
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
  const { book, roles } = withoutTokenTraces(() => compose(scope, input, plans));
  return {
    intent: intentOf(input, plans, book.intents, positionOf),
    order: book.order,
    ledger: plans.ledger,
    ledgerChanges: plans.changes,
    ...(input.delivery === undefined ? {} : { roles }),
  };
}
