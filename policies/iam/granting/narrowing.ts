import { Cidr } from '../../../modules/core/cidr';
import { InputError } from '../../../modules/core/input-error';
import { type ConditionOperator, findConditionOperator } from '../../model/policy/condition-operator';
import { partsOf, textOf, type TextPart } from '../../model/arns';
import type { ConditionTest, PolicyText } from '../../model/policy/policy';
import { Reference, Unknown } from '../../model/term';
import { hasOpenPart, marked } from './text-cover';

const SOURCE_IP = 'aws:sourceip';
const SERVICE = 'aws:principalisawsservice';

/** Whether it holds; undefined where only apply tells. */
export type Told = boolean | undefined;

/**
 * Keys whose value says who calls or from where, in a way that nobody can choose freely. aws:VpcSourceIp isn't among them: another
 * VPC may have the same addresses.
 * @source S3 user guide, "The meaning of public"; IAM user guide, "AWS global condition context keys"
 */
const CALLERS: ReadonlySet<string> = new Set([
  SOURCE_IP,
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);
/** Keys of whom the resource belongs to: equal to one of the caller's they narrow, by themselves they say nothing. */
const OWNERS: ReadonlySet<string> = new Set(['aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths']);
/** S3 takes wider blocks for everybody. @unit bits @source S3 user guide, "The meaning of public" */
const LEAST_PREFIX = { v4: 8, v6: 32 };

function isNarrowBlock(text: PolicyText): Told {
  if (typeof text !== 'string') return hasOpenPart(text) ? undefined : true;
  try {
    const { prefix } = Cidr.parse(text.includes('/') ? text : `${text}/${text.includes(':') ? '128' : '32'}`);
    return prefix >= (text.includes(':') ? LEAST_PREFIX.v6 : LEAST_PREFIX.v4);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Ids that are somebody's alone, before the wildcard: accounts, organisations, roles and users, endpoints. */
const OWN_ID = /^(?:\d{12}\b|(?:o|vpc|vpce)-[0-9a-z]{8,}\b|A[A-Z]{3}[A-Z0-9]{12,}:)/;

/** Attributes that name one thing, of one account or organisation. */
const NAMES_ONE = /(?:^|[._])(?:arn|id)$/;

/** Whether a text begins with what names a thing of the documents: `${aws_iam_role.ops.unique_id}:*`. */
function beginsWithThing([first, next = '']: readonly TextPart[]): boolean {
  const isOne = first instanceof Reference && first.targets.every(({ attribute }) => NAMES_ONE.test(attribute));
  return isOne && typeof next === 'string' && /^(?:[:/]|$)/.test(next);
}

/** Whether what stands around the wildcards says whose it is: an account in an ARN, the whole name of a bucket. */
export function isNarrowPattern(text: PolicyText): Told {
  const parts = partsOf(text);
  if (beginsWithThing(parts)) return true;
  const open = parts.findIndex((part) => part instanceof Unknown);
  // Whatever follows, what stands before it may be enough.
  if (open >= 0) return isNarrowPattern(textOf([...parts.slice(0, open), '*'])) === true ? true : undefined;
  const pattern = marked(text);
  if (!/[*?]/.test(pattern)) return true;
  if (parts[0] instanceof Reference) return undefined;
  const [arn, , service = '', , account = '', ...rest] = pattern.split(':');
  if (arn !== 'arn') return OWN_ID.test(pattern);
  // Anybody may name a bucket as he likes, and its ARN has no account.
  if (service === 's3') return !/[*?]/.test(rest.join(':').split('/')[0] ?? '*');
  return account !== '' && !/[*?]/.test(account);
}

function isNarrowValue(key: string, { comparison }: ConditionOperator, text: PolicyText): Told {
  if (key === SOURCE_IP) return comparison === 'IpAddress' ? isNarrowBlock(text) : undefined;
  const written = marked(text);
  // A variable is the caller's own value again, unless it compares with the owner of the resource.
  if (written.includes('${')) {
    if (OWNERS.has(key)) return /^\$\{aws:Principal(?:Account|OrgID)\}$/i.test(written) ? true : undefined;
    return /^\$\{aws:Resource(?:Account|OrgID)\}$/i.test(written) ? true : undefined;
  }
  if (OWNERS.has(key)) return false;
  if (comparison === 'StringEquals' || comparison === 'StringEqualsIgnoreCase') return true;
  return ['StringLike', 'ArnLike', 'ArnEquals'].includes(comparison) ? isNarrowPattern(text) : undefined;
}

/** The weakest of what several values say: any of them opens. */
export function every(told: readonly Told[]): Told {
  return told.includes(false) ? false : told.includes(undefined) ? undefined : true;
}

function isService({ key, values }: ConditionTest, { comparison, ifExists }: ConditionOperator): boolean {
  return (
    key.toLowerCase() === SERVICE &&
    comparison === 'Bool' &&
    !ifExists &&
    values.every((value) => typeof value === 'string' && value.toLowerCase() === 'true')
  );
}

/** Whether only callers of certain accounts, organisations, networks or resources meet a condition. */
export function narrows(test: ConditionTest): Told {
  const operator = findConditionOperator(test.operator);
  const key = test.key.toLowerCase();
  // Who has no such key meets these: an anonymous caller has none that names a principal.
  if (operator === undefined || operator.negated || operator.ifExists || operator.quantifier === 'ForAllValues') return false;
  if (isService(test, operator)) return true;
  if (operator.comparison === 'Null' || !(CALLERS.has(key) || OWNERS.has(key))) return false;
  return every(test.values.map((value) => isNarrowValue(key, operator, value)));
}

/** Whether all callers meet a condition of a Deny but those of certain accounts, organisations, networks or resources. */
export function keepsOthersOut(test: ConditionTest): Told {
  const operator = findConditionOperator(test.operator);
  const key = test.key.toLowerCase();
  if (operator === undefined || operator.quantifier !== undefined) return false;
  if (key === SERVICE) {
    // "Anonymous requests do not include this key."
    return operator.comparison === 'Bool' && operator.ifExists && test.values.every((value) => value === 'false');
  }
  if (!operator.negated || !CALLERS.has(key)) return false;
  return every(test.values.map((value) => isNarrowValue(key, operator, value)));
}
