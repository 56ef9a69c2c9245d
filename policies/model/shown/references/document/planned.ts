import { isRecord, type JsonRecord, listOf } from '../../../json';
import type { Json } from '../../../universe';
import { Configuration, outputsOf } from './configuration';
import { RelevantAttributes } from './relevant';
import { callsOf, type Instance, instancesOf, recordOf, textOf } from '../../shape';
import { keyAt, keyText, nameAt, type Step } from './traversal';

/** A resource that the plan leaves behind, and what of it only apply will tell. */
export interface Planned extends Instance {
  /** Known parts; what isn't known is null in lists and left out of objects. */
  readonly after: JsonRecord;
  /** `true` wherever something isn't known. */
  readonly unknown: JsonRecord;
}

/** Where an expression stands. */
export interface Scope {
  /** The module's address. */
  readonly module: string;
  /** What `each` goes over. @default - there is no `each` */
  readonly forEach?: Json | undefined;
}

/** Whether anything in it is marked as not known. */
export function isAnyUnknown(marks: Json | undefined): boolean {
  if (marks === true) return true;
  if (Array.isArray(marks)) return (marks as readonly Json[]).some(isAnyUnknown);
  return isRecord(marks) && Object.values(marks).some(isAnyUnknown);
}

/** What a plan says of the resources that will be there, and of what was written. */
export class PlannedValues {
  readonly instances: readonly Planned[];
  readonly configuration: Configuration;
  readonly relevant: RelevantAttributes;
  private readonly byAddress = new Map<string, Planned>();
  private readonly byName = new Map<string, Planned[]>();
  private readonly modules = new Map<string, Set<string>>();

  constructor(plan: JsonRecord) {
    const changes = new Map<string, JsonRecord>();
    for (const change of listOf(plan.resource_changes)) {
      if (isRecord(change) && change.deposed === undefined) changes.set(textOf(change.address), recordOf(change.change));
    }
    const there = instancesOf(plan.planned_values);
    const planned = new Set(there.map(({ address }) => address));
    const read = instancesOf(recordOf(plan.prior_state).values).filter(
      ({ mode, address }) => mode === 'data' && !planned.has(address),
    );
    this.instances = [...there, ...read].map((instance) => {
      const { after, after_unknown: unknown } = changes.get(instance.address) ?? {};
      return { ...instance, after: isRecord(after) ? after : instance.values, unknown: isRecord(after) ? recordOf(unknown) : {} };
    });
    this.configuration = new Configuration(plan.configuration);
    this.relevant = new RelevantAttributes(plan);
    for (const instance of this.instances) this.index(instance);
  }

  /** The instance at an address. */
  findInstance(address: string): Planned | undefined {
    return this.byAddress.get(address);
  }

  /** All instances of `<type>.<name>` in one instance of a module. */
  named(module: string, name: string): readonly Planned[] {
    return this.byName.get(`${module}\n${name}`) ?? [];
  }

  /** The instances of a module that is called in `caller`. */
  private modulesCalled(caller: string, name: string): readonly string[] {
    return [...(this.modules.get(`${caller}\n${name}`) ?? [])];
  }

  /** What a variable of a module was given, and where that stands; nothing in the root module. */
  given(variable: string, module: string): { readonly expression: Json | undefined; readonly scope: Scope } | undefined {
    const call = callsOf(module).at(-1);
    if (call === undefined) return undefined;
    const written = this.configuration.module(call.caller).call(call.name);
    const scope = { module: call.caller, forEach: written.for_each_expression };
    return { expression: recordOf(written.expressions)[variable], scope };
  }

  /** Whether a variable of a module is null for certain: it was given nothing, and has no other default. */
  isNull(variable: string, module: string): boolean {
    const given = this.given(variable, module);
    return given !== undefined && given.expression === undefined && this.configuration.module(module).isNullable(variable);
  }

  /** What `module.a.output` hands to its caller, by the instances that are meant; all outputs where it names none. */
  handedBy(
    steps: readonly Step[],
    caller: string,
  ): readonly { readonly module: string; readonly expressions: readonly Json[] }[] {
    const name = nameAt(steps, 1) ?? '';
    const key = keyAt(steps, 2);
    const output = nameAt(steps, key === undefined ? 2 : 3);
    const plain = `${caller === '' ? '' : `${caller}.`}module.${name}`;
    const called = this.modulesCalled(caller, name);
    const modules = key === undefined ? (called.length === 0 ? [plain] : called) : [`${plain}${keyText(key)}`];
    return modules.map((module) => ({ module, expressions: outputsOf(this.configuration.module(module), output) }));
  }

  private index(instance: Planned): void {
    this.byAddress.set(instance.address, instance);
    const place = `${instance.module}\n${instance.name}`;
    const others = this.byName.get(place);
    if (others === undefined) this.byName.set(place, [instance]);
    else others.push(instance);
    for (const { caller, name, address } of callsOf(instance.module)) {
      const call = `${caller}\n${name}`;
      this.modules.set(call, (this.modules.get(call) ?? new Set()).add(address));
    }
  }
}
