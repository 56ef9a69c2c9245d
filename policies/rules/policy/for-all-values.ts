import { findConditionOperator } from '../../model/policy/condition-operator';
import { needsKey } from './contradiction';
import { policyRule } from './policy-rule';

/** An allow with ForAllValues asks that the key is there: without it, a request has no value that could fail the test. */
export const forAllValues = policyRule({
  id: 'policy/for-all-values',
  summary: 'A statement that allows by ForAllValues asks that the key is there, too',
  *faultsOf({ statements }) {
    for (const statement of statements) {
      if (statement.effect !== 'Allow') continue;
      for (const { operator, key } of statement.conditions) {
        if (findConditionOperator(operator)?.quantifier !== 'ForAllValues') continue;
        if (statement.conditions.some((other) => other.key.toLowerCase() === key.toLowerCase() && needsKey(other))) continue;
        const problem = `${operator} ${key} holds for every request without the key`;
        yield { statement, problem, fix: `add Null ${key} = "false"` };
      }
    }
  },
});
