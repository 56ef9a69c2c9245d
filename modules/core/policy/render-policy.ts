import { checkStatements, sidOf, statementsOf } from './check-policy';
import { checkSize, type PolicyKind } from './policy-size';
import type { StatedPolicy, Statement } from './statement';
import { escapeTemplates, hasToken } from './tokens';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted and each once; what only Terraform will know stays behind the rest, as it was given: its text says nothing. */
function canonicalList(items: readonly unknown[]): unknown {
  const texts = items.filter((item): item is string => typeof item === 'string');
  if (texts.length !== items.length) return items.map(canonical);
  const literals = texts.filter((text) => !hasToken(text)).sort(compare);
  const all = [...new Set([...literals, ...texts.filter(hasToken)])];
  return all.length === 1 ? all[0] : all;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return canonicalList(value);
  // IAM compares every condition as text, and answers so.
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => compare(a, b));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, canonical(inner)]));
}

function inOrder(statements: readonly StatedPolicy[]): readonly StatedPolicy[] {
  const named = statements.map((statement) => ({ statement, sid: sidOf(statement) }));
  // Without a Sid there is no order but the one that its author gave.
  if (named.some(({ sid }) => sid === undefined)) return statements;
  return named.sort((a, b) => compare(a.sid ?? '', b.sid ?? '')).map(({ statement }) => statement);
}

/**
 * A policy as the one text that Terraform and AWS agree on, whatever the order of its parts in the source: statements by
 * Sid, keys and lists sorted, a list of one as its text, and IAM's `${…}` variables escaped from Terraform's
 * interpolation. Every policy goes through here exactly once.
 *
 * ARNs may be scalar tokens (`key.arn`), alone or in front of a path; anything else must be a literal.
 * @throws InputError LZ-POLICY-1 to LZ-POLICY-5
 */
export function renderPolicy(kind: PolicyKind, statements: readonly Statement[] | StatedPolicy): string {
  const document = isStated(statements) ? statements : { Version: '2012-10-17', Statement: statements };
  checkStatements(document);
  const ordered = { ...document, Statement: inOrder(statementsOf(document)).map(canonical) };
  const text = JSON.stringify(Object.fromEntries(Object.entries(ordered).sort(([a], [b]) => compare(a, b))));
  checkSize(kind, text);
  return escapeTemplates(text);
}

function isStated(policy: readonly Statement[] | StatedPolicy): policy is StatedPolicy {
  return !Array.isArray(policy);
}
