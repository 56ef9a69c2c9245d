import type { Policy } from '../../policy/policy';
import { readPolicy } from '../../policy/read-policy';
import { type Term, Unknown } from '../../term';
import texts from './aws-managed.json';

/**
 * AWS's own policies that are attached most, as they were in their version: AWS may allow more since. All others aren't told.
 * Their documents are texts, which a start only carries: ReadOnlyAccess alone names 3,000 actions.
 * @source iam:GetPolicyVersion of each, as moto 5.2.1 carries it
 */
const TEXTS: Readonly<Record<string, { readonly version: string; readonly updated: string; readonly document: string }>> = texts;

const read = new Map<string, Policy | Unknown>();

/** An AWS managed policy by its path and name, `AdministratorAccess` or `service-role/AWSLambdaBasicExecutionRole`. */
export function awsPolicyOf(name: string): Policy | Unknown {
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
  const policy =
    text === undefined
      ? new Unknown(`what AWS's policy ${name} allows isn't told here`)
      : readPolicy(JSON.parse(text.document) as Term);
  read.set(name, policy);
  return policy;
}

/** Which version of an AWS managed policy is told: `v12 of 2026-02-12`; undefined where none is. */
export function findAwsVersion(name: string): string | undefined {
  const text = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
  return text === undefined ? undefined : `${text.version} of ${text.updated}`;
}
