/** An IAM policy document as JSON. */
export type PolicyDocument = Readonly<Record<string, unknown>>;

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, canonical(inner)]));
}

/**
 * The document as the one text that Terraform and AWS agree on: keys sorted, and IAM's `${…}` variables escaped from
 * Terraform's interpolation. Every policy goes through here exactly once.
 */
export function renderPolicy(document: PolicyDocument): string {
  // A function, since a replacement text would read $$ as one dollar.
  return JSON.stringify(canonical(document)).replaceAll('${', () => '$${');
}
