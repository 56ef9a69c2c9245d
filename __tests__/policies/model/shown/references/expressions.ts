import type { Json } from '../../../../../policies/model/universe';
import { readShown } from '../../../../../policies/model/shown';
import { argument } from '../../../foreign/foreign';
import { planJson, type PlannedResource } from '../plan-json';

/** A module of a plan's configuration: expressions by `<type>.<name>` and by output, what each resource is made for, and calls. */
export interface ModuleParts {
  readonly written?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly forEach?: Readonly<Record<string, Json>>;
  readonly outputs?: Readonly<Record<string, Json>>;
  readonly calls?: Readonly<Record<string, CallParts>>;
}

/** A call of a module: what it hands to it. */
export interface CallParts extends ModuleParts {
  readonly handed?: Readonly<Record<string, Json>>;
  readonly calledFor?: Json;
}

/** An expression with these references, each listed with what it begins with, as Terraform does. */
export function to(...references: readonly string[]): Json {
  return { references: references.flatMap(prefixesOf) };
}

function prefixesOf(reference: string): string[] {
  const steps = reference.match(/\.?[\w-]+|\["[^"]*"\]|\[\d+\]/g) ?? [];
  const least = reference.startsWith('data.') ? 3 : 2;
  const lengths = steps.map((_, index) => index + 1).filter((length) => length >= Math.min(least, steps.length));
  return lengths.reverse().map((length) => steps.slice(0, length).join(''));
}

function moduleJson({ written = {}, forEach = {}, outputs = {}, calls = {} }: ModuleParts): Json {
  return {
    resources: Object.entries(written).map(([address, expressions]) => ({
      address,
      provider_config_key: 'aws',
      expressions,
      ...(address in forEach ? { for_each_expression: forEach[address] ?? null } : {}),
    })),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, expression]) => [name, { expression }])),
    module_calls: Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [
        name,
        {
          expressions: call.handed ?? {},
          module: moduleJson(call),
          ...(call.calledFor === undefined ? {} : { for_each_expression: call.calledFor }),
        },
      ]),
    ),
  };
}

/** An argument of `address` in short (`-> aws_vpc.a.id | aws_vpc.b.id`, `? why`, `computed`), where `written` is the root module. */
export function read(address: string, name: string, resources: readonly PlannedResource[], written: ModuleParts): unknown {
  const configuration = { root_module: moduleJson(written) };
  return argument(readShown('net', planJson({ resources, more: { configuration } })), address, name);
}
