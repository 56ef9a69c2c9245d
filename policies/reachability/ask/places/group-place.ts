import type { Host, Key, NetworkFacts, SecurityGroup } from '../../../model/network';
import { Unknown } from '../../../model/term';
import { hostSpots } from './host-place';
import { nowhere, type Place, type Spot } from '../place';
import { spotsIn } from './subnet-ends';

/** The VPCs that a host surely or maybe stands in; undefined where it may be in any. */
function findVpcs({ subnets }: Host, facts: NetworkFacts): ReadonlySet<Key> | undefined {
  if (subnets instanceof Unknown || subnets.some(({ open }) => open !== undefined)) return undefined;
  const owners = subnets.flatMap(({ choices }) => choices.map((key) => facts.subnets.get(key)?.vpc));
  const vague = owners.some((owner) => owner === undefined || owner.open !== undefined);
  return vague ? undefined : new Set(owners.flatMap((owner) => owner?.choices ?? []));
}

/** Only a host of the group's own VPC can carry it. */
function sharesVpc(host: Host, group: SecurityGroup, facts: NetworkFacts): boolean {
  const theirs = findVpcs(host, facts);
  return theirs === undefined || group.vpc.open !== undefined || group.vpc.choices.some((key) => theirs.has(key));
}

type Carries = 'surely' | 'maybe' | 'never';

function carries(host: Host, group: SecurityGroup, facts: NetworkFacts): Carries {
  const { groups } = host;
  if (groups === 'none') return 'never';
  if (groups instanceof Unknown) return sharesVpc(host, group, facts) ? 'maybe' : 'never';
  const named = groups.filter(({ choices }) => choices.includes(group.key));
  if (named.some(({ choices, open }) => open === undefined && choices.length === 1)) return 'surely';
  if (named.length > 0) return 'maybe';
  return groups.some(({ open }) => open !== undefined) && sharesVpc(host, group, facts) ? 'maybe' : 'never';
}

function withDoubt(spot: Spot, group: Key): Spot {
  return { ...spot, doubt: `whether ${spot.name} carries ${group}` };
}

/**
 * A group stands for whatever carries it, each with all its groups; where nothing does, for a made-up interface with
 * this group alone in each subnet of its VPC.
 */
export function groupPlace(name: string, group: SecurityGroup, facts: NetworkFacts): Place {
  const hosts = [...facts.hosts.values()];
  const bearing = (how: Carries): readonly Spot[] =>
    hosts.filter((host) => carries(host, group, facts) === how).flatMap((host) => hostSpots(host, facts));
  const [sure, doubtful] = [bearing('surely'), bearing('maybe').map((spot) => withDoubt(spot, group.key))];
  if (sure.length > 0) return { name, spots: [...sure, ...doubtful], assumed: [] };
  const [vpc, ...others] = group.vpc.choices;
  if (vpc === undefined || others.length > 0 || group.vpc.open !== undefined) {
    return nowhere(name, group.vpc.open?.why ?? 'nothing carries it, and which VPC it belongs to is not known');
  }
  const spots = spotsIn(vpc, facts, [group.key]);
  if (spots.length + doubtful.length === 0) return nowhere(name, `nothing carries it, and ${vpc} has no subnet in the documents`);
  const assumed =
    spots.length === 0 ? [] : [`nothing carries ${group.key}: an interface with it in each subnet of ${vpc} is made up`];
  return { name, spots: [...spots, ...doubtful], assumed };
}
