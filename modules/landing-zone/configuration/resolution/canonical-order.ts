/**
 * The same value with the keys of every map in one order: what is made from it (JSON of a policy, order of resources)
 * is then the same however the file is sorted. Lists keep theirs.
 */
export function canonicalOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => canonicalOrder(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]: [string, unknown]) => [key, canonicalOrder(inner)])) as T;
}
