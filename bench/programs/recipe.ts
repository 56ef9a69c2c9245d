import type { TerraformResource, TerraformStack } from 'cdktf';

import { type Binding, bindingOf } from './bindings';

type Attributes = Readonly<Record<string, unknown>>;

/** A stack's `cdk.tf.json`, as far as a hand-written program has to say it again. */
export interface StackDocument {
  readonly provider: { readonly aws: readonly Attributes[] };
  readonly resource: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly terraform: {
    readonly required_version: string;
    readonly required_providers: { readonly aws: { readonly source: string; readonly version: string } };
    readonly backend: { readonly local: { readonly path: string } };
  };
}

/** One resource that a person would have written: `new Subnet(stack, …)`. */
interface Recipe {
  readonly address: string;
  readonly name: string;
  readonly binding: Binding;
  readonly config: Attributes;
}

const REFERENCE = /\$\{([a-z_0-9]+\.[\w-]+)\.([a-z_0-9]+)\}/g;
/** Keys are names of ours, no attributes. */
const MAPS = new Set(['tags']);

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Attributes of the JSON as the bindings spell them. */
export function asProps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asProps);
  if (typeof value !== 'object' || value === null) return value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(
    entries.filter(([key]) => key !== '//').map(([key, inner]) => [camelCase(key), MAPS.has(key) ? inner : asProps(inner)]),
  );
}

function needsOf(config: Attributes): string[] {
  const dependsOn = Array.isArray(config.dependsOn) ? (config.dependsOn as string[]) : [];
  return [...dependsOn, ...[...JSON.stringify(config).matchAll(REFERENCE)].map(([, address = '']) => address)];
}

/** The resources of a stack in an order in which each finds made what it names. */
export function recipesOf({ resource }: StackDocument): readonly Recipe[] {
  const all = new Map(
    Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).map(([name, body]): [string, Recipe] => {
        const address = `${type}.${name}`;
        return [address, { address, name, binding: bindingOf(type), config: asProps(body) as Attributes }];
      }),
    ),
  );
  const ordered = new Set<Recipe>();
  const visit = (recipe: Recipe | undefined): void => {
    if (recipe === undefined || ordered.has(recipe)) return;
    for (const need of needsOf(recipe.config)) visit(all.get(need));
    ordered.add(recipe);
  };
  for (const recipe of all.values()) visit(recipe);
  return [...ordered];
}

/** Makes the resources; references are the getters of what was made before, as in a hand-written program. */
export function follow(stack: TerraformStack, recipes: readonly Recipe[]): void {
  const made = new Map<string, TerraformResource>();
  const get = (address: string): TerraformResource => {
    const resource = made.get(address);
    if (resource === undefined) throw new Error(`${address} isn't made yet`);
    return resource;
  };
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (!value.includes('${')) return value;
      return value.replace(REFERENCE, (_, address: string, attribute: string) =>
        String(Reflect.get(get(address), camelCase(attribute))),
      );
    }
    return Array.isArray(value) ? value.map(filled) : value;
  };
  for (const { address, name, binding, config } of recipes) {
    const props: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(config)) {
      props[key] = key === 'dependsOn' ? (value as string[]).map(get) : filled(value);
    }
    const resource = new binding(stack, address, props as never);
    resource.overrideLogicalId(name);
    made.set(address, resource);
  }
}
