import { readStackDocument, type Universe } from '../../policies/model/stack-document';

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
  return { stacks: [readStackDocument('dev', JSON.stringify({ terraform, resource }))] };
}
