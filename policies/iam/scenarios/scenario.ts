/** What a call is signed with: MFA is a matter of sessions, and an access key alone says nothing of it. */
export const CREDENTIALS = ['access key', 'session without MFA', 'session with MFA'] as const;

/** One of them. */
export type Credentials = (typeof CREDENTIALS)[number];

/** How a call has to end; `either`: both ends have good reasons. */
export type End = 'allowed' | 'denied' | 'either';

/** How a call has to end by each of the credentials. */
export type Ends = Readonly<Record<Credentials, End>>;

/** What a call is about, seen from the user who makes it. */
export type Target =
  'self' | 'somebody else' | 'new device' | 'device of their own name' | 'group' | 'policy' | 'role' | 'new user' | 'none';

/** One call in the life of a credential. */
export interface Call {
  /** The chapter of that life: `first login`. */
  readonly scenario: string;
  readonly action: string;
  readonly on: Target;
  readonly ends: Ends;
}

/** Lets all three end alike. */
export const ALWAYS: Ends = { 'access key': 'allowed', 'session without MFA': 'allowed', 'session with MFA': 'allowed' };
export const WITH_MFA: Ends = { 'access key': 'denied', 'session without MFA': 'denied', 'session with MFA': 'allowed' };
export const NEVER: Ends = { 'access key': 'denied', 'session without MFA': 'denied', 'session with MFA': 'denied' };
/** Keys alone enrol no device where only the console may: a stolen key then can't, and who has only keys can't begin. */
export const BY_SESSION: Ends = { 'access key': 'either', 'session without MFA': 'allowed', 'session with MFA': 'allowed' };

/** Several calls of one chapter that end alike. */
export function calls(scenario: string, on: Target, actions: readonly string[], ends: Ends): readonly Call[] {
  return actions.map((action) => ({ scenario, action, on, ends }));
}
