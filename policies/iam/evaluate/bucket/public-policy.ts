import { findConditionOperator } from '../../../model/policy/condition-operator';
import type { ConditionTest, NamedPrincipal, Policy, PolicyText, Statement } from '../../../model/policy/policy';
import { isOpenKey } from '../../../model/policy/policy-json';
import { Unknown } from '../../../model/term';
import { narrows } from '../../granting/narrowing';
import type { PlacedPolicy } from '../../policy-set';
import { isHole, unitsOf } from '../text/pattern';
import { any, Doubt, every, not, some, type Truth } from '../truth';

/**
 * Keys by which a policy isn't public, where their values are fixed.
 * @source S3 user guide, "Blocking public access to your Amazon S3 storage": The meaning of "public", Bucket policies
 */
const FIXING: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);
/** Others that tell who calls or from where: that page names them not, and S3 may take them for as good. */
const TELLING =
  /^(aws:(principal|source|ec2instancesource|vpc|user|resource|calledvia|viaaws|federated)|s3:(accessgrants|x-amz-server-side-encryption-aws-kms-key-id))/;
/** "This value can contain a wildcard for the access point name without rendering the policy public." */
const ACCESS_POINTS = /^arn:[\w-]+:s3:[\w-]+:\d{12}:accesspoint\//;

const undocumented = (what: string): Doubt =>
  new Doubt(`whether ${what} keeps a bucket's policy from being public isn't documented`);

/** "Values that don't contain a wildcard or an AWS Identity and Access Management Policy Variable." */
function isFixed(key: string, text: PolicyText): boolean {
  if (typeof text === 'string' && key === 's3:dataaccesspointarn' && ACCESS_POINTS.test(text)) return true;
  const units = unitsOf(text, false);
  if (units.some((unit) => unit === '*' || unit === '?' || unit === '$')) return false;
  return units.every((unit) => !isHole(unit) || (unit.plain && key !== 'aws:sourceip'));
}

/** Whether a condition lets in none but whom fixed values tell. */
function fixes(test: ConditionTest): Truth {
  const key = test.key.toLowerCase();
  const operator = findConditionOperator(test.operator);
  if (operator === undefined || isOpenKey(test.key)) return undocumented(`a condition of ${test.operator}`);
  if (!FIXING.has(key)) return TELLING.test(key) ? undocumented(test.key) : false;
  if (operator.negated) return false;
  if (operator.ifExists || operator.quantifier !== undefined || operator.comparison === 'Null') {
    return undocumented(`${test.operator} of ${test.key}`);
  }
  // What doesn't narrow at all, such as `vpc-*` and `0.0.0.0/1`, is no fixed value either.
  const told = narrows(test);
  if (told === false) return false;
  return (told === true && test.values.every((value) => isFixed(key, value))) || undocumented(`this ${test.key}`);
}

function isFixedPrincipal({ kind, text }: NamedPrincipal): Truth {
  if (kind === 'AWS' && text === '*') return false;
  const units = unitsOf(text, false);
  const [first] = units;
  // AWS takes no wildcard but `*` alone: what begins as somebody is somebody.
  const isSomebody = !units.includes('*') && !units.includes('?') && (!isHole(first) || first.plain);
  return (kind !== 'Federated' && isSomebody) || undocumented('whom it names');
}

function isPublicStatement({ principals, conditions }: Statement): Truth {
  if (principals === undefined) return undocumented('a statement that names nobody');
  const isNamed = !principals.except && every(principals.items, isFixedPrincipal);
  return not(any(isNamed, some(conditions, fixes)));
}

/** A Deny for everybody may keep out all whom an Allow for everybody lets in: what S3 makes of that isn't documented. */
function isFence({ effect, conditions }: Statement): boolean {
  const keys = conditions.map(({ key }) => key.toLowerCase());
  const isAboutCallers = keys.length === 0 || keys.some((key) => FIXING.has(key) || TELLING.test(key) || isOpenKey(key));
  return effect === 'Deny' && isAboutCallers;
}

function isPublicPolicy({ statements, faults }: Policy): Truth {
  if (faults.length > 0) return new Doubt("whether a policy is public that AWS doesn't take isn't known");
  const opens = some(
    statements.filter(({ effect }) => effect === 'Allow'),
    isPublicStatement,
  );
  return opens === true && statements.some(isFence) ? undocumented('a Deny') : opens;
}

const known = new WeakMap<Policy, Truth>();

/**
 * Whether S3 takes a bucket's policies for public: it does unless each statement that allows is limited to principals or other
 * values that are fixed. One that isn't makes the whole of it public.
 */
export function isPublic(policies: readonly PlacedPolicy[]): Truth {
  return some(policies, ({ name, policy }) => {
    if (policy instanceof Unknown) return new Doubt(`whether ${name} is public isn't known: ${policy.why}`);
    const found = known.get(policy) ?? isPublicPolicy(policy);
    known.set(policy, found);
    return found;
  });
}
