import type { Listed, Policy, PolicyText, Statement } from '../../model/policy/policy';
import type { Asked } from './asked';
import { type Condition, conditionOf } from './condition/condition';
import { isLike, type Unit, unitsOf } from './text/pattern';
import { PolicyPattern } from './text/policy-pattern';
import { Doubt, every, not, some, type Truth } from './truth';

/** A statement, made ready for many requests. */
export interface ReadyStatement {
  readonly statement: Statement;
  /** Whether it is about the request, whoever asks. */
  readonly applies: (asked: Asked) => Truth;
}

const ALL_BUCKETS = ['aws', 'aws-cn', 'aws-us-gov'].map((partition) => unitsOf(`arn:${partition}:s3:::*`, false));

/**
 * The service authorization reference has no resource type for s3:ListAllMyBuckets: "you must specify all resources ("*")".
 * AWS's own policies, such as AWSBackupFullAccess, give it by `arn:aws:s3:::*` alone.
 */
function isOfBuckets(expected: readonly Unit[], { action }: Asked): boolean {
  return action === 's3:listallmybuckets' && ALL_BUCKETS.some((units) => isLike(expected, units) !== false);
}

function isOneOf(patterns: readonly PolicyPattern[], units: readonly Unit[], asked: Asked, noun: 'action' | 'resource'): Truth {
  return some(patterns, (pattern) => {
    const expected = pattern.unitsIn(asked.variable);
    const answer = expected !== undefined && isLike(expected, units);
    const isOpen = answer === false ? expected !== undefined && isOfBuckets(expected, asked) : isLoose(pattern.text);
    return answer === 'maybe' || (isOpen && noun === 'resource')
      ? new Doubt(`whether the ${noun} is ${JSON.stringify(pattern.toString())} isn't known`)
      : answer;
  });
}

/** "You can't use a variable to replace parts of the ARN before the fifth colon": what AWS makes of one isn't documented. */
function isMisplaced(text: PolicyText, version: string): boolean {
  const [before = ''] = typeof text === 'string' ? text.split('${', 1) : [];
  return version === '2012-10-17' && before !== text && typeof text === 'string' && before.split(':').length < 6;
}

/**
 * "If the * wildcard is the last character of a resource ARN segment, it can expand to match beyond the colon boundaries":
 * whether one before the last does, isn't said.
 */
function isLoose(text: PolicyText): boolean {
  const segments = typeof text === 'string' ? text.split(':') : [];
  return segments.length > 1 && segments.length < 6 && segments.some((segment) => /\*[^*]/.test(segment));
}

function actionTest(actions: Listed<PolicyText>): Condition {
  // Actions have no variables.
  const patterns = actions.items.map((text) => new PolicyPattern(text, '2008-10-17', true, true));
  return (asked) => {
    const isOne = isOneOf(patterns, asked.actionUnits, asked, 'action');
    return actions.except ? not(isOne) : isOne;
  };
}

function resourceTest(resources: Listed<PolicyText> | undefined, version: string): Condition {
  // A trust policy names none: the role that it hangs on is meant.
  if (resources === undefined) return () => true;
  const misplaced = resources.items.find((text) => isMisplaced(text, version));
  if (misplaced !== undefined) return () => new Doubt('a resource has a variable before its fifth colon');
  const patterns = resources.items.map((text) => new PolicyPattern(text, version, true));
  return (asked) => {
    const isOne = isOneOf(patterns, asked.resourceUnits, asked, 'resource');
    return resources.except ? not(isOne) : isOne;
  };
}

function readied(statement: Statement, version: string): ReadyStatement {
  const tests = [
    actionTest(statement.actions),
    resourceTest(statement.resources, version),
    ...statement.conditions.map((test) => conditionOf(test, version)),
  ];
  return { statement, applies: (asked) => every(tests, (test) => test(asked)) };
}

const ready = new WeakMap<Policy, readonly ReadyStatement[]>();

/** The statements of a policy, made ready once. */
export function readyStatements(policy: Policy): readonly ReadyStatement[] {
  const found = ready.get(policy);
  if (found !== undefined) return found;
  const made = policy.statements.map((statement) => readied(statement, policy.version));
  ready.set(policy, made);
  return made;
}
