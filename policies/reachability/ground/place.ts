import type { Key, OneOf, Subnet, Vpc } from '../../model/network';
import { Unknown } from '../../model/term';
import type { Certainty } from '../filter/groups';
import type { End } from '../query';
import type { Span } from '../region/spans';

/** An end of kind `interface`. */
export type InterfaceEnd = Extract<End, { kind: 'interface' }>;

/** An interface where it stands, for one family. */
export interface Place {
  readonly end: InterfaceEnd;
  readonly subnet: Subnet;
  readonly vpc: Vpc;
  /** Its addresses. */
  readonly spans: readonly Span[];
  /** It has some of these, and which isn't known. @default - every one is meant */
  readonly doubt?: Unknown;
}

/** The one that it surely is. Undefined: it isn't known which. */
export function findOnly<T>({ choices, open }: OneOf<T>): T | undefined {
  return choices.length === 1 && open === undefined ? choices[0] : undefined;
}

/** Whether it is this one. */
export function isOne<T>({ choices, open }: OneOf<T>, wanted: T): Certainty {
  if (choices.includes(wanted)) return choices.length === 1 && open === undefined ? 'yes' : 'unknown';
  return open === undefined ? 'no' : 'unknown';
}

/** A known truth as a certainty. */
export function certaintyOf(value: boolean | 'unknown' | Unknown): Certainty {
  if (value === 'unknown' || value instanceof Unknown) return 'unknown';
  return value ? 'yes' : 'no';
}

/** Whether the interface carries the group. One that stands for its subnet alone may carry any. */
export function carries({ end }: Place, group: Key): Certainty {
  if (typeof end.groups === 'string') return 'unknown';
  return end.groups.includes(group) ? 'yes' : 'no';
}
