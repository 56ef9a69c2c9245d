import { identityFactsOf } from '../../model/identity/reading';
import type { Policy } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';

const indexes = new WeakMap<Universe, ReadonlyMap<string, Policy | Unknown>>();

const placed = (fact: ResourceFact, argument: string): string => `${fact.key} ${argument}`;

function indexOf(universe: Universe): ReadonlyMap<string, Policy | Unknown> {
  const known = indexes.get(universe);
  if (known !== undefined) return known;
  const { policies } = identityFactsOf(universe);
  const index = new Map(policies.map(({ fact, argument, policy }) => [placed(fact, argument), policy]));
  indexes.set(universe, index);
  return index;
}

/** What stands in an argument that holds a policy; undefined where nobody set it. What AWS would refuse says nothing. */
export function findStatedPolicy(universe: Universe, fact: ResourceFact, argument: string): Policy | Unknown | undefined {
  const policy = indexOf(universe).get(placed(fact, argument));
  if (policy === undefined || policy instanceof Unknown) return policy;
  const [fault] = policy.faults;
  return fault === undefined ? policy : new Unknown(`AWS refuses it: ${fault}`);
}
