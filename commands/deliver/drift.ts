/** A resource that isn't in AWS as it was applied. */
export interface Drift {
  readonly address: string;
  readonly what: 'gone' | 'changed';
  /** What is said in the configuration and is otherwise now. */
  readonly arguments: readonly string[];
}

type Values = Readonly<Record<string, unknown>> | null;

interface RefreshPlan {
  readonly resource_drift?: readonly {
    readonly address: string;
    readonly type: string;
    readonly name: string;
    readonly change: { readonly actions: readonly string[]; readonly before: Values; readonly after: Values };
  }[];
  readonly configuration?: {
    readonly root_module?: {
      readonly resources?: readonly { readonly type: string; readonly name: string; readonly expressions?: object }[];
    };
  };
}

/** Tags are said once for all resources of a provider. */
const OF_PROVIDER = ['tags_all'];

function differing(before: Values, after: Values, names: readonly string[]): readonly string[] {
  return names.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name])).sort();
}

/**
 * What a plan of `-refresh-only` found that somebody did. What only AWS states, such as the rules that a group has by
 * resources of their own, changes with every apply of others and is no drift.
 */
export function driftIn(json: string): readonly Drift[] {
  const { resource_drift: drifted = [], configuration } = JSON.parse(json) as RefreshPlan;
  const resources = configuration?.root_module?.resources ?? [];
  return drifted.flatMap(({ address, type, name, change: { actions, before, after } }): Drift[] => {
    if (actions.includes('delete')) return [{ address, what: 'gone', arguments: [] }];
    const stated = resources.find((each) => each.type === type && each.name === name);
    const names = stated === undefined ? Object.keys({ ...before, ...after }) : Object.keys(stated.expressions ?? {});
    const changed = differing(before, after, [...names, ...OF_PROVIDER]);
    return changed.length === 0 ? [] : [{ address, what: 'changed', arguments: changed }];
  });
}
