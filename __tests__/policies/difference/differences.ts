import { type Difference, documentDifference } from '../../../policies/difference';
import { type Document, documentsOf } from '../universe';

/** What differs between two documents of one stack, `dev`. */
export function differenceOf(before: Document, after: Document): Difference {
  return stacksDifference({ dev: before }, { dev: after });
}

/** What differs between two sets of stacks. */
export function stacksDifference(
  before: Readonly<Record<string, Document>>,
  after: Readonly<Record<string, Document>>,
): Difference {
  const [was, will] = [before, after].map((documents) =>
    documentsOf(documents).map((stack) => ({ name: stack.name, form: 'written' as const, stack })),
  );
  return documentDifference(was ?? [], will ?? []);
}

/** Resources by `<type>.<name>`, and what stands beside them, as a document. */
export function written(resources: Readonly<Record<string, object>>, beside: object = {}): Document {
  const resource: Record<string, Record<string, object>> = {};
  for (const [address, body] of Object.entries(resources)) {
    const [type = '', name = ''] = address.split('.');
    resource[type] = { ...resource[type], [name]: body };
  }
  return JSON.parse(JSON.stringify({ ...beside, resource })) as Document;
}

/** `changed aws_vpc.a`, one line for each change. */
export function lines({ changes }: Difference): string[] {
  return changes.map(({ action, address, from }) => `${action} ${address}${from === undefined ? '' : ` from ${from}`}`);
}
