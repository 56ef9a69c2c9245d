import type { PolicyText } from '../policy/policy';
import type { ResourceFact } from '../universe';

/** That a permission set is assigned to somebody, in one account. */
export interface AssignmentFact {
  readonly fact: ResourceFact;
  /** `group Operators`, `user 906701…`, `a group who isn't told`. */
  readonly to: string;
}

/** What IAM Identity Center makes a role of, in each account where a permission set is assigned to anybody. */
export interface PermissionSetFact {
  /** The resource that makes or looks up the set. @default - it isn't in the documents, or which one it is isn't told */
  readonly fact?: ResourceFact;
  /** `Ops`. @default - not told */
  readonly name?: string;
  /** All who share the role. */
  readonly assignments: readonly AssignmentFact[];
  /** The ARNs of its sessions, up to the names of these. */
  readonly sessions: PolicyText;
}
