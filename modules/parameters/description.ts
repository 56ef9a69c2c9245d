import { InputError } from '../core/input-error';

/** @source Systems Manager API Reference, PutParameter, Description @unit characters */
const LONGEST = 1024;

/** @throws InputError LZ-PARAM-17 */
export function checkDescription(description: string): void {
  if (description.length <= LONGEST) return;
  throw InputError.of({
    problem: `a parameter's description has at most ${String(LONGEST)} characters`,
    got: `${String(description.length)} characters`,
    remedy: 'shorten it',
    code: 'LZ-PARAM-17',
  });
}
