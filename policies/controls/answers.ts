import type { Answer } from './control';

/** Answered by each of these rules. */
export function rules(...ids: readonly string[]): readonly Answer[] {
  return ids.map((rule) => ({ by: 'rule', rule }));
}

/** Answered by what is proven at every synth, and reported by these rules. */
export function proofs(...ids: readonly string[]): readonly Answer[] {
  return ids.map((rule) => ({ by: 'proof', rule }));
}

/** Answered by resources of all of these types in the reference organisation. */
export function resources(...types: readonly string[]): readonly Answer[] {
  return [{ by: 'resource', types }];
}
