import { ProblemList } from '../../modules/core/input-error';
import { readSynthesised } from '../../policies/model/synthesised/read-synthesised';
import type { Json, StackDocument, Universe } from '../../policies/model/universe';

/** A document of Terraform's JSON syntax. */
export type Document = Readonly<Record<string, Json>>;

/** What documents of these contents come to, by their names, read together. */
export function documentsOf(documents: Readonly<Record<string, Document>>): readonly StackDocument[] {
  const problems = new ProblemList();
  const read = readSynthesised(
    Object.entries(documents).map(([name, root]) => ({
      name,
      files: [{ file: `${name}/cdk.tf.json`, root }],
      opaque: [],
    })),
    problems,
  );
  problems.throwIfAny();
  return read;
}

/** A universe of one stack with these resources, by `<type>.<name>`. */
export function universeOf(
  resources: Readonly<Record<string, object>>,
  terraform: object = { backend: { local: { path: 'x' } } },
): Universe {
  const resource: Record<string, Record<string, object>> = {};
  for (const [address, body] of Object.entries(resources)) {
    const [type = '', name = ''] = address.split('.');
    resource[type] = { ...resource[type], [name]: body };
  }
  // As it stands in a file: what is undefined is left out.
  return { stacks: documentsOf({ dev: JSON.parse(JSON.stringify({ terraform, resource })) as Document }) };
}
