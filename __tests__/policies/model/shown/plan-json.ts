import type { Json } from '../../../../policies/model/universe';

/** An instance as a plan has it: what is known, and the arguments that aren't. */
export interface PlannedResource {
  readonly address: string;
  readonly known?: Readonly<Record<string, Json>>;
  readonly unknown?: Readonly<Record<string, Json>>;
}

/** Expressions of the root module by `<type>.<name>`, and further parts of the plan. */
export interface PlanParts {
  readonly resources?: readonly PlannedResource[];
  readonly written?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly more?: Readonly<Record<string, Json>>;
}

const ADDRESS = /^((?:module\.[^.]+\.)*)(data\.)?([^.]+)\.([^[]+)(?:\[(.+)\])?$/;

function moduleOf({ address }: PlannedResource): string {
  return (ADDRESS.exec(address)?.[1] ?? '').slice(0, -1);
}

/** The resources of each module; they stand side by side, whatever calls them. */
function modulesOf(resources: readonly PlannedResource[]): Json {
  const inModule = (module: string): Json[] => resources.filter((each) => moduleOf(each) === module).map(instanceOf);
  const modules = [...new Set(resources.map(moduleOf))].filter((module) => module !== '');
  return { resources: inModule(''), child_modules: modules.map((address) => ({ address, resources: inModule(address) })) };
}

function instanceOf({ address, known = {} }: PlannedResource): Json {
  const [, , data, type = '', name = '', key] = ADDRESS.exec(address) ?? [];
  const mode = data === undefined ? 'managed' : 'data';
  return { address, mode, type, name, ...(key === undefined ? {} : { index: JSON.parse(key) as Json }), values: known };
}

/** A plan's JSON with what is read of it. */
export function planJson({ resources = [], written = {}, more = {} }: PlanParts): Json {
  return {
    format_version: '1.2',
    planned_values: { root_module: modulesOf(resources) },
    resource_changes: resources.map(({ address, known = {}, unknown = {} }) => ({
      address,
      change: { actions: ['create'], after: known, after_unknown: unknown },
    })),
    configuration: {
      root_module: {
        resources: Object.entries(written).map(([address, expressions]) => ({
          address,
          provider_config_key: 'aws',
          expressions,
        })),
      },
    },
    ...more,
  };
}
