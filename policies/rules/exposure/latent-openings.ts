import type { Family } from '../../../modules/core/cidr';
import type { GroupRule, SecurityGroup } from '../../model/network';
import type { Universe } from '../../model/universe';
import { hasFamily } from '../../reachability/ask/place';
import { proverOf } from '../reachability/proven';
import { packetText } from '../../reachability/explain/packet-text';
import { type Finding, findingOn, type Rule } from '../rule';
import { type Opening, openingsOf, peerText } from './reach/openings';
import { exposedPorts } from './reach/port-exposure';
import { listed, portsText } from './reach/port-findings';
import { mayCarry, type PortOfConcern } from './reach/port-of-concern';
import { ADMIN_PORTS, CIFS_PORTS, HIGH_RISK_PORTS } from './reach/ports';
import { FAMILIES, INTERNET, nameOf, postsOf } from './reach/posts';
import { isBroad } from './reach/public-sources';

const ID = 'exposure/latent-openings';
const FIX = 'name the addresses that need it: a route, a public address or another group is all that is missing';
const LISTS = [ADMIN_PORTS, CIFS_PORTS, HIGH_RISK_PORTS];

/** Which ports of which rules already are, or may be, reached: those are other rules' findings. */
function foundElsewhere(universe: Universe): ReadonlyMap<GroupRule, ReadonlySet<PortOfConcern>> {
  const found = new Map<GroupRule, Set<PortOfConcern>>();
  for (const { rules, asked } of LISTS.flatMap((ports) => exposedPorts(universe, ports))) {
    for (const rule of rules) found.set(rule, (found.get(rule) ?? new Set<PortOfConcern>()).add(asked));
  }
  return found;
}

/** A port that a group opens to the internet, by these of its rules. */
interface Latent {
  readonly asked: PortOfConcern;
  readonly openings: readonly Opening[];
  readonly certain: boolean;
}

function latentIn(
  openings: readonly Opening[],
  isFound: (rule: GroupRule, asked: PortOfConcern) => boolean,
  spaceOf: (family: Family) => Parameters<typeof isBroad>[1],
): readonly Latent[] {
  return LISTS.flat().flatMap((asked) =>
    FAMILIES.flatMap((family): readonly Latent[] => {
      const own = openings.filter(({ rule, family: one }) => one === family && mayCarry(rule.traffic, asked));
      if (own.length === 0 || own.some(({ rule }) => isFound(rule, asked))) return [];
      const certain = isBroad(
        own.flatMap(({ sure }) => sure),
        spaceOf(family),
      );
      const may =
        certain ||
        isBroad(
          own.flatMap(({ maybe }) => maybe),
          spaceOf(family),
        );
      return may ? [{ asked, openings: own, certain }] : [];
    }),
  );
}

/** A packet that the group would let in, and what stops it today. */
function keptOut(
  universe: Universe,
  group: SecurityGroup,
  { asked, openings }: Latent,
): Pick<Finding, 'witness'> & { why: string } {
  const to = postsOf(universe).findBearer(group);
  const [first] = openings;
  const { facts, prover } = proverOf(universe);
  if (to === undefined || first === undefined || !hasFamily(to, first.family, facts)) return { why: '' };
  const ports = { from: asked.port, to: asked.port };
  const traffic = { protocol: asked.protocol, ports };
  const { blockers, lost, witness } = prover.answer({ from: INTERNET, to, family: first.family, traffic });
  const stops = blockers.find(({ passes }) => passes === false);
  // It has a way, and still nothing is reached: a load balancer answers where it has a listener.
  const why = stops === undefined ? ': nothing listens there' : `: ${stops.rule} (${nameOf(stops.address, group.origin)})`;
  const packet = lost ?? witness;
  return { why, ...(packet === undefined ? {} : { witness: packetText(packet) }) };
}

function findingFor(universe: Universe, group: SecurityGroup, latent: readonly Latent[]): readonly Finding[] {
  const sure = latent.filter(({ certain }) => certain);
  const told = sure.length > 0 ? sure : latent;
  const [first] = told;
  const fact = group.origin ?? first?.openings[0]?.rule.origin;
  if (first === undefined || fact === undefined) return [];
  const ports = portsText(told.map(({ asked }) => asked));
  const peers = listed(told.flatMap(({ openings }) => openings.map(({ rule }) => peerText(rule))));
  const { why, ...witness } = keptOut(universe, group, first);
  const opens = sure.length > 0 ? 'opens' : 'may open';
  const problem = `${opens} ${ports} to the internet (${peers}), and only something else keeps it out${why}`;
  return [{ ...findingOn(ID, fact, problem, FIX, sure.length > 0 ? 'violated' : 'unknown'), ...witness }];
}

/** No group is open where only something else keeps the internet out. */
export const latentOpenings: Rule = {
  id: ID,
  summary: 'No group is open to the internet on ports of concern, even where nothing is reached',
  judge: (universe) => {
    const { facts, prover } = proverOf(universe);
    const openings = openingsOf(universe);
    const found = foundElsewhere(universe);
    const isFound = (rule: GroupRule, asked: PortOfConcern): boolean => found.get(rule)?.has(asked) === true;
    return [...facts.groups.values()].flatMap((group) => {
      const own = openings.of(group);
      return own.length === 0
        ? []
        : findingFor(
            universe,
            group,
            latentIn(own, isFound, (family) => prover.space(family)),
          );
    });
  },
};
