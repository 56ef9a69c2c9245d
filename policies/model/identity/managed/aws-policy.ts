import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Policy } from '../../policy/policy';
import { readPolicy } from '../../policy/read-policy';
import { type Term, Unknown } from '../../term';

/** A policy as it was in its version: AWS may allow more since. */
interface ManagedText {
  readonly version: string;
  readonly updated: string;
  /** The policy document, which is parsed when it is asked for: ReadOnlyAccess alone names 3,000 actions. */
  readonly document: string;
}

/**
 * AWS's own policies that are attached most, by path and name. All others aren't told.
 * @source iam:GetPolicyVersion of each, as moto 5.2.1 carries it
 */
const FILE = 'aws-managed.json';
/** Beside this module; and beside the one file that a start runs, where the build leaves it under the module's folder. */
const PLACES = [__dirname, join(__dirname, 'policies', 'model', 'identity', 'managed')];

let texts: Readonly<Record<string, ManagedText>> | undefined;

/** Read once, and only where such a policy is attached to anything: a start has no use for half a megabyte. */
function findText(name: string): ManagedText | undefined {
  if (texts === undefined) {
    const folder = PLACES.find((place) => existsSync(join(place, FILE)));
    if (folder === undefined) throw new Error(`${FILE} is not where the build leaves it`);
    texts = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Readonly<Record<string, ManagedText>>;
  }
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

const read = new Map<string, Policy | Unknown>();

/** An AWS managed policy by its path and name, `AdministratorAccess` or `service-role/AWSLambdaBasicExecutionRole`. */
export function awsPolicyOf(name: string): Policy | Unknown {
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = findText(name);
  const policy =
    text === undefined
      ? new Unknown(`what AWS's policy ${name} allows isn't told here`)
      : readPolicy(JSON.parse(text.document) as Term);
  read.set(name, policy);
  return policy;
}

/** Which version of an AWS managed policy is told: `v12 of 2026-02-12`; undefined where none is. */
export function findAwsVersion(name: string): string | undefined {
  const text = findText(name);
  return text === undefined ? undefined : `${text.version} of ${text.updated}`;
}
