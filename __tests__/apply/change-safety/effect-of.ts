import type { PlanAction } from '../../../commands/sandbox/plan-actions';
import type { Census, Effect } from './edit';
import type { StackActions } from './planned-edit';

const KINDS = ['added', 'changed', 'destroyed', 'replaced', 'moved'] as const;
type Kind = (typeof KINDS)[number];

function kindsOf({ actions, previousAddress }: PlanAction): Kind[] {
  const kinds: Kind[] = previousAddress === undefined ? [] : ['moved'];
  const verbs = [...actions].sort().join();
  if (verbs === 'create,delete') return [...kinds, 'replaced'];
  if (verbs === 'create') return [...kinds, 'added'];
  if (verbs === 'update') return [...kinds, 'changed'];
  if (verbs === 'delete') return [...kinds, 'destroyed'];
  if (verbs === 'no-op') return kinds;
  throw new Error(`no kind for ${verbs}`);
}

function matches(pattern: string, address: string): boolean {
  const escaped = pattern.replace(/[.[\]]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(address);
}

function censusOf(addresses: readonly string[], expected: Census): Census {
  const census: Record<string, number> = {};
  for (const address of addresses) {
    const place = Object.keys(expected).find((pattern) => matches(pattern, address)) ?? address;
    census[place] = (census[place] ?? 0) + 1;
  }
  return census;
}

/** Every address with what becomes of it, the account in front. */
function located(plans: StackActions): { readonly address: string; readonly kinds: readonly Kind[] }[] {
  return [...plans].flatMap(([stack, actions]) => {
    const [account = ''] = stack.split('-');
    return actions.map((action) => ({ address: `${account} ${action.address}`, kinds: kindsOf(action) }));
  });
}

/** What the plans do, counted by the patterns of what is expected; what no pattern covers stands for itself. */
export function effectOf(plans: StackActions, expected: Effect): Effect {
  const all = located(plans);
  const of = (kind: Kind): Census =>
    censusOf(
      all.filter(({ kinds }) => kinds.includes(kind)).map(({ address }) => address),
      expected[kind] ?? {},
    );
  const effect = KINDS.map((kind) => [kind, of(kind)] as const).filter(([, census]) => Object.keys(census).length > 0);
  return Object.fromEntries(effect);
}

/** How many resources an effect names of each kind. */
export function totals(effect: Effect): Readonly<Record<Kind, number>> {
  const sum = (census: Census = {}): number => Object.values(census).reduce((total, count) => total + count, 0);
  return {
    added: sum(effect.added),
    changed: sum(effect.changed),
    destroyed: sum(effect.destroyed),
    replaced: sum(effect.replaced),
    moved: sum(effect.moved),
  };
}
