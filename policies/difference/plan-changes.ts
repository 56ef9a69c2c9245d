import { isRecord, type JsonRecord, listOf } from '../model/json';
import { recordOf, textOf } from '../model/shown/shape';
import type { Json } from '../model/universe';
import type { Action, AttributeChange, Change } from './change';
import { isSecurity, rankOf } from './rank';
import { compare } from './values/compare';
import { concealed, hidden } from './values/secret';
import { AFTER_APPLY, type Node, open, plain, type Value } from './values/value';

/** What Terraform does, by its verbs. `read` and `no-op` do nothing. */
const ACTIONS: Readonly<Record<string, Action>> = {
  create: 'added',
  update: 'changed',
  delete: 'removed',
  forget: 'forgotten',
  'create,delete': 'replaced',
  'create,forget': 'replaced',
};

/** Why Terraform does something, where an attribute doesn't tell it. */
const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: 'it is tainted: an earlier apply failed half-way',
  replace_by_request: 'its replacement was asked for with -replace',
  replace_by_triggers: 'lifecycle.replace_triggered_by names something that changes',
  delete_because_wrong_repetition: 'count or for_each was added to it, or taken away',
  delete_because_count_index: 'its count is lower now',
  delete_because_each_key: 'for_each has no such key any more',
  delete_because_no_move_target: 'what it was moved to is there already',
};

/** A value with what is secret in it, and what only the apply tells. */
export function valuesOf(value: Json | undefined, unknown: Json | undefined, sensitive: Json | undefined): Node {
  if (unknown === true) return open(AFTER_APPLY, 'after apply');
  if (sensitive === true) return hidden(plain(value));
  if (Array.isArray(value) || Array.isArray(unknown)) {
    const [values, marks, secrets] = [value, unknown, sensitive].map((each) =>
      Array.isArray(each) ? (each as readonly Json[]) : [],
    );
    const length = Math.max(values?.length ?? 0, marks?.length ?? 0);
    return Array.from({ length }, (_, at) => valuesOf(values?.[at], marks?.[at], secrets?.[at]));
  }
  if (!isRecord(value) && !isRecord(unknown)) return plain(value);
  const [values, marks, secrets] = [value, unknown, sensitive].map((each) => recordOf(each));
  const names = [...new Set([...Object.keys(values ?? {}), ...Object.keys(marks ?? {})])];
  return Object.fromEntries(names.map((name) => [name, valuesOf(values?.[name], marks?.[name], secrets?.[name])]));
}

/** A path as an attribute's is written: blocks that can be there once only have no number. */
function pathText(path: Json): string {
  return listOf(path).reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${String(step)}]` : `${text}${text === '' ? '' : '.'}${textOf(step)}`),
    '',
  );
}

function attributesOf(type: string, change: JsonRecord): readonly AttributeChange[] {
  const before = concealed(type, valuesOf(change.before, undefined, change.before_sensitive));
  const after = concealed(type, valuesOf(change.after, change.after_unknown, change.after_sensitive));
  const changes = compare(before ?? {}, after ?? {}, '');
  const both = change.before !== null && change.after !== null;
  return changes.filter((each) => !/^tags(?:_all)?\b/.test(each.path) || isToldOfTags(each, changes, both));
}

/** Of a tag in both, what it comes to is told: with those of the provider, and only once. */
function isToldOfTags({ path, before, after }: AttributeChange, all: readonly AttributeChange[], both: boolean): boolean {
  const isAll = path.startsWith('tags_all');
  const twin = all.find((other) => other.path === (isAll ? path.replace('tags_all', 'tags') : path.replace(/^tags/, 'tags_all')));
  if (!both || twin === undefined) return !isAll || both;
  return isAll !== (JSON.stringify([twin.before, twin.after]) === JSON.stringify([before, after]));
}

/** Old and new are listed where something stays; of what comes or goes, the side that is there. */
function sided(action: Action, attributes: readonly AttributeChange[]): readonly AttributeChange[] {
  if (action !== 'replaced') return attributes;
  // Nobody wrote what the provider will fill in again, or what is as good as nothing.
  return attributes.filter(({ after, before }) =>
    after === undefined ? !isNothing(before) : before === undefined || !('knownAfterApply' in after),
  );
}

function isNothing(value: Value | undefined): boolean {
  return value !== undefined && 'value' in value && ['""', '0', 'false', '[]', '{}'].includes(JSON.stringify(value.value));
}

function whyOf(resource: JsonRecord, verbs: string): string | undefined {
  const reason = REASONS[textOf(resource.action_reason)];
  if (resource.deposed !== undefined) return 'it is an object that an earlier apply left behind';
  return verbs === 'create,forget' ? 'the former object stays in AWS, without Terraform' : reason;
}

function changeOf(stack: string, resource: JsonRecord): Change | undefined {
  const change = recordOf(resource.change);
  const verbs = listOf(change.actions).map(textOf).sort().join();
  const [type, address, former] = [textOf(resource.type), textOf(resource.address), textOf(resource.previous_address)];
  const importedAs = isRecord(change.importing) ? textOf(change.importing.id) : undefined;
  const still: Action | undefined = importedAs !== undefined ? 'imported' : former === '' ? undefined : 'moved';
  const action = ACTIONS[verbs] ?? (verbs === 'no-op' ? still : undefined);
  if (action === undefined || resource.mode === 'data') return undefined;
  const paths = action === 'replaced' ? listOf(change.replace_paths).map(pathText) : [];
  const all = attributesOf(type, change);
  const attributes = sided(action, all);
  const forcing = all.filter(
    ({ path }) => paths.some((each) => path.startsWith(each)) && !attributes.some((one) => one.path === path),
  );
  const why = whyOf(resource, verbs);
  return {
    stack,
    address: resource.deposed === undefined ? address : `${address} (deposed ${textOf(resource.deposed)})`,
    type,
    action,
    rank: rankOf(type, action),
    isSecurity: isSecurity(type),
    ...(former === '' ? {} : { from: former }),
    ...(importedAs === undefined ? {} : { importedAs }),
    attributes: [...attributes, ...forcing],
    ...(paths.length === 0 ? {} : { forcedBy: paths }),
    ...(why === undefined ? {} : { why }),
  };
}

function outputChange(stack: string, name: string, output: JsonRecord): Change | undefined {
  const action = ACTIONS[listOf(output.actions).map(textOf).sort().join()];
  if (action === undefined) return undefined;
  const before = valuesOf(output.before, undefined, output.before_sensitive);
  const after = valuesOf(output.after, output.after_unknown, output.after_sensitive);
  return {
    stack,
    address: `output.${name}`,
    type: 'output',
    action,
    rank: 'rest',
    isSecurity: false,
    attributes: compare(before, after, 'value'),
  };
}

/** What a plan does, resource by resource and output by output; what stays as it is isn't among it. */
export function planChanges(stack: string, plan: JsonRecord): readonly Change[] {
  const resources = listOf(plan.resource_changes).flatMap((each) => (isRecord(each) ? (changeOf(stack, each) ?? []) : []));
  const outputs = Object.entries(recordOf(plan.output_changes)).flatMap(([name, output]) =>
    isRecord(output) ? (outputChange(stack, name, output) ?? []) : [],
  );
  return [...resources, ...outputs];
}
