import { BlockList, isIPv6 } from 'node:net';

import { isLike, literal, type Pattern } from './pattern';

/** What a condition compares with: the policy's text as it stands, and with its variables put in. */
export interface Expected {
  readonly raw: string;
  /** Wildcards are wildcards. Left out: a variable had no value. */
  readonly pattern: Pattern | undefined;
  /** Wildcards are characters. Left out: a variable had no value. */
  readonly text: string | undefined;
}

/** Whether one value of the request is what one value of the policy says. */
type Comparison = (actual: string, expected: Expected) => boolean;

const fold = (text: string): string => text.toLowerCase();

/** Each of the six parts of an ARN for itself: no star reaches over a colon but in the last. */
const arnLike: Comparison = (actual, { pattern }) => {
  if (pattern === undefined) return false;
  const parts: Pattern[] = [];
  let rest = pattern;
  while (parts.length < 5) {
    const colon = rest.findIndex((place) => 'char' in place && place.char === ':');
    if (colon < 0) return false;
    parts.push(rest.slice(0, colon));
    rest = rest.slice(colon + 1);
  }
  const split = /^([^:]*):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(actual)?.slice(1);
  return split !== undefined && [...parts, rest].every((part, i) => isLike(part, split[i] ?? ''));
};

const numeric = (compare: (actual: number, expected: number) => boolean): Comparison => {
  return (actual, { raw }) => compare(Number(actual), Number(raw));
};

/** Seconds since 1970, or ISO 8601. */
const instant = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));

const date = (compare: (actual: number, expected: number) => boolean): Comparison => {
  return (actual, { raw }) => compare(instant(actual), instant(raw));
};

const inBlock: Comparison = (actual, { raw }) => {
  const [address = '', prefix] = raw.split('/');
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const block = new BlockList();
  block.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  return block.check(actual, isIPv6(actual) ? 'ipv6' : 'ipv4');
};

/** The operators that say what must be. */
const POSITIVE: Readonly<Record<string, Comparison>> = {
  StringEquals: (actual, { text }) => actual === text,
  StringEqualsIgnoreCase: (actual, { text }) => text !== undefined && fold(actual) === fold(text),
  StringLike: (actual, { pattern }) => pattern !== undefined && isLike(pattern, actual),
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (actual, { text }) => text !== undefined && fold(actual) === fold(text),
  BinaryEquals: (actual, { raw }) => isLike(literal(raw), actual),
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
  IpAddress: inBlock,
};

/** The operators that say what must not be, by the one that says it must. */
const NEGATIVE: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
};

/** How an operator compares, and whether it says what must not be. What IAM doesn't know is refused. */
export function operatorOf(name: string): { readonly compare: Comparison; readonly negated: boolean } {
  const positive = NEGATIVE[name];
  const compare = POSITIVE[positive ?? name];
  if (compare === undefined) throw new Error(`IAM has no condition operator ${name}`);
  return { compare, negated: positive !== undefined };
}
