/** Who asks. */
export interface Caller {
  /**
   * user: an IAM user · role-session: whoever holds a role's credentials · root: an account's root user ·
   * service: AWS itself, for somebody · federated: a web identity or SAML assertion · anonymous: nobody in particular
   */
  readonly kind: 'user' | 'role-session' | 'root' | 'service' | 'federated' | 'anonymous';
  /** The user's, session's, root user's or provider's ARN; a service's name; empty for nobody. */
  readonly arn: string;
  /** The caller's account; empty for services, federation and nobody. */
  readonly accountId: string;
  /** The role's own ARN, which a session's doesn't tell: it has no path. */
  readonly roleArn?: string;
}

/** What is asked for. */
export interface Request {
  readonly principal: Caller;
  /** `s3:PutObject`. */
  readonly action: string;
  /** The ARN, or `*` where the action knows no resource. */
  readonly resource: string;
  /** Left out: the caller's own account. */
  readonly resourceAccountId?: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

/** Condition keys of a request, in lower case, since IAM ignores their case. */
export type Context = ReadonlyMap<string, readonly string[]>;

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** What AWS says about the caller by itself. There is no aws:username in a role's session. */
function saidOfCaller({ kind, arn, accountId, roleArn }: Caller): Record<string, string> {
  switch (kind) {
    case 'user':
      return {
        'aws:PrincipalArn': arn,
        'aws:PrincipalAccount': accountId,
        'aws:PrincipalType': 'User',
        'aws:username': lastPart(arn),
      };
    case 'role-session':
      return { 'aws:PrincipalArn': roleArn ?? arn, 'aws:PrincipalAccount': accountId, 'aws:PrincipalType': 'AssumedRole' };
    case 'root':
      return { 'aws:PrincipalArn': arn, 'aws:PrincipalAccount': accountId, 'aws:PrincipalType': 'Account' };
    case 'service':
      return { 'aws:PrincipalServiceName': arn };
    case 'federated':
      return {};
    case 'anonymous':
      return { 'aws:PrincipalAccount': 'anonymous', 'aws:PrincipalType': 'Anonymous', 'aws:userid': 'anonymous' };
  }
}

const contexts = new WeakMap<Request, Context>();

/** The condition keys of a request: what AWS says by itself, and what the test says on top or instead. */
export function contextOf(request: Request): Context {
  const context = contexts.get(request) ?? keysOf(request);
  contexts.set(request, context);
  return context;
}

function keysOf({ principal, resourceAccountId, context = {} }: Request): Context {
  const said: Record<string, string | readonly string[]> = {
    ...saidOfCaller(principal),
    // "Anonymous requests do not include this key."
    ...(principal.kind === 'anonymous' ? {} : { 'aws:PrincipalIsAWSService': String(principal.kind === 'service') }),
    'aws:ResourceAccount': resourceAccountId ?? principal.accountId,
    // Unless a test is about the lack of it.
    'aws:SecureTransport': 'true',
  };
  const keys = new Map<string, readonly string[]>();
  for (const [key, value] of [...Object.entries(said), ...Object.entries(context)]) {
    keys.set(key.toLowerCase(), typeof value === 'string' ? [value] : value);
  }
  return keys;
}
