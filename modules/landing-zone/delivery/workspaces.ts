import type { IntentStack } from '../../core/intent';
import { Workspaces, WorkspacesStack, type WorkspaceVariable } from '../../delivery';
import { type LandingZoneInput, lifecycleOf } from '../configuration';
import { managementAccountOf } from '../stacks/account-role';
import type { StackBook } from '../stacks/stack-book';

/** What the runs of a stack are given, never a secret. */
export type VariablesOf = (stack: IntentStack) => Readonly<Record<string, WorkspaceVariable>>;

/** The pipeline doesn't widen its own rights: what gives them to it is applied by an administrator. */
function executionModeOf({ layer }: IntentStack): 'remote' | 'local' {
  return layer === 'delivery' ? 'local' : 'remote';
}

/**
 * A workspace for every stack that the book has by now, in a stack of their own, where runs are HCP Terraform's. Its own
 * workspace isn't among them: a workspace that describes itself would take its state along when it goes. The workspaces
 * come before everything that runs in them, and go after it.
 */
export function defineWorkspaces(book: StackBook, input: LandingZoneInput, variablesOf: VariablesOf): void {
  const { backend, delivery, organization } = input;
  if (backend.kind !== 'cloud' || delivery?.kind !== 'hcp') return;
  const account = managementAccountOf(input);
  const lifecycle = lifecycleOf(input, account.name);
  const described = book.intents;
  const place = { organization: organization.name, account, region: organization.homeRegion };
  const stack = new WorkspacesStack(book.scope, { ...place, state: backend });
  book.keep(stack, lifecycle);
  if (lifecycle === 'closed') {
    book.letWaitForAll(stack);
    return;
  }
  const closing = lifecycle === 'closing';
  new Workspaces(stack, 'workspaces', {
    ...(backend.project === undefined ? {} : { project: backend.project }),
    ...(delivery.repository === undefined ? {} : { repository: delivery.repository }),
    closing,
    workspaces: described.map((each) => ({
      stack: each.name,
      needs: book.needsOf(each.name),
      executionMode: executionModeOf(each),
      variables: variablesOf(each),
      tags: { account: each.account, layer: each.layer },
      closing: closing || each.lifecycle !== 'living',
    })),
  });
  book.letAllWait(stack);
}
