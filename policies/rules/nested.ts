import { isTermList, isTermMap, type Term } from '../model/term';
import { findStated } from './argument';

/**
 * Nested blocks as they are written: one by itself, several in a list, none as an empty list or not at all. An `Unknown`
 * among them stands for any number.
 */
export function blocksOf(term: Term | undefined): readonly Term[] {
  const stated = findStated(term);
  const list = isTermList(stated) ? stated : [stated];
  return list.map(findStated).filter((block) => block !== undefined);
}

/**
 * What stands at a path through blocks, `access_logs.enabled`: a value for each block on the way, undefined where nobody
 * sets it, or where there is no block.
 */
export function valuesAt(body: Readonly<Record<string, Term>>, path: string): readonly (Term | undefined)[] {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return [body[name]];
  const blocks = blocksOf(body[name]);
  if (blocks.length === 0) return [undefined];
  return blocks.flatMap((block) => (isTermMap(block) ? valuesAt(block, rest.join('.')) : [block]));
}
