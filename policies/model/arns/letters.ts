import type { Target } from '../term';
import { ARN_FORMS } from './arn-forms';

const DIGIT = /\d/;
const PLACE = /[a-z\d-]/;
const ID = /[A-Za-z\d]/;
const NO_COLON = /[^:]/;

/** `aws_kms_key` of `dev:module.a["b"].aws_kms_key.main[0]`; data sources have `data.` before it. */
const TYPE = /[.:]((?:data\.)?[a-z]\w*)\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?$/;

/**
 * What data sources say of the place that their provider works in, what AWS adds to the role of a permission set, and names of
 * buckets: "Before March 1, 2018, buckets created in the US East (N. Virginia) Region could have names that … included uppercase
 * letters and underscores".
 * @source S3 user guide, "General purpose bucket naming rules"
 */
const TOLD: Readonly<Record<string, RegExp>> = {
  'aws_ssoadmin_account_assignment.role.region': /[a-z\d/-]/,
  'aws_ssoadmin_account_assignment.role.unique_id': /[\da-f]/,
  'aws_s3_bucket.bucket': /[\w.-]/,
  'data.aws_caller_identity.id': DIGIT,
  'data.aws_partition.id': PLACE,
  'data.aws_region.id': PLACE,
  'data.aws_region.name': PLACE,
};

/** A path may hold any letter, the name of an alias a colon, and a function may be named by its ARN. */
const FREE: ReadonlySet<string> = new Set(['path', 'function_name', 'aws_kms_alias.name']);

/**
 * What each letter of an attribute is like that only apply tells; undefined where it may be any. What stands between two colons of
 * an ARN has none in it.
 */
export function findLetters({ key, attribute }: Target): RegExp | undefined {
  const type = TYPE.exec(key)?.[1] ?? '';
  const told = TOLD[`${type}.${attribute}`];
  if (told !== undefined || !/^(data\.)?aws_/.test(type)) return told;
  if (/(^|[._])account_id$/.test(attribute)) return DIGIT;
  if (/^(partition|region)$/.test(attribute)) return PLACE;
  if (/(^|[._])unique_id$/.test(attribute)) return ID;
  const form = ARN_FORMS[type];
  const isPart = form?.includes(`{${attribute}}`) === true || form?.includes(`{#${attribute}}`) === true;
  return isPart && !FREE.has(attribute) && !FREE.has(`${type}.${attribute}`) ? NO_COLON : undefined;
}
