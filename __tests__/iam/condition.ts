import { type Expected, operatorOf } from './operators';
import { listOf, type StatementJson } from './policy-json';
import type { Context } from './request';
import { patternOf, textOf } from './variables';

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

/** Whether one line of a condition holds: an operator, a key, and the values of which one is enough. */
function lineHolds(written: string, key: string, expected: readonly Expected[], context: Context): boolean {
  const actual = context.get(key.toLowerCase());
  if (written === 'Null') return expected.some(({ raw }) => (raw === 'true') === (actual === undefined));
  const [, qualifier, name = '', ifExists] = OPERATOR.exec(written) ?? [];
  const { compare, negated } = operatorOf(name);
  const isOne = (value: string): boolean => expected.some((one) => compare(value, one)) !== negated;

  if (qualifier === 'ForAllValues') return (actual ?? []).every(isOne);
  if (qualifier === 'ForAnyValue') {
    if (ifExists !== undefined) throw new Error(`what ${written} means without the key is nowhere documented`);
    return (actual ?? []).some(isOne);
  }
  // "If the policy condition requires that the key is not matched … and the right key isn't present, the condition is true."
  if (actual === undefined) return negated || ifExists !== undefined;
  const [value, ...more] = actual;
  if (value === undefined || more.length > 0) {
    throw new Error(`${key} has ${actual.length} values: ${written} needs ForAllValues or ForAnyValue`);
  }
  return isOne(value);
}

/** Whether all of a statement's conditions hold. */
export function conditionHolds({ Condition: condition = {} }: StatementJson, version: string, context: Context): boolean {
  return Object.entries(condition).every(([operator, lines]) =>
    Object.entries(lines).every(([key, values]) => {
      const expected = listOf(values).map((raw) => ({
        raw,
        pattern: patternOf(raw, version, context),
        text: textOf(raw, version, context),
      }));
      return lineHolds(operator, key, expected, context);
    }),
  );
}
