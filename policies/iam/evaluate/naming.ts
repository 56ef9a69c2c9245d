import type { Listed, NamedPrincipal, PolicyText, Statement } from '../../model/policy/policy';
import { Template, Unknown } from '../../model/term';
import type { Caller } from '../request';
import { isEqual } from './text/pattern';
import { Doubt, every, some, type Truth } from './truth';

/**
 * How a statement names a caller. What AWS makes of it in one account differs:
 * itself: by the user's or session's own ARN, as a service, or by `*` · role: by the role's ARN · account: by its root.
 */
export type Naming = 'itself' | 'role' | 'account';

/** The ways, the most direct first. */
export const NAMINGS: readonly Naming[] = ['itself', 'role', 'account'];

function equals(one: PolicyText, other: PolicyText): Truth {
  const answer = isEqual(one, other);
  return answer === 'maybe' ? new Doubt('whether the caller is named is only known after apply') : answer;
}

/** Twelve digits stand for the root of an account, which stands for the account. */
function accountIn(text: PolicyText): string | undefined {
  return typeof text === 'string' ? /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/.exec(text)?.[1] : undefined;
}

/** A role whose path isn't told: a session's ARN has none. */
function roleOf({ arn, roleArn }: Caller): PolicyText {
  if (roleArn !== undefined) return roleArn;
  const [, partition = '', account = '', name = ''] =
    typeof arn === 'string' ? (/^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? []) : [];
  const path = new Unknown("the role's path isn't known");
  return new Template(name === '' ? [path] : [`arn:${partition}:iam::${account}:role/`, path, name]);
}

function byAws(text: PolicyText, caller: Caller, naming: Naming): Truth {
  const { kind, arn, accountId } = caller;
  if (text === '*') return naming === 'itself';
  const hasIdentity = kind === 'user' || kind === 'role-session' || kind === 'root';
  if (!hasIdentity) return false;
  if (typeof text === 'string') {
    const account = accountIn(text);
    if (account !== undefined) {
      const wanted: Naming = kind === 'root' ? 'itself' : 'account';
      if (naming !== wanted) return false;
      return accountId === undefined ? new Doubt("the caller's account isn't known") : account === accountId;
    }
    if (/[*?]/.test(text)) return new Doubt(`a principal has no wildcards in it, got ${JSON.stringify(text)}`);
    // What a deleted user or role leaves behind, or an id that somebody wrote: whose it is no document tells.
    if (/^A[A-Z]{3}[A-Z0-9]+$/.test(text)) return new Doubt(`whose id ${text} is isn't known`);
    if (naming === 'account') return false;
  }
  if (naming === 'itself' && kind !== 'root') return equals(text, arn);
  if (naming === 'role') return kind === 'role-session' && equals(text, roleOf(caller));
  // A text with a part that isn't known may be the account's root, in either form.
  const number = accountId ?? new Unknown("the caller's account isn't known");
  const roots = [new Template(['arn:', new Unknown('the partition'), ':iam::', number, ':root']), new Template([number])];
  return some(roots, (root) => equals(text, root));
}

function byOne({ kind, text }: NamedPrincipal, caller: Caller, naming: Naming): Truth {
  if (kind === 'AWS') return byAws(text, caller, naming);
  if (kind === 'CanonicalUser') {
    const isAccount = caller.kind === 'user' || caller.kind === 'role-session' || caller.kind === 'root';
    return naming === 'account' && isAccount && new Doubt("whose canonical user id it is isn't known");
  }
  if (naming !== 'itself' || caller.kind !== (kind === 'Service' ? 'service' : 'federated')) return false;
  if (text === '*') return new Doubt(`what * means as a principal of kind ${kind} isn't documented`);
  return equals(text, caller.arn);
}

/** Those whom somebody is: to be spared by NotPrincipal, he has to be named as each of them. */
function identitiesOf({ kind }: Caller): readonly Naming[] {
  if (kind === 'role-session') return NAMINGS;
  return kind === 'user' ? ['itself', 'account'] : ['itself'];
}

/**
 * "When you use NotPrincipal with Deny, you must also specify the account ARN of the not-denied principal. Otherwise, the
 * policy might deny access": who is named in part only may be spared or not.
 */
function isSpared(named: Listed<NamedPrincipal>, caller: Caller): Truth {
  const isNamed = (naming: Naming): Truth => some(named.items, (one) => byOne(one, caller, naming));
  if (some(NAMINGS, isNamed) === false) return false;
  const everybody = named.items.some(({ text }) => text === '*');
  if (everybody) return true;
  const all = every(identitiesOf(caller), isNamed);
  return all === true ? true : new Doubt('NotPrincipal names the caller in part');
}

/** Whether a statement of a resource's policy names the caller in this way. NotPrincipal names everybody else as `*` does. */
export function isNamed({ principals, effect }: Statement, caller: Caller, naming: Naming): Truth {
  if (principals === undefined) return new Doubt('the policy of a resource names principals, and the statement names none');
  const isEverybody = !principals.except && principals.items.some(({ text }) => text === '*');
  if (isEverybody && naming === 'itself' && effect === 'Allow' && caller.kind === 'federated') {
    return new Doubt("whether * lets in whoever has a provider's token isn't documented");
  }
  if (!principals.except) return some(principals.items, (one) => byOne(one, caller, naming));
  if (naming !== 'itself') return false;
  const spared = isSpared(principals, caller);
  return spared instanceof Doubt ? spared : !spared;
}
