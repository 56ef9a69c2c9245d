import { findConditionOperator } from '../../model/policy/condition-operator';
import type { ConditionTest } from '../../model/policy/policy';

/** A test of one key that asks for one of some literal values. */
interface Wanted {
  readonly test: ConditionTest;
  readonly values: ReadonlySet<string>;
  /** Whether a request without the key meets it. */
  readonly lenient: boolean;
}

/** Comparisons that ask for equal texts, case aside where the operator puts it aside. */
const EXACT: ReadonlySet<string> = new Set(['StringEquals', 'Bool', 'NumericEquals', 'DateEquals']);

const nameOf = ({ operator, key }: ConditionTest): string => `${operator} ${key}`;

function literals({ values }: ConditionTest): ReadonlySet<string> | undefined {
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length < values.length || texts.some((text) => /[*?$]/.test(text))) return undefined;
  return new Set(texts);
}

function findWanted(test: ConditionTest): Wanted | undefined {
  const operator = findConditionOperator(test.operator);
  // Of several values of a key each may be another one.
  if (operator === undefined || operator.negated || operator.quantifier !== undefined) return undefined;
  const found = EXACT.has(operator.comparison) ? literals(test) : undefined;
  return found === undefined ? undefined : { test, values: found, lenient: operator.ifExists };
}

/** Whether a request has to have the key: any test that isn't met by a request without it. */
function needsKey(test: ConditionTest): boolean {
  const operator = findConditionOperator(test.operator);
  if (operator === undefined || operator.comparison === 'Null') return false;
  return !operator.negated && !operator.ifExists && operator.quantifier !== 'ForAllValues';
}

function findDisjoint(wanted: readonly Wanted[]): string | undefined {
  for (const [at, one] of wanted.entries()) {
    for (const other of wanted.slice(at + 1)) {
      if ((one.lenient && other.lenient) || [...one.values].some((value) => other.values.has(value))) continue;
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
    byKey.set(key, [...(byKey.get(key) ?? []), test]);
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
