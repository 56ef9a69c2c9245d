import { Unknown } from '../../term';
import type { OneOf } from '../known';

/** Exactly this. */
export function only<T>(choice: T): OneOf<T> {
  return { choices: [choice] };
}

/** It may be anything, and why. */
export function anything(open: Unknown): OneOf<never> {
  return { choices: [], open };
}

/** It is there no more than once, or nowhere: `none` is an answer, not a gap. */
export const NONE: OneOf<never> = { choices: [] };

/** One of what any of these may be. */
export function union<T>(all: readonly OneOf<T>[]): OneOf<T> {
  const [first, ...others] = all;
  if (first !== undefined && others.length === 0 && first.choices.length <= 1) return first;
  const open = all.find((one) => one.open !== undefined)?.open;
  return { choices: [...new Set(all.flatMap(({ choices }) => choices))], ...(open === undefined ? {} : { open }) };
}

/** What it surely is. */
export function findOnly<T>({ choices, open }: OneOf<T>): T | undefined {
  return open === undefined && choices.length === 1 ? choices[0] : undefined;
}

/** Whether it can be this. */
export function mayBe<T>({ choices, open }: OneOf<T>, choice: T): boolean {
  return open !== undefined || choices.includes(choice);
}

/** The same, other things left possible. */
export function opened<T>({ choices, open }: OneOf<T>, why: Unknown | undefined): OneOf<T> {
  const reason = open ?? why;
  return { choices, ...(reason === undefined ? {} : { open: reason }) };
}

/** What is known of it, for a place that holds one value. */
export function knownOnly<T>(one: OneOf<T>): T | Unknown {
  const [choice] = one.choices;
  if (one.open !== undefined) return one.open;
  if (one.choices.length > 1) return new Unknown(`it is one of several: ${one.choices.map(String).join(', ')}`);
  return choice ?? new Unknown('nothing is named');
}
