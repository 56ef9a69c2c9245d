import { readShown } from '../../../../policies/model/shown';
import type { Json, Universe } from '../../../../policies/model/universe';

type Body = Readonly<Record<string, Json>>;

/** A plan of resources that aren't there yet: `unknown` names arguments that the provider fills in. */
export function planned(
  resources: Readonly<Record<string, { readonly values: Body; readonly unknown: readonly string[] }>>,
): Universe {
  const all = Object.entries(resources).map(([address, { values, unknown }]) => {
    const [type = '', name = ''] = address.split('.');
    return { address, mode: 'managed', type, name, values, unknown };
  });
  const provider_name = 'registry.terraform.io/hashicorp/aws';
  const document = readShown('dev', {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: all.map(({ unknown: _, ...resource }) => ({ ...resource, provider_name, schema_version: 1 })),
      },
    },
    resource_changes: all.map(({ address, mode, type, name, values, unknown }) => ({
      address,
      mode,
      type,
      name,
      change: {
        actions: ['create'],
        before: null,
        after: values,
        after_unknown: Object.fromEntries(['id', ...unknown].map((argument) => [argument, true])),
      },
    })),
    configuration: {
      root_module: {
        resources: all.map(({ address, mode, type, name, values }) => ({
          address,
          mode,
          type,
          name,
          provider_config_key: 'aws',
          expressions: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { constant_value: value }])),
        })),
      },
    },
  });
  return { stacks: [document] };
}
