import type { AttachedPolicy } from '../../identity-facts';

/** A policy of a permission set: AWS's own is the same in each account, one of a customer's is what each account has of its name. */
export interface SetPolicy {
  /** What tells it from others of the set. */
  readonly identity: string;
  readonly name: string;
  readonly in: (accountId: string | undefined) => AttachedPolicy;
}
