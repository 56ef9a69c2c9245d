import { isRecord, type JsonRecord, listOf } from '../../json';
import type { Json } from '../../universe';
import { Configuration } from './configuration';
import { callsOf, type Instance, instancesOf, recordOf, textOf } from '../shape';

/** A resource that the plan leaves behind, and what of it only apply will tell. */
export interface Planned extends Instance {
  /** Known parts; what isn't known is null in lists and left out of objects. */
  readonly after: JsonRecord;
  /** `true` wherever something isn't known. */
  readonly unknown: JsonRecord;
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
  modulesCalled(caller: string, name: string): readonly string[] {
    return [...(this.modules.get(`${caller}\n${name}`) ?? [])];
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
