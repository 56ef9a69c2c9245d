import { asWritten, InputError, type Problem, ProblemList } from '../core/input-error';
import { hasListToken, hasToken, withoutTokens } from '../core/policy/tokens';
import { findSecret } from './telltale-secret';

/** AWS's classes of parameters: an Advanced one holds more and is paid for. */
export type ParameterTier = 'Standard' | 'Advanced';

/** @source Systems Manager User Guide, "Managing parameter tiers" @unit bytes */
const MOST_BYTES: Readonly<Record<ParameterTier, number>> = { Standard: 4096, Advanced: 8192 };

const fault = (problem: string, got: string, remedy: string, code: string): Problem => ({
  subject: '',
  problem,
  got,
  remedy,
  code,
});

/**
 * The tier that a value needs, counted in bytes of UTF-8 as AWS does. What only Terraform will know counts nothing: state
 * the tier where it may be long.
 * @throws InputError LZ-PARAM-10 too large
 */
export function tierOf(value: string, stated?: ParameterTier): ParameterTier {
  const bytes = Buffer.byteLength(withoutTokens(value).text, 'utf8');
  const tier = stated ?? (bytes > MOST_BYTES.Standard ? 'Advanced' : 'Standard');
  if (bytes <= MOST_BYTES[tier]) return tier;
  const remedy =
    tier === 'Standard' && bytes <= MOST_BYTES.Advanced
      ? 'leave tier out, or state Advanced'
      : 'split it, or keep it in S3 and its place here';
  const problem = `a parameter of tier ${tier} holds at most ${String(MOST_BYTES[tier])} bytes`;
  throw new InputError([fault(problem, `${String(bytes)} bytes`, remedy, 'LZ-PARAM-10')]);
}

/** @throws InputError LZ-PARAM-9, LZ-PARAM-11 to LZ-PARAM-13: texts that AWS refuses, or that mustn't be readable */
function checkText(text: string): void {
  if (text === '') {
    throw new InputError([fault('a value has at least one character', asWritten(text), 'leave the parameter out', 'LZ-PARAM-9')]);
  }
  const secret = findSecret(text);
  if (secret !== undefined) {
    // The value itself is never repeated: messages end up in logs.
    const remedy = 'use SecretParameter, whose value stands in no code, state or plan';
    throw new InputError([fault('everybody who may read the state would read this value', secret, remedy, 'LZ-PARAM-13')]);
  }
  if (hasListToken(text)) {
    const remedy = 'give single values, such as subnet.id, or join the list by Fn.join';
    throw new InputError([fault('a list that only Terraform will know is no text', asWritten(text), remedy, 'LZ-PARAM-12')]);
  }
  if (/\{\{.*\}\}/s.test(text)) {
    const remedy = 'leave out the double braces, or encode the value';
    throw new InputError([
      fault('AWS takes {{…}} for a reference and refuses it in a value', asWritten(text), remedy, 'LZ-PARAM-11'),
    ]);
  }
}

function checkItem(item: string): void {
  if ((item !== '' && !item.includes(',')) || findSecret(item) !== undefined) {
    checkText(item);
    return;
  }
  const remedy = 'give each item by itself; where items need commas, use a String with JSON';
  throw new InputError([fault('an item of a StringList has a character and no comma', asWritten(item), remedy, 'LZ-PARAM-14')]);
}

/** @source Systems Manager API Reference, PutParameter, AllowedPattern @unit characters */
const LONGEST_PATTERN = 1024;

function compiled(pattern: string): RegExp | undefined {
  try {
    return pattern.length > LONGEST_PATTERN ? undefined : new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}

/** The whole value has to match: AWS's page doesn't say whether a part would do. */
function checkPattern(value: string, pattern: string): void {
  const expression = compiled(pattern);
  if (expression === undefined) {
    const problem = `allowedPattern is a regular expression of at most ${String(LONGEST_PATTERN)} characters`;
    throw new InputError([
      fault(problem, asWritten(pattern), 'write it in the syntax that Java and JavaScript share', 'LZ-PARAM-15'),
    ]);
  }
  if (hasToken(value) || expression.test(value)) return;
  const problem = `the value doesn't match allowedPattern ${asWritten(pattern)}`;
  throw new InputError([fault(problem, asWritten(value), 'change the value or the pattern', 'LZ-PARAM-16')]);
}

/** A parameter's content as its props state it. */
export interface StatedValue {
  /** Left out: it is a list. */
  readonly value?: string | undefined;
  /** Left out: it is one value. */
  readonly values?: readonly string[] | undefined;
  /** Left out: any value is allowed. */
  readonly allowedPattern?: string | undefined;
  /** Left out: by the value's size. */
  readonly tier?: ParameterTier | undefined;
}

/** A parameter's content as AWS takes it. */
export interface ParameterContent {
  readonly type: 'String' | 'StringList';
  readonly text: string;
  readonly tier: ParameterTier;
}

function checkContent(problems: ProblemList, text: string, { value, values, allowedPattern }: StatedValue): void {
  if ((value === undefined) === (values === undefined)) {
    const problem = 'a parameter has either one value or values, a list';
    problems.add(fault(problem, value === undefined ? 'neither' : 'both', 'give one of the two', 'LZ-PARAM-8'));
    return;
  }
  if (value !== undefined) problems.attempt('', () => checkText(value));
  if (values?.length === 0) problems.attempt('', () => checkText(''));
  for (const item of values ?? []) problems.attempt('', () => checkItem(item));
  if (allowedPattern !== undefined && findSecret(text) === undefined) {
    problems.attempt('', () => checkPattern(text, allowedPattern));
  }
}

/**
 * Type, text and tier of a parameter.
 * @throws InputError LZ-PARAM-8 to LZ-PARAM-16, all that apply
 */
export function parameterContent(stated: StatedValue): ParameterContent {
  const { value, values = [], tier } = stated;
  const text = value ?? values.join(',');
  const problems = new ProblemList();
  checkContent(problems, text, stated);
  const needed = problems.attempt('', () => tierOf(text, tier)) ?? 'Standard';
  problems.throwIfAny();
  return { type: value === undefined ? 'StringList' : 'String', text, tier: needed };
}
