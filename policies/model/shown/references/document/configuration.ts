import { isRecord, type JsonRecord, listOf } from '../../../json';
import type { Json } from '../../../universe';
import { callsOf, recordOf, textOf } from '../../shape';

/** What was written, as far as a plan tells: for each argument a constant or its references, blocks as lists. */
export interface Written {
  readonly expressions: JsonRecord;
  /** What it is made for each of, if anything. */
  readonly forEach: Json | undefined;
  readonly providerKey: string;
}

/** An expression of a plan's configuration. `undefined`: it is no expression but a list of blocks, or nothing. */
export function referencesOf(expression: Json | undefined): readonly string[] | undefined {
  if (!isRecord(expression)) return undefined;
  if ('references' in expression) return listOf(expression.references).map(textOf);
  return 'constant_value' in expression || Object.keys(expression).length === 0 ? [] : undefined;
}

/** The part `configuration` of a plan. */
export class Configuration {
  private readonly root: JsonRecord;
  private readonly modules = new Map<string, ModuleConfiguration>();

  constructor(configuration: Json | undefined) {
    this.root = recordOf(configuration);
  }

  /** The configuration of a module, by the address of any of its instances. */
  module(address: string): ModuleConfiguration {
    const known = this.modules.get(address);
    if (known !== undefined) return known;
    const last = callsOf(address).at(-1);
    const json =
      last === undefined ? recordOf(this.root.root_module) : recordOf(recordOf(this.module(last.caller).call(last.name)).module);
    const made = new ModuleConfiguration(json);
    this.modules.set(address, made);
    return made;
  }

  /** What is written about a provider. */
  provider(key: string): JsonRecord {
    return recordOf(recordOf(recordOf(this.root.provider_config)[key]).expressions);
  }
}

/** What stands in one module. */
export class ModuleConfiguration {
  private readonly resources: ReadonlyMap<string, JsonRecord>;

  constructor(private readonly json: JsonRecord) {
    this.resources = new Map(listOf(json.resources).map((resource) => [textOf(recordOf(resource).address), recordOf(resource)]));
  }

  /** A resource by `<type>.<name>`. */
  findResource(name: string): Written | undefined {
    const found = this.resources.get(name);
    if (found === undefined) return undefined;
    return {
      expressions: recordOf(found.expressions),
      forEach: found.for_each_expression,
      providerKey: textOf(found.provider_config_key),
    };
  }

  /** The call of a module that stands here. */
  call(name: string): JsonRecord {
    return recordOf(recordOf(this.json.module_calls)[name]);
  }

  /** Whether a variable of the module is null where it is given nothing. */
  isNullable(variable: string): boolean {
    const stated = recordOf(this.json.variables)[variable];
    return stated !== undefined && (recordOf(stated).default ?? null) === null;
  }

  /** What the module hands out, by name. */
  outputs(): JsonRecord {
    return recordOf(this.json.outputs);
  }
}

/** The expressions of an output of a module; of all of them where none is named. */
export function outputsOf(module: ModuleConfiguration, output: string | undefined): readonly Json[] {
  const all = module.outputs();
  const meant = output === undefined ? Object.values(all) : [all[output]];
  return meant.flatMap((json) => recordOf(json).expression ?? []);
}
