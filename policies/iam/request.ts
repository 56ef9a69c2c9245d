import type { PolicyText } from '../model/policy/policy';

/** Who asks. */
export interface Caller {
  /**
   * user: an IAM user · role-session: whoever holds a role's credentials · root: an account's root user ·
   * service: AWS itself, for somebody · federated: a web identity or SAML assertion · anonymous: nobody in particular
   */
  readonly kind: 'user' | 'role-session' | 'root' | 'service' | 'federated' | 'anonymous';
  /** The user's, session's or root user's ARN, the provider's ARN or name, the service's name; empty for nobody. */
  readonly arn: PolicyText;
  /** @default - a service, a federated identity or nobody; or the documents don't tell */
  readonly accountId?: string;
  /** Sessions: the ARN of the role itself, with its path, which a session's ARN lacks. @default - no session of a role */
  readonly roleArn?: PolicyText;
}

/** The values of a condition key in a request; `absent` where the request surely has no such key. */
export type ContextValue = readonly PolicyText[] | 'absent';

/**
 * Condition keys of a request by their names in lower case. A key that isn't here isn't known: the answer holds whatever
 * its value is, and whether it is there at all, or is `unknown`.
 */
export type RequestContext = ReadonlyMap<string, ContextValue>;

/** What is asked for. */
export interface AccessRequest {
  readonly caller: Caller;
  /** One action: `s3:PutObject`. */
  readonly action: string;
  /** The ARN, or `*` where the action knows no resource. */
  readonly resource: PolicyText;
  /** The account that owns the resource. @default - the documents don't tell */
  readonly resourceAccountId?: string;
  /** Whether the resource is of the caller's own account, even where nobody tells which that is. @default - the accounts tell */
  readonly isOwn?: boolean;
  readonly context: RequestContext;
}
