import type { Entry } from './entry';

/** A row of numbers to give out. */
export interface Numbers {
  readonly first: number;
  readonly step: number;
  readonly last: number;
}

/** NACL rules, with room between them. @source EC2 API reference, CreateNetworkAclEntry: 1 to 32766 */
export const ACL_NUMBERS: Numbers = { first: 1000, step: 10, last: 32766 };
/** A /56 has 64 blocks of four /64s. */
export const IPV6_NUMBERS: Numbers = { first: 0, step: 1, last: 63 };

/** The lowest number of the row that no entry has. Undefined when all are given. */
export function lowestFree(entries: Iterable<Entry>, { first, step, last }: Numbers): number | undefined {
  const taken = new Set([...entries].map((entry) => Number(entry.value)));
  let number = first;
  while (taken.has(number)) number += step;
  return number > last ? undefined : number;
}
