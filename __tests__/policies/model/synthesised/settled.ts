import type { Term } from '../../../../policies/model/term';
import type { Json } from '../../../../policies/model/universe';
import { type Document, documentsOf } from '../../universe';

/** What an argument of these contents comes to in stack `dev`, among the document's other blocks. */
export function settled(value: Json, document: Document = {}): Term | undefined {
  const { resource = {} } = document as { readonly resource?: Readonly<Record<string, Json>> };
  const [dev] = documentsOf({ dev: { ...document, resource: { ...resource, aws_probe: { it: { value } } } } });
  return dev?.resources.find(({ type }) => type === 'aws_probe')?.body.value;
}

/** Where an expression that isn't evaluated says so. */
export function notEvaluated(expression: string): string {
  return `the expression isn't evaluated: \${${expression}}`;
}
