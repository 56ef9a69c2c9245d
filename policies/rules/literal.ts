import { type Term, Unknown } from '../model/term';
import { describeTerm } from '../model/term-text';
import { findStated } from './argument';

/** An argument as literal text, `true` and `7` among them; undefined where nobody sets it. */
export function findLiteral(term: Term | undefined): string | Unknown | undefined {
  const stated = findStated(term);
  if (stated === undefined || stated instanceof Unknown || typeof stated === 'string') return stated;
  if (typeof stated === 'number' || typeof stated === 'boolean') return String(stated);
  return new Unknown(`known only after apply: ${describeTerm(stated)}`);
}

/** Whether Terraform reads a text as true. */
export function isTrue(text: string): boolean {
  return text === 'true' || text === '1';
}

/** Whether Terraform reads a text as false. */
export function isFalse(text: string): boolean {
  return text === 'false' || text === '0';
}
