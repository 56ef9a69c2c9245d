import { isTermList, isTermMap, type Term, Unknown } from '../term';
import type { Json } from '../universe';
import { describeTerm } from '../term-text';
import type { ResourceBlock } from './draft';

/** What `each` and `count` stand for in one instance. */
export interface Instance {
  /** Its key as it stands in the address, `[0]` or `["a"]`; empty where there is only one. */
  readonly suffix: string;
  readonly key: string | number | undefined;
  readonly value: Term;
}

/** The instances of a block: all of them, or one that stands for a number that isn't known. */
export type Instances =
  | { readonly known: readonly Instance[]; readonly counted: boolean }
  | {
      readonly known: undefined;
      readonly why: Unknown;
      /** There is this one or none. @default - there may be several */
      readonly only?: Instance;
    };

/** A block without `count` and `for_each`. */
export const SINGLE: Instances = { known: [{ suffix: '', key: undefined, value: null }], counted: false };
/** Beyond it one block stands for all: nobody writes that many by hand. */
const MOST = 1000;
/** One or none: how modules switch a resource on and off. */
const SWITCH = /^\$\{[^?{}]*\?\s*(?:1\s*:\s*0|0\s*:\s*1)\s*\}$/;

function counted(count: Json, settle: (json: Json) => Term): Instances {
  const term = settle(count);
  const number = typeof term === 'string' && /^\d{1,9}$/.test(term) ? Number(term) : term;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MOST) {
    const known = Array.from({ length: number }, (_, n) => ({ suffix: `[${String(n)}]`, key: n, value: null }));
    return { known, counted: true };
  }
  const why = new Unknown(`how many there are isn't known: count is ${describeTerm(term)}`);
  const only = typeof count === 'string' && SWITCH.test(count) ? { suffix: '[0]', key: 0, value: null } : undefined;
  return { known: undefined, why, ...(only === undefined ? {} : { only }) };
}

function eachOf(forEach: Json, settle: (json: Json) => Term): Instances {
  const term = settle(forEach);
  const entries = isTermList(term) ? term.map((key) => [key, key] as const) : isTermMap(term) ? Object.entries(term) : undefined;
  const known = entries?.flatMap(([key, value]) =>
    typeof key === 'string' ? [{ suffix: `[${JSON.stringify(key)}]`, key, value }] : [],
  );
  if (known !== undefined && known.length === entries?.length) return { known, counted: true };
  return { known: undefined, why: new Unknown(`how many there are isn't known: for_each is ${describeTerm(term)}`) };
}

/** Whether it says nothing of how often it is there. */
export function isSingle({ body: { count, for_each: forEach } }: ResourceBlock): boolean {
  return (count === undefined || count === null) && (forEach === undefined || forEach === null);
}

/** How often a block is there. */
export function instancesOf({ body }: ResourceBlock, settle: (json: Json) => Term): Instances {
  if (body.count !== undefined && body.count !== null) return counted(body.count, settle);
  return body.for_each === undefined ? SINGLE : eachOf(body.for_each, settle);
}
