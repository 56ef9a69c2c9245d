import { asWritten, InputError } from '../input-error';
import { isAccountId } from './arn';

/**
 * @source Organizations API reference, Organization: pattern of Id
 * @throws InputError LZ-ARN-5
 */
export function checkOrganizationId(id: string): void {
  if (/^o-[a-z0-9]{10,32}$/.test(id)) return;
  const remedy = 'write it as AWS shows it, like "o-a1b2c3d4e5"';
  throw InputError.of({ problem: 'this is not the id of an organisation', got: asWritten(id), remedy, code: 'LZ-ARN-5' });
}

/** @throws InputError LZ-ARN-6 */
export function checkAccountId(id: string): void {
  if (isAccountId(id)) return;
  const remedy = 'write its twelve digits as a text, like "222222222222"';
  throw InputError.of({ problem: 'this is not the id of an account', got: asWritten(id), remedy, code: 'LZ-ARN-6' });
}
