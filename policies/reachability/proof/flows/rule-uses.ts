import type { IntentNetwork } from '../../../../modules/core/intent';
import { type AclEntry, ICMP, ICMPV6, type NetworkFacts, type Route } from '../../../model/network';
import { Unknown } from '../../../model/term';
import type { ResourceFact } from '../../../model/universe';
import { PATH_MTU } from './acl-terms';
import type { Use } from './flow-proofs';
import { keyIn } from '../names/peer-ends';

/** Something that lets packets through, in a network. */
interface Opening {
  readonly network: IntentNetwork;
  readonly origin: ResourceFact;
}

/** What the rules of a network are there for. */
export interface RuleUses {
  readonly needed: readonly ResourceFact[];
  readonly covered: readonly ResourceFact[];
  readonly needless: readonly Opening[];
}

function isPathMtu({ traffic }: AclEntry): boolean {
  if (traffic instanceof Unknown) return false;
  if (traffic.protocol !== ICMP && traffic.protocol !== ICMPV6) return false;
  const { type, code } = traffic.protocol === ICMP ? PATH_MTU.v4 : PATH_MTU.v6;
  return traffic.type === type && traffic.code === code;
}

function leadsToInternet({ target }: Route): boolean {
  return target.choices.length === 1 && target.choices[0]?.kind === 'internet-gateway';
}

/** Every rule, entry and route of a network that lets something through, but those that every network needs. */
function openingsOf(network: IntentNetwork, facts: NetworkFacts): ResourceFact[] {
  const groups = [
    ...network.tiers.flatMap((tier) => tier.groups.map(({ address }) => address)),
    ...network.endpoints.flatMap(({ interface: own }) => (own === undefined ? [] : [own.group])),
  ].flatMap((address) => facts.groups.get(keyIn(network, address)) ?? []);
  const acls = network.tiers.flatMap(({ acl }) => facts.acls.get(keyIn(network, acl)) ?? []);
  const entries = acls.flatMap((acl) => [...acl.in, ...acl.out]).filter((entry) => entry.action !== 'deny' && !isPathMtu(entry));
  const routes = network.tiers.flatMap(({ kind, subnets }) => {
    const tables = subnets.flatMap((subnet) => facts.subnets.get(keyIn(network, subnet))?.table.choices ?? []);
    const found = tables.flatMap((key) => facts.tables.get(key)?.routes ?? []);
    // A public tier is one with this route, whatever its flows; so are NAT's subnets.
    return kind === 'public' || kind === 'nat' ? found.filter((route) => !leadsToInternet(route)) : found;
  });
  return [...groups.flatMap((group) => [...group.ingress, ...group.egress]), ...entries, ...routes].map(({ origin }) => origin);
}

/**
 * What each rule of the networks is there for, by what the proofs of the flows have met. Where a flow doesn't work
 * (`broken`), its rules meet nothing: there nothing is called needless until it does.
 */
export function ruleUses(
  networks: readonly IntentNetwork[],
  facts: NetworkFacts,
  uses: ReadonlyMap<string, Use>,
  broken: ReadonlySet<string>,
): RuleUses {
  const openings = new Map<string, Opening>();
  for (const network of networks) {
    for (const origin of openingsOf(network, facts)) openings.set(origin.key, { network, origin });
  }
  const all = [...openings.values()];
  const used = (use: Use | undefined): Opening[] => all.filter(({ origin }) => uses.get(origin.key) === use);
  const origins = (list: readonly Opening[]): ResourceFact[] => list.map(({ origin }) => origin);
  return {
    needed: origins(used('needed')),
    covered: origins(used('covered')),
    needless: used(undefined).filter(({ network }) => !broken.has(network.stack)),
  };
}
