import type { Intent, IntentNetwork } from '../../../../modules/core/intent';
import { groupEnds } from '../../proof/names/peer-ends';
import { placeOf, type Place } from '../place';

interface TierName {
  readonly text: string;
  readonly network: IntentNetwork;
  /** `tier` or `tier/group`. */
  readonly group: string;
}

/**
 * `account/network/tier[/group]`, as in the flow grammar, and `account/region/network/tier[/group]` where an account has
 * a network of that name in several Regions.
 */
export class TierNames {
  readonly #names = new Map<string, TierName[]>();

  constructor({ networks }: Pick<Intent, 'networks'>) {
    for (const network of networks) {
      const [account = '', region = '', name = ''] = network.network.split('/');
      const groups = network.tiers.flatMap((tier) => tier.groups.map((group) => group.name));
      for (const group of groups) {
        this.#add({ text: `${account}/${region}/${name}/${group}`, network, group });
        this.#add({ text: `${account}/${name}/${group}`, network, group });
      }
    }
  }

  #add(name: TierName): void {
    this.#names.set(name.text, [...(this.#names.get(name.text) ?? []), name]);
  }

  /** Every name, for suggestions. */
  all(): readonly string[] {
    return [...this.#names.keys()];
  }

  /** The places of that name: one, none, or one in each of several Regions. */
  of(text: string): readonly { readonly full: string; readonly place: Place }[] {
    return (this.#names.get(text) ?? []).map(({ network, group }) => ({
      full: `${network.network}/${group}`,
      place: placeOf(text, groupEnds(network, group)),
    }));
  }
}
