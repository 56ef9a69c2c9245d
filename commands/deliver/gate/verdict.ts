import type { Place } from './places';
import type { Alarm, Reading, Violation } from './reading';

/** What isn't blamed on an apply. */
export interface Yardstick {
  /** When the apply began. @default - whatever rings or is violated now counts */
  readonly since?: Date;
  /** Whether a violation was there before, though its rule may have found it again since. */
  readonly isKnown: (place: Place, violation: Violation) => boolean;
}

/** What a place says, held against the time before. */
export interface Verdict {
  readonly place: Place;
  /** Stops a pipeline. */
  readonly rings: readonly Alarm[];
  /** Stops a pipeline. */
  readonly violated: readonly Violation[];
  /** Was so before. */
  readonly before: { readonly rings: readonly Alarm[]; readonly violated: readonly Violation[] };
  readonly reading: Reading;
}

/** The apply may have caused everything that didn't surely come before it: an unknown time clears nobody. */
export function judge(place: Place, reading: Reading, { since, isKnown }: Yardstick): Verdict {
  const isOlder = (each: Alarm | Violation): boolean => since !== undefined && each.since !== undefined && each.since < since;
  const isFormer = (violation: Violation): boolean => isOlder(violation) || isKnown(place, violation);
  return {
    place,
    rings: reading.ringing.filter((alarm) => !isOlder(alarm)),
    violated: reading.violations.filter((violation) => !isFormer(violation)),
    before: { rings: reading.ringing.filter(isOlder), violated: reading.violations.filter(isFormer) },
    reading,
  };
}

/** Whether a pipeline stops at it. */
export function stops({ rings, violated }: Verdict): boolean {
  return rings.length + violated.length > 0;
}
