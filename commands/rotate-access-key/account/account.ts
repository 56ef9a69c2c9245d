import type { Credential } from '../profile/credential';

/** Whom a key belongs to. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
}

/** An access key as IAM lists it. */
export interface AccountKey {
  readonly id: string;
  readonly active: boolean;
  readonly createdAt: Date | undefined;
}

/** A one-time code of a device. */
export interface MfaCode {
  readonly serial: string;
  readonly code: string;
}

/**
 * What the command asks AWS, by one credential: nothing beyond the self-rotation policy. Each is one attempt, and throws
 * a CallFailure.
 */
export interface Account {
  whoAmI(): Promise<Caller>;
  openSession(mfa: MfaCode): Promise<Credential>;
  listKeys(user: string): Promise<readonly AccountKey[]>;
  createKey(user: string): Promise<Credential>;
  disableKey(user: string, id: string): Promise<void>;
  deleteKey(user: string, id: string): Promise<void>;
  /** Whether a key has ever made a call. */
  isUsed(id: string): Promise<boolean>;
}

/** The account as a credential sees it. */
export type AccountFor = (credential: Credential) => Account;

const USER = /^arn:[^:]+:iam::\d{12}:user\/(?:[^/]+\/)*([^/]+)$/;

/** The name of the IAM user that a caller is, without its path. */
export function userOf({ arn }: Caller): string | undefined {
  return USER.exec(arn)?.[1];
}
