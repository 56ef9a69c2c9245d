import type { Json } from '../../../../policies/model/universe';
import { committed, type Case } from './plan-fixture';

type JsonObject = Readonly<Record<string, Json>>;

/** A stated change of a few fields of a committed plan. */
export interface Derivation {
  readonly rule: string;
  readonly case: Case;
  readonly address: string;
  /** @default - as it is */
  readonly actions?: readonly string[];
  /** Fields of `before`. @default - as they are */
  readonly before?: JsonObject;
  /** Fields of `after`; null where nothing is left. @default - as they are */
  readonly after?: JsonObject | null;
  /** Fields of `after_unknown`. @default - as they are */
  readonly unknown?: JsonObject;
  /** The key of an object that an earlier apply left behind. @default - it is none */
  readonly deposed?: string;
}

interface Changed {
  readonly address: string;
  readonly change: {
    readonly actions: Json;
    readonly before: JsonObject;
    readonly after: JsonObject;
    readonly after_unknown: JsonObject;
  };
}

interface Plan {
  readonly planned_values: { readonly root_module: { readonly resources: readonly { readonly address: string }[] } };
  readonly resource_changes: readonly Changed[];
}

/** The plan that results, with nothing else in it. */
export function derivedPlan({ rule, case: which, address, actions, before, after, unknown, deposed }: Derivation): Json {
  const plan = committed(rule, which) as unknown as Plan;
  const found = plan.resource_changes.find((each) => each.address === address);
  if (found === undefined) throw new Error(`${rule}, ${which} has no ${address}`);
  const { change } = found;
  const changed = {
    ...found,
    ...(deposed === undefined ? {} : { deposed }),
    change: {
      ...change,
      actions: actions ?? change.actions,
      before: { ...change.before, ...before },
      after: after === null ? null : { ...change.after, ...after },
      after_unknown: { ...change.after_unknown, ...unknown },
    },
  };
  const resources = plan.planned_values.root_module.resources.filter((each) => each.address === address && after !== null);
  return { ...plan, planned_values: { root_module: { resources } }, resource_changes: [changed] };
}
