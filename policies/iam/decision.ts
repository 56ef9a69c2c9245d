import type { PlacedPolicy } from './policy-set';

/** Which policies decided. `nothing`: no policy allows, and none denies. */
export type Decider =
  | 'explicit deny'
  | 'scp'
  | 'rcp'
  | 'endpoint'
  | 'identity'
  | 'boundary'
  | 'session'
  | 'resource'
  | 'identity and resource'
  | 'grant'
  | 'root user'
  /** AWS asks no policy for the action. */
  | 'nobody';

/** The statement that decides, as a person finds it. */
export interface DecidingStatement {
  readonly policy: PlacedPolicy;
  /** @default - the policy as a whole, since it isn't known or has no statement that applies */
  readonly index?: number;
  /** @default - it has none */
  readonly sid?: string;
}

/** What AWS would answer. */
export interface Decision {
  readonly decision: 'allowed' | 'denied' | 'unknown';
  /** Who decides; of an unknown answer, who could not. */
  readonly by: Decider;
  /** @default - no statement decides: nothing allows */
  readonly statement?: DecidingStatement;
  /** A sentence for people: `Sid "ReadLogs" of acme-audit allows it`, `whether aws:MultiFactorAuthPresent is "true" isn't known`. */
  readonly why: string;
}
