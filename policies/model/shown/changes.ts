import { isRecord, type JsonRecord, listOf } from '../json';
import type { PlannedChange } from '../universe';
import { literals } from './literal';
import { recordOf, textOf } from './shape';

/** Actions after which everything is as it was: what is read, stays, or is only forgotten. */
const NOTHING: ReadonlySet<string> = new Set(['no-op', 'read', 'forget']);

/** What a plan does, resource by resource. */
export function changesOfPlan(plan: JsonRecord): readonly PlannedChange[] {
  return listOf(plan.resource_changes).flatMap((resource): readonly PlannedChange[] => {
    if (!isRecord(resource) || resource.mode === 'data') return [];
    const { actions, before } = recordOf(resource.change);
    const known = listOf(actions).map(textOf);
    if (known.every((action) => NOTHING.has(action))) return [];
    return [
      {
        address: textOf(resource.address),
        type: textOf(resource.type),
        actions: known,
        ...(isRecord(before) ? { before: literals(before) } : {}),
        isDeposed: resource.deposed !== undefined,
      },
    ];
  });
}
