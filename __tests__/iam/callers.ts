import type { Caller } from './request';

export const HOME = '111111111111';
export const OTHER = '222222222222';

/** A user, with its path if it has one: `user('alice')`, `user('ops/alice')`. */
export function user(name: string, accountId = HOME): Caller {
  return { kind: 'user', arn: `arn:aws:iam::${accountId}:user/${name}`, accountId };
}

/** A session of a role, with the role's path if it has one. */
export function session(role: string, name = 'work', accountId = HOME): Caller {
  const arn = `arn:aws:sts::${accountId}:assumed-role/${role.slice(role.lastIndexOf('/') + 1)}/${name}`;
  return { kind: 'role-session', arn, accountId, roleArn: `arn:aws:iam::${accountId}:role/${role}` };
}

/** An account's root user. */
export function rootUser(accountId = HOME): Caller {
  return { kind: 'root', arn: `arn:aws:iam::${accountId}:root`, accountId };
}

/** AWS itself: `service('cloudtrail.amazonaws.com')`. What it says about whom it acts for stands in the context. */
export function service(name: string): Caller {
  return { kind: 'service', arn: name, accountId: '' };
}

/** Somebody with a token of this provider. */
export function federated(provider: string): Caller {
  return { kind: 'federated', arn: provider, accountId: '' };
}

/** Somebody without credentials. */
export const NOBODY: Caller = { kind: 'anonymous', arn: '', accountId: '' };
