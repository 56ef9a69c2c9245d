import { Reference, type Term, Unknown } from '../model/term';

/**
 * An argument that somebody set. Undefined for what is left out: synthesised JSON has no such key, plans and states have
 * null or an empty text for it, and a value that the provider fills in is nobody's.
 */
export function findStated(term: Term | undefined): Term | undefined {
  if (term === undefined || term === null || term === '') return undefined;
  return term instanceof Unknown && term.computed ? undefined : term;
}

/** A text that is equal for two arguments of which both name the same resource; undefined where that isn't told. */
export function findIdentity(term: Term | undefined): string | undefined {
  if (typeof term === 'string') return term;
  if (!(term instanceof Reference)) return undefined;
  const [{ key, attribute }, ...others] = term.targets;
  return others.length === 0 ? `${key} ${attribute}` : undefined;
}
