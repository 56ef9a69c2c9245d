import type { Statement } from './policy';

/** What people call a statement: by its Sid, else by its place, counted from 1. */
export function statementName({ sid, index }: Pick<Statement, 'sid' | 'index'>): string {
  return sid === undefined ? `statement ${String(index + 1)}` : `statement "${sid}"`;
}
