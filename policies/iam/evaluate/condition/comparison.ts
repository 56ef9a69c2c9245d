import { Cidr, type Family } from '../../../../modules/core/cidr';
import { InputError } from '../../../../modules/core/input-error';
import type { Comparison } from '../../../model/policy/condition-operator';
import { openText } from '../../../model/policy/policy-json';
import type { PolicyText } from '../../../model/policy/policy';
import type { Asked } from '../asked';
import { isArnLike, isLike, unitsOf } from '../text/pattern';
import { folded, PolicyPattern } from '../text/policy-pattern';
import { Doubt, type Truth } from '../truth';

/** Whether a value of a request is what a value of a policy says. */
export type Compare = (actual: PolicyText, asked: Asked) => Truth;

type Compared = (expected: PolicyText, version: string) => Compare;

function said(answer: boolean | 'maybe', actual: PolicyText, pattern: PolicyPattern): Truth {
  if (answer !== 'maybe') return answer;
  return new Doubt(`whether ${JSON.stringify(openText(actual))} is ${JSON.stringify(pattern.toString())} isn't known`);
}

/** By letters, with wildcards or without. */
function byText(wild: boolean, fold = false, like = isLike): Compared {
  return (expected, version) => {
    const pattern = new PolicyPattern(expected, version, wild, fold);
    return (actual, asked) => {
      const units = pattern.unitsIn(asked.variable);
      if (units === undefined) return false;
      return said(like(units, unitsOf(fold ? folded(actual) : actual, false)), actual, pattern);
    };
  };
}

/** By a value that a text stands for. What stands for none AWS may refuse, or not: nothing is said of it. */
function byValue<T>(read: (text: string) => T | undefined, holds: (actual: T, expected: T) => boolean): Compared {
  return (expected) => {
    const right = typeof expected === 'string' ? read(expected) : undefined;
    return (actual) => {
      const left = typeof actual === 'string' ? read(actual) : undefined;
      if (left !== undefined && right !== undefined) return holds(left, right);
      return new Doubt(`how ${JSON.stringify(openText(actual))} compares with ${JSON.stringify(openText(expected))} isn't known`);
    };
  };
}

function findNumber(text: string): number | undefined {
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Seconds since 1970, or ISO 8601 as the W3C has it: a time of day names its zone. In milliseconds. */
function findInstant(text: string): number | undefined {
  if (/^\d{1,11}$/.test(text)) return Number(text) * 1000;
  const instant = DAY.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

const BITS = { v4: 32, v6: 128 } as const;

/** One address is a block of one; bits behind the mask don't count. */
function findBlock(text: string): Cidr | undefined {
  const [address = '', mask, ...rest] = text.split('/');
  const family: Family = address.includes(':') ? 'v6' : 'v4';
  const prefix = mask === undefined ? BITS[family] : Number(mask);
  if (rest.length > 0 || !/^\d{1,3}$/.test(mask ?? '0') || prefix > BITS[family]) return undefined;
  try {
    return Cidr.containing(family, Cidr.parse(`${address}/${String(BITS[family])}`).base, prefix);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** An address in a block. Where a policy means `::ffff:192.0.2.1` for an IPv4 address isn't documented. */
function isInside(address: Cidr, block: Cidr): boolean {
  if (address.family !== block.family) return false;
  return Cidr.containing(address.family, address.base, block.prefix).base === block.base;
}

const numeric = (holds: (actual: number, expected: number) => boolean): Compared => byValue(findNumber, holds);
const date = (holds: (actual: number, expected: number) => boolean): Compared => byValue(findInstant, holds);
const asItIs = (text: string): string | undefined => (text.includes('${') ? undefined : text);
const truthIn = (text: string): string | undefined => (/^(true|false)$/i.test(text) ? text.toLowerCase() : undefined);

/** @source IAM user guide, "IAM JSON policy elements: Condition operators" */
const COMPARISONS: Readonly<Record<Comparison, Compared>> = {
  StringEquals: byText(false),
  StringEqualsIgnoreCase: byText(false, true),
  StringLike: byText(true),
  ArnEquals: byText(true, false, isArnLike),
  ArnLike: byText(true, false, isArnLike),
  Bool: byValue(truthIn, (a, b) => a === b),
  BinaryEquals: byValue(asItIs, (a, b) => a === b),
  NumericEquals: numeric((a, b) => a === b),
  NumericLessThan: numeric((a, b) => a < b),
  NumericLessThanEquals: numeric((a, b) => a <= b),
  NumericGreaterThan: numeric((a, b) => a > b),
  NumericGreaterThanEquals: numeric((a, b) => a >= b),
  DateEquals: date((a, b) => a === b),
  DateLessThan: date((a, b) => a < b),
  DateLessThanEquals: date((a, b) => a <= b),
  DateGreaterThan: date((a, b) => a > b),
  DateGreaterThanEquals: date((a, b) => a >= b),
  IpAddress: byValue(findBlock, isInside),
};

/** Makes a value of a policy ready to be compared with. */
export function compareWith(comparison: Comparison, expected: PolicyText, version: string): Compare {
  return COMPARISONS[comparison](expected, version);
}
