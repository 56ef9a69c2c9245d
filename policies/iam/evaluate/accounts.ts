import type { Asked } from './asked';
import { Doubt, not, type Truth } from './truth';

/** Whether caller and resource are of one account. */
export function isOneAccount({ request: { caller, resourceAccountId, isOwn } }: Asked): Truth {
  if (isOwn !== undefined) return isOwn;
  const { accountId } = caller;
  if (accountId === undefined || resourceAccountId === undefined) {
    return new Doubt("whether caller and resource are of one account isn't known");
  }
  return accountId === resourceAccountId;
}

/** Whether the caller has policies of its own: AWS's services, web identities and nobody haven't. */
export function hasIdentity({ request: { caller } }: Asked): boolean {
  return caller.kind === 'user' || caller.kind === 'role-session' || caller.kind === 'root';
}

/** Whether the caller is neither of the resource's account nor a service of AWS's. */
export function isOutsider(asked: Asked): Truth {
  const { kind } = asked.request.caller;
  if (hasIdentity(asked)) return not(isOneAccount(asked));
  return kind === 'federated' ? new Doubt("whose a provider's token is isn't known") : kind === 'anonymous';
}
