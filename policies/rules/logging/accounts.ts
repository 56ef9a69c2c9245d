import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { any, type Told } from './trail/trails';

/** Resources of one account. */
export type OfAccount = readonly [ResourceFact, ...ResourceFact[]];

/** Resources by account, as far as the documents tell accounts apart: else by stack. */
export function byAccount(facts: Iterable<ResourceFact>): readonly OfAccount[] {
  const accounts = new Map<string, [ResourceFact, ...ResourceFact[]]>();
  for (const fact of facts) {
    const account = fact.accountId ?? fact.stack;
    const known = accounts.get(account);
    if (known === undefined) accounts.set(account, [fact]);
    else known.push(fact);
  }
  return [...accounts.values()];
}

/**
 * Whether something holds for one of an account's resources: one is enough for all. Unknown where only one does that may
 * be of another account, or may not be there.
 */
export function anyOfAccount(own: OfAccount, all: readonly OfAccount[], holds: (fact: ResourceFact) => Told): Told {
  const told = any(own.map((fact) => ifThere(fact, holds(fact))));
  if (told !== false) return told;
  const [{ accountId }] = own;
  const others = all.filter((each) => each !== own && (accountId === undefined || each[0].accountId === undefined)).flat();
  const maybe = others.find((fact) => holds(fact) !== false);
  return maybe === undefined ? false : new Unknown(`${maybe.key} may be of its account`);
}

function ifThere({ key, repeated }: ResourceFact, told: Told): Told {
  return told === true && repeated !== undefined ? new Unknown(`${key} may not be there`) : told;
}
