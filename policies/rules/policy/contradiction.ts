import { findConditionOperator } from '../../model/policy/condition-operator';
import type { ConditionTest } from '../../model/policy/policy';

/** A test of one key that asks for one of some literal values. */
interface Wanted {
  readonly test: ConditionTest;
  readonly values: readonly string[];
  /** What of a value the operator looks at. */
  readonly counted: (text: string) => string;
  /** Whether a request without the key meets it. */
  readonly lenient: boolean;
}

/** Comparisons that ask for one value, by what of its text counts. Of dates one instant has many texts. */
const EXACT: Readonly<Partial<Record<string, (text: string) => string>>> = {
  StringEquals: (text) => text,
  Bool: (text) => text.toLowerCase(),
  NumericEquals: (text) => String(Number(text)),
};

const nameOf = ({ operator, key }: ConditionTest): string => `${operator} ${key}`;

function literals({ values }: ConditionTest): readonly string[] | undefined {
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length < values.length || texts.some((text) => /[*?$]/.test(text)) ? undefined : texts;
}

/** Whether one value of a key may meet both: each looks at it in its own way. */
function mayAgree(one: Wanted, other: Wanted): boolean {
  return one.values.some((value) =>
    other.values.some(
      (another) => one.counted(value) === one.counted(another) || other.counted(value) === other.counted(another),
    ),
  );
}

function findWanted(test: ConditionTest): Wanted | undefined {
  const operator = findConditionOperator(test.operator);
  // Of several values of a key each may be another one.
  if (operator === undefined || operator.negated || operator.quantifier !== undefined) return undefined;
  const counted = EXACT[operator.comparison];
  const values = literals(test);
  return counted && values && { test, values, counted, lenient: operator.ifExists };
}

/** Whether a request has to have the key: one without it doesn't meet the test. */
export function needsKey(test: ConditionTest): boolean {
  const operator = findConditionOperator(test.operator);
  if (operator?.comparison === 'Null') return test.values.every((value) => value === 'false');
  if (operator === undefined) return false;
  return !operator.negated && !operator.ifExists && operator.quantifier !== 'ForAllValues';
}

function findDisjoint(wanted: readonly Wanted[]): string | undefined {
  for (const [at, one] of wanted.entries()) {
    for (const other of wanted.slice(at + 1)) {
      if ((one.lenient && other.lenient) || mayAgree(one, other)) continue;
      return `${nameOf(one.test)} and ${nameOf(other.test)} ask for different values`;
    }
  }
  return undefined;
}

/** What in the conditions of a statement excludes each other; undefined where nothing plainly does. */
export function contradictionOf(conditions: readonly ConditionTest[]): string | undefined {
  const byKey = new Map<string, ConditionTest[]>();
  for (const test of conditions) {
    const key = test.key.toLowerCase();
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [test]);
    else known.push(test);
  }
  for (const tests of byKey.values()) {
    const absent = tests.find(({ operator, values }) => operator === 'Null' && values.every((value) => value === 'true'));
    const needed = tests.find(needsKey);
    if (absent !== undefined && needed !== undefined) return `${nameOf(absent)} wants no such key, ${nameOf(needed)} wants one`;
    const disjoint = findDisjoint(tests.flatMap((test) => findWanted(test) ?? []));
    if (disjoint !== undefined) return disjoint;
  }
  return undefined;
}
