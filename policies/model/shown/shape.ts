import { isRecord, type JsonRecord, listOf } from '../json';
import type { Json } from '../universe';
import { keyText, nameAt, keyAt, stepsOf } from './references/document/traversal';

/** An instance of a resource in a plan or a state. */
export interface Instance {
  /** With module and key. */
  readonly address: string;
  /** Its module's, with keys; the root module's is empty. */
  readonly module: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  /** `<type>.<name>`, `data.` before it where it is read only: what the configuration calls it inside its module. */
  readonly name: string;
  /** @default - there is exactly one */
  readonly key?: string | number;
  /** What is known. */
  readonly values: JsonRecord;
}

/** A text, if it is one. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** An object, empty where there is none. */
export function recordOf(value: Json | undefined): JsonRecord {
  return isRecord(value) ? value : {};
}

function instanceOf(resource: JsonRecord, module: string): Instance {
  const mode = resource.mode === 'data' ? 'data' : 'managed';
  const type = textOf(resource.type);
  const { index } = resource;
  return {
    address: textOf(resource.address),
    module,
    mode,
    type,
    name: `${mode === 'data' ? 'data.' : ''}${type}.${textOf(resource.name)}`,
    ...(typeof index === 'string' || typeof index === 'number' ? { key: index } : {}),
    values: recordOf(resource.values),
  };
}

/** Every instance of a module and those inside it: `values` of a state, `planned_values` of a plan. Deposed ones are on their way out. */
export function instancesOf(values: Json | undefined): Instance[] {
  const found: Instance[] = [];
  const open: JsonRecord[] = [recordOf(recordOf(values).root_module)];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    const address = textOf(module.address);
    for (const resource of listOf(module.resources)) {
      if (isRecord(resource) && resource.deposed_key === undefined) found.push(instanceOf(resource, address));
    }
    open.push(...listOf(module.child_modules).filter(isRecord));
  }
  return found.sort((one, other) => (one.address < other.address ? -1 : 1));
}

/** One call on the way to a module: its name, and the instance's key where it has one. */
export interface Call {
  readonly name: string;
  /** @default - there is exactly one */
  readonly key?: string | number;
  /** The module in which it stands. */
  readonly caller: string;
  /** The module's own address, key included. */
  readonly address: string;
}

/** The calls that lead from the root module to this one. */
export function callsOf(module: string): readonly Call[] {
  const steps = stepsOf(module);
  const calls: Call[] = [];
  let caller = '';
  for (let index = 1; index < steps.length; index += 2) {
    const name = nameAt(steps, index) ?? '';
    const key = keyAt(steps, index + 1);
    const address = `${caller === '' ? '' : `${caller}.`}module.${name}${keyText(key)}`;
    calls.push({ name, ...(key === undefined ? {} : { key }), caller, address });
    caller = address;
    if (key !== undefined) index += 1;
  }
  return calls;
}
