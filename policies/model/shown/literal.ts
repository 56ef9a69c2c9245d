import { isRecord, type JsonRecord } from '../json';
import type { Term } from '../term';
import type { Json } from '../universe';

/** A value that is known in all its parts. */
export function literal(value: Json | undefined): Term {
  if (Array.isArray(value)) return (value as readonly Json[]).map(literal);
  if (isRecord(value)) return literals(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Arguments that are all known. */
export function literals(values: JsonRecord): Readonly<Record<string, Term>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, literal(value)]));
}
