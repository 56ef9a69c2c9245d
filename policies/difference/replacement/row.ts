import type { Json } from '../../model/universe';

/** What the table says of the arguments of a type. What isn't in it isn't known. */
export interface Row {
  /** Arguments of which another value makes the resource anew. @default [] */
  readonly replaces?: readonly string[];
  /** Arguments of which another value is set in place. @default [] */
  readonly updates?: readonly string[];
  /** Those that are set in place, and make the resource anew where they come or go. @default [] */
  readonly renews?: readonly string[];
  /** Those that stay as they are when nobody writes them any more, and of which nobody tells what they were. @default [] */
  readonly kept?: readonly string[];
  /** Values that arguments have when nobody writes them. @default {} */
  readonly defaults?: Readonly<Record<string, Json>>;
}
