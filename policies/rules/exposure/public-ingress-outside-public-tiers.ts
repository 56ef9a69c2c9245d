import type { Key, Subnet } from '../../model/network';
import type { Universe } from '../../model/universe';
import { findPacket, renderPacket } from '../../reachability/explain/witness';
import { keyIn } from '../../reachability/proof/names/peer-ends';
import { regionPorts } from '../../reachability/proof/matrix/region-ports';
import type { End } from '../../reachability/query';
import { proverOf } from '../reachability/proven';
import { packetText } from '../../reachability/explain/packet-text';
import { type Finding, findingOn, type Rule } from '../rule';
import { openingsOf } from './reach/openings';
import { FAMILIES, nameOf, type Post, postsOf } from './reach/posts';

const ID = 'exposure/public-ingress-outside-public-tiers';
const FIX = 'put it behind a load balancer in a public tier, or take its public address or the rule away';

type InterfaceEnd = Extract<End, { kind: 'interface' }>;
type IsPublic = 'yes' | 'no' | 'unknown';

/** Whether a subnet is meant for what the internet meets: its tier says so, else its route to an internet gateway. */
function isPublic(universe: Universe, { key, table }: Subnet, tiers: ReadonlyMap<Key, string>): IsPublic {
  const kind = tiers.get(key);
  if (kind !== undefined) return kind === 'public' ? 'yes' : 'no';
  const { facts } = proverOf(universe);
  const tables = table.choices.map((choice) => facts.tables.get(choice));
  const leads = tables.map((one) =>
    one?.routes.some(({ target }) => target.choices.some((hop) => hop.kind === 'internet-gateway')),
  );
  if (leads.length > 0 && leads.every((lead) => lead === true)) return 'yes';
  const open = table.open !== undefined || tables.some((one) => one === undefined || one.incomplete !== undefined);
  return open || leads.includes(true) ? 'unknown' : 'no';
}

/** Whether the groups of an interface may let in anybody from a public address. */
function isOpen(universe: Universe, { groups }: InterfaceEnd): boolean {
  if (typeof groups === 'string') return true;
  const { facts } = proverOf(universe);
  return groups.some((key) => {
    const group = facts.groups.get(key);
    return group === undefined || group.incomplete !== undefined || openingsOf(universe).of(group).length > 0;
  });
}

function findingAt(universe: Universe, post: Post, end: InterfaceEnd, verdict: IsPublic): Finding | undefined {
  const { prover } = proverOf(universe);
  const origin = post.host?.origin;
  if (origin === undefined) return undefined;
  const certain = verdict === 'no' && post.spot.ends.length === 1;
  for (const family of FAMILIES) {
    const met = postsOf(universe).met(end, family);
    if (met === undefined) continue;
    const sure = certain && met.strict.arrives.length > 0;
    const region = sure ? met.strict.arrives : met.lenient.arrives;
    const packet = findPacket(region);
    if (packet === undefined) continue;
    const where = `${nameOf(end.subnet, origin)}, which ${verdict === 'no' ? 'is in no public tier' : 'may be in no public tier'}`;
    const problem = `${regionPorts(region, family).join(', ')} ${sure ? 'arrives' : 'may arrive'} from the internet in ${where}`;
    const witness = packetText(renderPacket(packet, family, prover.space(family), false));
    return { ...findingOn(ID, origin, problem, FIX, sure ? 'violated' : 'unknown'), witness };
  }
  return undefined;
}

/** What the internet meets stands in public tiers, where people look for it; everywhere else nothing of it arrives. */
export const publicIngressOutsidePublicTiers: Rule = {
  id: ID,
  summary: 'Nothing arrives from the internet outside of public tiers',
  judge: (universe) => {
    const { facts } = proverOf(universe);
    const tiers = new Map(
      (universe.intent?.networks ?? []).flatMap((network) =>
        network.tiers.flatMap(({ kind, subnets }) => subnets.map((subnet) => [keyIn(network, subnet), kind] as const)),
      ),
    );
    const found = new Map<Key, Finding>();
    for (const post of postsOf(universe).ofHosts()) {
      for (const end of post.spot.ends) {
        const subnet = end.kind === 'interface' ? facts.subnets.get(end.subnet) : undefined;
        if (end.kind !== 'interface' || subnet === undefined || found.has(end.name)) continue;
        const verdict = isPublic(universe, subnet, tiers);
        if (verdict === 'yes' || !isOpen(universe, end)) continue;
        const finding = findingAt(universe, post, end, verdict);
        if (finding !== undefined) found.set(end.name, finding);
      }
    }
    return [...found.values()];
  },
};
