import type { DecidingStatement, Decision, Decider } from '../decision';
import type { Answer } from './answer';

/** A statement as people find it: `Sid "ReadLogs" of acme-audit`. */
function nameOf({ policy, index, sid }: DecidingStatement): string {
  if (sid !== undefined) return `Sid "${sid}" of ${policy.name}`;
  return index === undefined ? policy.name : `statement ${String(index + 1)} of ${policy.name}`;
}

/** Allowed by a statement. */
export function allowedBy(by: Decider, { statement }: Extract<Answer, { is: 'yes' }>): Decision {
  return { decision: 'allowed', by, statement, why: `${nameOf(statement)} allows it` };
}

/** Denied by a statement. */
export function deniedBy({ statement }: Extract<Answer, { is: 'yes' }>): Decision {
  return { decision: 'denied', by: 'explicit deny', statement, why: `${nameOf(statement)} denies it` };
}

/** Denied since nothing allows it. */
export function denied(by: Decider, why: string): Decision {
  return { decision: 'denied', by, why };
}

/** Whether a statement applies isn't known. */
export function openBy(by: Decider, { statement, why }: Extract<Answer, { is: 'maybe' }>): Decision {
  const effect = by === 'explicit deny' ? 'denies' : 'allows';
  return { decision: 'unknown', by, statement, why: `whether ${nameOf(statement)} ${effect} it isn't known: ${why}` };
}
