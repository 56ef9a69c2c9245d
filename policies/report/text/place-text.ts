import type { Finding } from '../../rules/rule';

/** `<stack>:<address>`, or the stack as a whole: what suppressions and commands call the place. */
export function placeText({ stack, address }: Pick<Finding, 'stack' | 'address'>): string {
  return address === undefined ? stack : `${stack}:${address}`;
}
