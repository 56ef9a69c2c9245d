import { isRecord, type JsonRecord, listOf } from '../model/json';
import { recordOf, textOf } from '../model/shown/shape';
import type { Json } from '../model/universe';
import type { Action, AttributeChange, Change } from './change';
import { valuesOf } from './plan-changes';
import { isSecurity, rankOf } from './rank';
import { outcomeOf } from './replacement/outcome';
import { compare } from './values/compare';
import { concealed } from './values/secret';
import type { Node } from './values/value';

/** A resource that is there, or will be once a plan is applied. */
interface Shown {
  readonly address: string;
  readonly type: string;
  readonly values: Node;
}

function resourcesIn(module: JsonRecord): readonly JsonRecord[] {
  const own = listOf(module.resources).filter(isRecord);
  return [...own, ...listOf(module.child_modules).filter(isRecord).flatMap(resourcesIn)];
}

/** What a state holds, or will hold after a plan: managed resources, the objects on their way out left aside. */
function shownIn(document: JsonRecord): ReadonlyMap<string, Shown> {
  const isPlan = isRecord(document.planned_values) || Array.isArray(document.resource_changes);
  const found = isPlan
    ? listOf(document.resource_changes).filter((each) => isRecord(each) && recordOf(each.change).after !== null)
    : resourcesIn(recordOf(recordOf(document.values).root_module));
  const managed = found
    .filter(isRecord)
    .filter((each) => each.mode !== 'data' && each.deposed === undefined && each.deposed_key === undefined);
  return new Map(managed.map((each) => [textOf(each.address), shownOf(each)]));
}

function shownOf(resource: JsonRecord): Shown {
  const change = recordOf(resource.change);
  const type = textOf(resource.type);
  const plan = isRecord(resource.change);
  const [values, unknown, sensitive]: readonly (Json | undefined)[] = plan
    ? [change.after, change.after_unknown, change.after_sensitive]
    : [resource.values, undefined, resource.sensitive_values];
  return { address: textOf(resource.address), type, values: concealed(type, valuesOf(values, unknown, sensitive)) };
}

function isTold({ before, after }: AttributeChange): boolean {
  return ![before, after].some((value) => value !== undefined && 'knownAfterApply' in value);
}

/** What became of a resource: another id is another object; whether a plan makes it anew, the table may know. */
function actionOf(
  type: string,
  attributes: readonly AttributeChange[],
  states: boolean,
): { action: Action; why?: string; forcedBy?: string[] } {
  const other = attributes.find(({ path, before, after }) => path === 'id' && before !== undefined && after !== undefined);
  if (other !== undefined) return { action: 'replaced', why: 'it has another id: it is another object' };
  if (states) return { action: 'changed' };
  const forcedBy = attributes.filter((change) => outcomeOf(type, change) === 'replaces').map(({ path }) => path);
  const unknown = attributes.find((change) => outcomeOf(type, change) === undefined);
  if (unknown !== undefined) return { action: 'unknown', why: `the table doesn't know what ${unknown.path} of ${type} does` };
  return forcedBy.length > 0 ? { action: 'replaced', forcedBy } : { action: 'changed' };
}

/** Compares what two states hold, or will hold after plans. Addresses are all there is to know them by. */
export function shownChanges(stack: string, before: JsonRecord, after: JsonRecord, states: boolean): readonly Change[] {
  const [was, will] = [shownIn(before), shownIn(after)];
  return [...new Set([...was.keys(), ...will.keys()])].flatMap((address): readonly Change[] => {
    const [one, other] = [was.get(address), will.get(address)];
    const type = (other ?? one)?.type ?? '';
    const attributes = compare(one?.values ?? {}, other?.values ?? {}, '').filter(isTold);
    const change = (action: Action, more: object = {}): Change => ({
      stack,
      address,
      type,
      action,
      rank: rankOf(type, action),
      isSecurity: isSecurity(type),
      attributes,
      ...more,
    });
    if (one === undefined) return [change('added')];
    if (other === undefined) return [change('removed')];
    if (attributes.length === 0) return [];
    const { action, ...more } = actionOf(type, attributes, states);
    return [change(action, more)];
  });
}
