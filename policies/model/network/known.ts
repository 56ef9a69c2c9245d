import type { Unknown } from '../term';

/** A value, or why it isn't known. */
export type Known<T> = T | Unknown;

/**
 * One of these, and the document doesn't say which; exactly one where it does. `open`: it may be something else too,
 * and why.
 */
export interface OneOf<T> {
  readonly choices: readonly T[];
  /** @default - it is one of the choices */
  readonly open?: Unknown;
}

/** `<stack>:<address>` of a resource in the documents, or a literal id of something outside them. */
export type Key = string;
