import type { Host, Key, NetworkFacts, OneOf, SecurityGroup } from '../../../model/network';
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

/** The VPCs whose interfaces can carry a group: its own, and those that it is associated with. */
function vpcsOf({ vpc, alsoIn = [] }: SecurityGroup): OneOf<Key> {
  const open = [vpc, ...alsoIn].find((one) => one.open !== undefined)?.open;
  const choices = [...new Set([vpc, ...alsoIn].flatMap((one) => one.choices))];
  return { choices, ...(open === undefined ? {} : { open }) };
}

/** Whether a host stands where the group can be carried. */
function sharesVpc(host: Host, group: SecurityGroup, facts: NetworkFacts): boolean {
  const theirs = findVpcs(host, facts);
  const { choices, open } = vpcsOf(group);
  return theirs === undefined || open !== undefined || choices.some((key) => theirs.has(key));
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
  const { choices: vpcs, open } = vpcsOf(group);
  const told = group.vpc.choices.length === 1 && (group.alsoIn ?? []).every(({ choices }) => choices.length === 1);
  if (!told || open !== undefined) {
    return nowhere(name, open?.why ?? 'nothing carries it, and which VPC it belongs to is not known');
  }
  const spots = vpcs.flatMap((vpc) => spotsIn(vpc, facts, [group.key]));
  const where = vpcs.join(' and ');
  if (spots.length + doubtful.length === 0) {
    return nowhere(name, `nothing carries it, and ${where} has no subnet in the documents`);
  }
  const assumed =
    spots.length === 0 ? [] : [`nothing carries ${group.key}: an interface with it in each subnet of ${where} is made up`];
  return { name, spots: [...spots, ...doubtful], assumed };
}
