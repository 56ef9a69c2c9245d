import { AmazonPart, Reference, Template, type Term, Unknown } from '../../term';
import { describeTerm } from '../../term-text';

/** A value as it stands in text, as far as its form in Terraform is certain. */
function textOf(term: Term): string | Reference | Unknown | Template {
  if (typeof term === 'string') return term;
  if (typeof term === 'boolean') return String(term);
  if (typeof term === 'number' && Math.abs(term) < 1e15) return String(term);
  if (term instanceof Reference || term instanceof Unknown || term instanceof Template) return term;
  if (term instanceof AmazonPart) return new Unknown(`known only after apply: ${describeTerm(term)}`);
  return new Unknown(`no text: ${describeTerm(term)}`);
}

/** Joins the pieces of a template: a literal where all of them are. A single piece keeps its type. */
export function joined(pieces: readonly Term[]): Term {
  const [only, ...more] = pieces;
  if (only !== undefined && more.length === 0) return only;
  const parts: (string | Reference | Unknown)[] = [];
  for (const part of pieces.flatMap((piece) => {
    const text = textOf(piece);
    return text instanceof Template ? text.parts : [text];
  })) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  }
  const [text = ''] = parts;
  return parts.length <= 1 && typeof text === 'string' ? text : new Template(parts);
}
