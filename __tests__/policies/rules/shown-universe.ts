import { readShown } from '../../../policies/model/shown';
import type { Json, Universe } from '../../../policies/model/universe';
import { planJson, type PlanParts } from '../model/shown/plan-json';

/** A universe of one state, of these values by address. */
export function stateOf(resources: Readonly<Record<string, Readonly<Record<string, Json>>>>): Universe {
  const shown = Object.entries(resources).map(([address, values]) => {
    const [type = '', name = ''] = address.split('.');
    return { address, mode: 'managed', type, name, values };
  });
  return { stacks: [readShown('dev', { format_version: '1.0', values: { root_module: { resources: shown } } })] };
}

/** A universe of one plan. */
export function planOf(parts: PlanParts): Universe {
  return { stacks: [readShown('dev', planJson(parts))] };
}
