import { ByAccount } from '../../model/by-account';
import type { ResourceFact, Universe } from '../../model/universe';
import { mayMeet } from '../companions';
import { factsOf, opaqueOf } from '../rule';

/** Resources of which an account has one in a Region, as far as they are told to be in the same one. */
export interface Neighbours {
  readonly known: readonly ResourceFact[];
  /** Why there may be one where nobody looks. @default - all is here */
  readonly hidden?: string;
}

/** Whether two that may lie in one account and Region surely do: in one stack if nothing says otherwise, else if both tell so. */
function isNear(one: ResourceFact, other: ResourceFact): boolean {
  return one.stack === other.stack || (one.accountId !== undefined && other.accountId !== undefined);
}

const indexes = new WeakMap<Universe, Map<string, ByAccount<ResourceFact>>>();

function byAccount(universe: Universe, type: string): ByAccount<ResourceFact> {
  const types = indexes.get(universe) ?? new Map<string, ByAccount<ResourceFact>>();
  indexes.set(universe, types);
  let index = types.get(type);
  if (index === undefined) {
    index = new ByAccount();
    for (const fact of factsOf(universe, type)) index.add(fact.accountId, fact);
    types.set(type, index);
  }
  return index;
}

/** What lies in the account and Region of a resource: AWS Config knows one recorder there, whatever it is called. */
export function neighboursOf(universe: Universe, subject: ResourceFact, type: string): Neighbours {
  const possible = byAccount(universe, type)
    .near(subject.accountId)
    .filter((fact) => mayMeet(fact, subject));
  const known = possible.filter((fact) => isNear(fact, subject) && fact.repeated === undefined);
  const [vague] = possible.filter((fact) => !known.includes(fact));
  const hidden = vague === undefined ? opaqueOf(universe, subject)[0]?.why : `${vague.key} may be of its account and Region`;
  return { known, ...(hidden === undefined ? {} : { hidden }) };
}
