/** An alarm that isn't at rest. */
export interface Alarm {
  readonly name: string;
  readonly reason: string;
  /** When it came to its state. @default - AWS doesn't say */
  readonly since?: Date;
}

/** A resource that is not as a rule of AWS Config has it. */
export interface Violation {
  readonly rule: string;
  readonly resourceType: string;
  readonly resourceId: string;
  /** When that was found. @default - AWS doesn't say */
  readonly since?: Date;
  /** @default - the rule says no more */
  readonly annotation?: string;
}

/** What one account says of itself in one Region. */
export interface Reading {
  readonly ringing: readonly Alarm[];
  /** Names of alarms that have no data. */
  readonly alarmsWithoutData: readonly string[];
  readonly violations: readonly Violation[];
  /** Names of rules that have judged nothing. */
  readonly rulesWithoutResult: readonly string[];
  /** Why nothing new comes to the rules. @default - AWS Config records what changes */
  readonly notRecorded?: string;
}
