import type { IntentNetwork, IntentTier } from '../../../../../modules/core/intent';
import type { NetworkFacts, Subnet } from '../../../../model/network';
import { keyIn } from '../../../../reachability/proof/names/peer-ends';
import { type ExitBook, routedKind } from './exits';
import { withoutKeys } from './network-view';

/** Subnets that belong together. */
export interface Tier {
  readonly name: string;
  readonly kind: IntentTier['kind'] | 'unknown';
  readonly subnets: readonly Subnet[];
  /** The names of its groups as flows write them. */
  readonly groups: readonly string[];
}

/** More columns than these show nobody anything: then one for each kind. */
const MOST_NAMED = 8;

/** The tiers that a configuration names. */
export function declaredTiers(network: IntentNetwork, { subnets }: NetworkFacts): readonly Tier[] {
  return network.tiers.map(({ tier, kind, subnets: addresses, groups }) => ({
    name: tier,
    kind,
    subnets: addresses.flatMap((address) => subnets.get(keyIn(network, address)) ?? []),
    groups: groups.map(({ name }) => name),
  }));
}

/** What a subnet's address shares with its siblings: no instance key, and no zone at its end. */
function stemOf({ origin }: Subnet): string {
  const bare = withoutKeys(origin.address).replace(/^.*\baws_(?:default_)?subnet\./, '');
  const stem = bare.replace(/(?:[-_](?:[a-z]{2}[-_][a-z]+[-_]\d[a-z]|az\d|\d?[a-f])|[-_]?\d+)$/, '');
  return stem === '' ? bare : stem;
}

/** Tiers that nobody named: what the routes of subnets make of them, and what their addresses share. */
export function routedTiers(subnets: readonly Subnet[], exits: ExitBook): readonly Tier[] {
  const kinds = subnets.map((subnet) => routedKind(exits.of(subnet)));
  const grouped = (nameOf: (subnet: Subnet, kind: Tier['kind']) => string): readonly Tier[] => {
    const tiers = new Map<string, { kind: Tier['kind']; name: string; subnets: Subnet[] }>();
    for (const [at, subnet] of subnets.entries()) {
      const kind = kinds[at] ?? 'unknown';
      const name = nameOf(subnet, kind);
      const tier = tiers.get(`${kind} ${name}`);
      if (tier === undefined) tiers.set(`${kind} ${name}`, { kind, name, subnets: [subnet] });
      else tier.subnets.push(subnet);
    }
    return [...tiers.values()].map((tier) => ({ ...tier, groups: [] }));
  };
  const named = grouped(stemOf);
  return named.length <= MOST_NAMED ? named : grouped((_, kind) => `subnets (${kind})`);
}
