import { isRecord, type JsonRecord } from '../json';
import type { Json } from '../universe';
import { recordOf } from './shape';

/** The constants of an expression of a plan's configuration, or of blocks of them; undefined where there are none. */
function constantsOf(expression: Json): Json | undefined {
  if (Array.isArray(expression)) {
    const blocks = (expression as readonly Json[]).flatMap((block) => constantsOf(block) ?? []);
    return blocks.length === 0 ? undefined : blocks;
  }
  if (!isRecord(expression)) return undefined;
  if ('constant_value' in expression) return expression.constant_value;
  const entries = Object.entries(expression).flatMap(([name, inner]) => {
    const constants = constantsOf(inner);
    return constants === undefined ? [] : [[name, constants] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** What a plan or state tells beside its resources: constants of providers, and outputs, as a document has them. */
export function besideResources(shown: JsonRecord): readonly JsonRecord[] {
  const providers = Object.entries(recordOf(recordOf(shown.configuration).provider_config)).flatMap(([key, written]) => {
    const constants = constantsOf(recordOf(written).expressions ?? null);
    return constants === undefined ? [] : [[key, constants] as const];
  });
  const values = recordOf(shown.planned_values ?? shown.values ?? null);
  const outputs = Object.entries(recordOf(values.outputs)).flatMap(([name, output]) => {
    const { value } = recordOf(output);
    return value === undefined ? [] : [[name, { value }] as const];
  });
  return [
    ...(providers.length === 0 ? [] : [{ provider: Object.fromEntries(providers) }]),
    ...(outputs.length === 0 ? [] : [{ output: Object.fromEntries(outputs) }]),
  ];
}
