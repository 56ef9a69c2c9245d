import { listOf, type PrincipalJson, type StatementJson } from './policy-json';
import type { Caller } from './request';

/**
 * How a statement names the caller. What AWS makes of it in one account differs:
 * itself: by the user's or session's own ARN, as a service, or by `*` · role: by the role's ARN · account: by its root.
 */
export type Naming = 'itself' | 'role' | 'account';

const KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** The ARN of an account, which twelve digits stand for too. */
const accountNamed = (text: string): string | undefined => /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/.exec(text)?.[1];

function awsNaming(text: string, { kind, arn, accountId, roleArn }: Caller): Naming | undefined {
  if (text === '*') return 'itself';
  const account = accountNamed(text);
  if (account !== undefined) return account === accountId ? (kind === 'root' ? 'itself' : 'account') : undefined;
  if (text.includes('*') || text.includes('?')) throw new Error(`a principal has no wildcards in it: ${text}`);
  if (text === arn && (kind === 'user' || kind === 'role-session')) return 'itself';
  return kind === 'role-session' && text === roleArn ? 'role' : undefined;
}

function namings(named: PrincipalJson, caller: Caller): readonly Naming[] {
  if (named === '*') return ['itself'];
  const astray = Object.keys(named).find((kind) => !KINDS.includes(kind));
  if (astray !== undefined) throw new Error(`IAM knows no principal of kind ${astray}`);
  const aws = listOf(named.AWS).flatMap((text) => awsNaming(text, caller) ?? []);
  const services = listOf(named.Service).filter((text) => caller.kind === 'service' && text === caller.arn);
  const providers = listOf(named.Federated).filter((text) => caller.kind === 'federated' && text === caller.arn);
  return [...aws, ...[...services, ...providers].map((): Naming => 'itself')];
}

/** All that a caller is: whoever is to be spared by NotPrincipal has to be named as each of them. */
function isSpared(named: PrincipalJson, caller: Caller): boolean {
  const needed: readonly Naming[] =
    caller.kind === 'role-session' ? ['itself', 'role', 'account'] : caller.kind === 'user' ? ['itself', 'account'] : ['itself'];
  const found = namings(named, caller);
  return needed.every((naming) => found.includes(naming));
}

/** How a statement of a resource's policy names the caller, the most direct way first; `undefined` where it doesn't. */
export function namingOf(statement: StatementJson, caller: Caller): Naming | undefined {
  const { Effect: effect, Principal: named, NotPrincipal: spared, Sid: sid = '' } = statement;
  if (spared !== undefined) {
    if (effect !== 'Deny') throw new Error(`${sid}: nobody is let in by NotPrincipal`);
    return isSpared(spared, caller) ? undefined : 'itself';
  }
  if (named === undefined) throw new Error(`${sid}: a resource's policy names principals`);
  const found = namings(named, caller);
  return (['itself', 'role', 'account'] as const).find((naming) => found.includes(naming));
}
