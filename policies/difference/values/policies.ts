import { isRecord, type JsonRecord, listOf } from '../../model/json';
import type { Json } from '../../model/universe';
import type { StatementChange } from '../change';
import { isOpen, type Node } from './value';

function parsed(node: Node | undefined): JsonRecord | undefined {
  // What apply only tells stands in a text as a placeholder: the rest of the policy is compared all the same.
  const text = isOpen(node) && 'expression' in node.shown ? unquoted(node.shown.expression) : node;
  if (typeof text !== 'string' || !text.trimStart().startsWith('{')) return undefined;
  try {
    const json = JSON.parse(text) as Json;
    return isRecord(json) && json.Statement !== undefined ? json : undefined;
  } catch {
    return undefined;
  }
}

/** A template is described as a JSON text. */
function unquoted(expression: string): string | undefined {
  if (!expression.startsWith('"')) return undefined;
  try {
    return JSON.parse(expression) as string;
  } catch {
    return undefined;
  }
}

function sorted(json: Json | undefined): Json {
  if (Array.isArray(json)) {
    const items = (json as readonly Json[]).map(sorted);
    return items.length === 1 ? (items[0] ?? null) : items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (!isRecord(json)) return json ?? null;
  const names = Object.keys(json).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(json[name])]));
}

/** A statement in one form: lists of one as their element, no order. */
function canonical(statement: Json): JsonRecord {
  const form = sorted(statement);
  return isRecord(form) ? form : { '': form };
}

function difference(name: string, before: JsonRecord, after: JsonRecord): StatementChange {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const other = names.filter((element) => JSON.stringify(before[element]) !== JSON.stringify(after[element]));
  const of = (side: JsonRecord): JsonRecord =>
    Object.fromEntries(other.flatMap((element) => (element in side ? [[element, side[element] ?? null]] : [])));
  return { action: 'changed', name, before: of(before), after: of(after) };
}

function nameOf(statement: JsonRecord, index: number): string {
  return typeof statement.Sid === 'string' && statement.Sid !== ''
    ? `statement ${JSON.stringify(statement.Sid)}`
    : `statement ${String(index + 1)}`;
}

/**
 * Where two policies differ, statement by statement: by their Sids, the others by what they say. Undefined where either is
 * no policy; nothing where both say the same, whatever they look like.
 */
export function comparePolicies(before: Node | undefined, after: Node | undefined): readonly StatementChange[] | undefined {
  const [was, will] = [parsed(before), parsed(after)];
  if (was === undefined || will === undefined) return undefined;
  const named = (policy: JsonRecord): Map<string, JsonRecord> => {
    const statements = new Map<string, JsonRecord>();
    listOf(policy.Statement)
      .map(canonical)
      .forEach((statement, index) => {
        const name = nameOf(statement, index);
        statements.set(statements.has(name) ? `${name}, the ${String(index + 1)}th` : name, statement);
      });
    return statements;
  };
  const [one, other] = [named(was), named(will)];
  const kept = new Set([...other.values()].map((each) => JSON.stringify(each)));
  const had = new Set([...one.values()].map((each) => JSON.stringify(each)));
  const changes: StatementChange[] = [];
  for (const [name, statement] of one) {
    const next = other.get(name);
    if (kept.has(JSON.stringify(statement))) continue;
    if (next === undefined || had.has(JSON.stringify(next))) changes.push({ action: 'removed', name, before: statement });
    else changes.push(difference(name, statement, next));
  }
  for (const [name, statement] of other) {
    const former = one.get(name);
    if (had.has(JSON.stringify(statement))) continue;
    if (former === undefined || kept.has(JSON.stringify(former))) changes.push({ action: 'added', name, after: statement });
  }
  const rest = (policy: JsonRecord): string => JSON.stringify(sorted({ ...policy, Statement: null }));
  if (rest(was) !== rest(will)) {
    const { Statement: _, ...head } = was;
    const { Statement: __, ...next } = will;
    changes.push(difference('the policy itself', head, next));
  }
  return changes;
}
