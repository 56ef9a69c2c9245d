/** What conditions compare by, without the operators that negate them. */
const COMPARISONS = [
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'NumericEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'ArnEquals',
  'ArnLike',
] as const;

/** How a value of a request is compared with one of a policy. */
export type Comparison = (typeof COMPARISONS)[number];

/** The operators that say what must not be, by what it must not be. */
const NEGATIONS = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
} as const satisfies Readonly<Record<string, Comparison>>;

/** An operator of a condition, taken apart. */
export interface ConditionOperator {
  /** `Null` compares nothing: it asks whether the key is there. */
  readonly comparison: Comparison | 'Null';
  /** `StringNotLike`: none of the values may be met. */
  readonly negated: boolean;
  /** How several values of the request are taken. @default - the key has one value */
  readonly quantifier?: 'ForAllValues' | 'ForAnyValue';
  /** A request without the key meets the condition. */
  readonly ifExists: boolean;
}

/**
 * Takes the name of an operator apart; undefined for what is none.
 * IAM user guide, "IAM JSON policy elements: Condition operators": all of them, and IfExists behind all but Null.
 */
export function findConditionOperator(written: string): ConditionOperator | undefined {
  const [, quantifier, name = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  const negated = Object.hasOwn(NEGATIONS, name);
  const positive = negated ? NEGATIONS[name as keyof typeof NEGATIONS] : name;
  const comparison = COMPARISONS.find((known) => known === positive) ?? (name === 'Null' ? 'Null' : undefined);
  if (comparison === undefined || (comparison === 'Null' && (ifExists ?? quantifier) !== undefined)) return undefined;
  return {
    comparison,
    negated,
    ...(quantifier === 'ForAllValues' || quantifier === 'ForAnyValue' ? { quantifier } : {}),
    ifExists: ifExists !== undefined,
  };
}

/** Whether IAM knows an operator of this name. */
export function isConditionOperator(written: string): boolean {
  return findConditionOperator(written) !== undefined;
}
