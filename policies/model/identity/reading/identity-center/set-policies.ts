import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import { Inhabitants } from '../resources/inhabitants';
import type { Naming } from '../register';
import type { SetPolicy } from './set-policy';

/** Policies of a permission set in one account, and why there may be others. */
export interface HeldPolicies {
  readonly policies: readonly SetPolicy[];
  readonly doubts: readonly Unknown[];
}

/** A list of all that a set may have. */
interface List {
  readonly by: ResourceFact;
  readonly kept: ReadonlySet<string>;
}

/** Of what may be taken away nothing is sure: not what it denies either. */
function unsure(policy: SetPolicy, doubt: Unknown): SetPolicy {
  return { ...policy, in: (accountId) => ({ ...policy.in(accountId), policy: doubt }) };
}

/** Policies of one kind that permission sets have: one by one, and by lists that take away whatever they don't hold. */
export class SetPolicies {
  readonly #held = new Inhabitants<SetPolicy>();
  readonly #lists = new Inhabitants<List>();

  /** @param most how many of this kind a set has: of one each takes the place of the others */
  constructor(private readonly most: 'one' | 'many') {}

  attach(set: Naming, by: ResourceFact, policy: SetPolicy): void {
    this.#held.put(set, by, policy);
  }

  list(set: Naming, by: ResourceFact, policies: readonly SetPolicy[]): void {
    for (const policy of policies) this.attach(set, by, policy);
    this.#lists.put(set, by, { by, kept: new Set(policies.map(({ identity }) => identity)) });
  }

  of(key: string): HeldPolicies {
    const own = [...new Map(this.#held.of(key).map((policy) => [policy.identity, policy])).values()];
    const taken = new Map(own.map((policy) => [policy, this.#findTaken(key, policy, own)]));
    const policies = own.map((policy) => {
      const doubt = taken.get(policy);
      return doubt === undefined ? policy : unsure(policy, doubt);
    });
    const doubts = [...taken.values()].flatMap((doubt) => doubt ?? []);
    return { policies, doubts: [...this.#held.doubtsOf(key), ...this.#lists.doubtsOf(key), ...doubts] };
  }

  #findTaken(key: string, { identity, name }: SetPolicy, own: readonly SetPolicy[]): Unknown | undefined {
    if (this.most === 'one' && own.length > 1) {
      return new Unknown(`${own.map((policy) => policy.name).join(' and ')} take each other's place`);
    }
    const list = this.#lists.of(key).find(({ kept }) => !kept.has(identity));
    return list && new Unknown(`${list.by.key} takes away what it doesn't list, and may not list ${name}`);
  }
}
