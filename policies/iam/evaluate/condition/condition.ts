import { type ConditionOperator, findConditionOperator } from '../../../model/policy/condition-operator';
import type { ConditionTest, PolicyText } from '../../../model/policy/policy';
import type { ContextValue } from '../../request';
import type { Asked } from '../asked';
import { type Compare, compareWith } from './comparison';
import { Doubt, every, not, some, type Truth } from '../truth';

/** Whether a request meets a condition. */
export type Condition = (asked: Asked) => Truth;

/** "true: the key doesn't exist, it is null. false: the key exists, and its value is not null." */
function isNull(values: ContextValue, expected: PolicyText, key: string): Truth {
  if (expected !== 'true' && expected !== 'false') return new Doubt(`what Null asks of ${key} isn't known`);
  if (values !== 'absent' && values.every((value) => value === '')) return new Doubt(`whether ${key} is null isn't known`);
  return (values === 'absent') === (expected === 'true');
}

/** A key that isn't in the request. */
function withoutKey({ negated, quantifier, ifExists }: ConditionOperator, key: string): Truth {
  // "It also returns true if there are no keys in the request."
  if (quantifier === 'ForAllValues') return true;
  if (quantifier === undefined) return negated || ifExists;
  // "For no matching key the condition returns false." What IfExists makes of that isn't documented.
  return ifExists ? new Doubt(`what ForAnyValue with IfExists means without ${key} isn't documented`) : false;
}

function withKey(
  operator: ConditionOperator,
  values: readonly PolicyText[],
  holds: (value: PolicyText) => Truth,
  key: string,
): Truth {
  const { quantifier } = operator;
  const isEmpty = values.every((value) => value === '');
  // "… or if the key values resolve to a null data set, such as an empty string": two readings, where there is one.
  if (quantifier !== undefined && isEmpty && values.length > 0) return new Doubt(`whether ${key} has a value isn't known`);
  if (quantifier === 'ForAllValues') return every(values, holds);
  if (quantifier === 'ForAnyValue') return some(values, holds);
  const [value, ...more] = values;
  return value === undefined || more.length > 0 ? new Doubt(`${key} has several values or none`) : holds(value);
}

/** Makes a test of a statement ready for many requests. `version` is the policy's. */
export function conditionOf({ operator: written, key, values: expected }: ConditionTest, version: string): Condition {
  const operator = findConditionOperator(written);
  if (operator === undefined) return () => new Doubt(`there is no operator ${written}`);
  const { comparison, negated } = operator;
  const answered = (asked: Asked, decide: (values: ContextValue) => Truth): Truth => {
    const values = asked.valueOf(key);
    return values instanceof Doubt ? values : decide(values);
  };
  if (comparison === 'Null') {
    return (asked) => answered(asked, (values) => some(expected, (one) => isNull(values, one, key)));
  }
  const compares: readonly Compare[] = expected.map((one) => compareWith(comparison, one, version));
  return (asked) =>
    answered(asked, (values) => {
      if (values === 'absent') return withoutKey(operator, key);
      const holds = (value: PolicyText): Truth => {
        const isOne = some(compares, (compare) => compare(value, asked));
        return negated ? not(isOne) : isOne;
      };
      return withKey(operator, values, holds, key);
    });
}
