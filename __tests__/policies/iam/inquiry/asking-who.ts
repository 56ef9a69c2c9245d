import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { type SensitiveOperation } from '../../../../policies/iam/inquiry/sensitive-operations';
import { whoCan } from '../../../../policies/iam/inquiry/who-can';
import type { Term } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { resource, universeOf } from '../../model/network/documents';

export const DELETING: SensitiveOperation = { id: 'delete', title: 'delete', actions: ['s3:DeleteObject'], on: 'objects' };
export const STOPPING: SensitiveOperation = { id: 'stop', title: 'stop', actions: ['guardduty:DeleteDetector'], on: 'account' };

/** Of which no document tells the account. */
export function untold({ accountId: _none, ...fact }: ResourceFact): ResourceFact {
  return fact;
}

/** Who can, one line each: `allowed net:aws_iam_user.ann on net:aws_s3_bucket.logs`. */
export function lines(facts: readonly ResourceFact[], operation: SensitiveOperation): readonly string[] {
  const [found] = whoCan(Inquiry.of(universeOf(facts)), [operation]);
  return [...(found?.allowed ?? []), ...(found?.unknown ?? [])].map(
    ({ who, on, decision }) => `${decision.decision} ${who} on ${on}`,
  );
}

export const ANN = resource('aws_iam_user.ann', { name: 'ann' });
export const rights = (action: string, more: Readonly<Record<string, Term>> = {}): ResourceFact =>
  resource('aws_iam_user_policy.ann', { name: 'own', user: 'ann', policy: allowing(action, more) });
export const LOGS = resource('aws_s3_bucket.logs', { bucket: 'logs' });
/** Nothing blocks public access to it. */
export const UNBLOCKED = resource('aws_s3_bucket_public_access_block.logs', { bucket: 'logs' });

/** What is decided of ann by one policy of hers. */
export function annCan(operation: SensitiveOperation, action: string, on: string, ...facts: readonly ResourceFact[]): string {
  const found = lines([ANN, rights(action, { Resource: on }), ...facts], operation);
  return found.find((line) => line.includes('user.ann'))?.replace(/ .*/, '') ?? 'denied';
}
