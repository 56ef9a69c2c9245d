import type { Universe } from '../../model/universe';
import { findPacket, renderPacket } from '../../reachability/explain/witness';
import { regionPorts } from '../../reachability/proof/matrix/region-ports';
import { proverOf } from '../reachability/proven';
import { packetText } from '../../reachability/explain/packet-text';
import { type Finding, findingOn, type Rule } from '../rule';
import { FAMILIES, type Post, postsOf } from './reach/posts';

const ID = 'exposure/database-from-internet';
const FIX = 'set publicly_accessible to false, and put the database into subnets without a route to an internet gateway';

function findingsAt(universe: Universe, { host, spot }: Post): readonly Finding[] {
  if (host?.kind !== 'database') return [];
  const { origin } = host;
  if (spot.open !== undefined) {
    return [findingOn(ID, origin, `may be reached from the internet: ${spot.open}`, FIX, 'unknown')];
  }
  const { prover } = proverOf(universe);
  return FAMILIES.flatMap((family): readonly Finding[] => {
    const all = spot.ends.flatMap((end) => postsOf(universe).met(end, family) ?? []);
    const sure = all.length === spot.ends.length && all.every(({ strict }) => strict.works.length > 0);
    const region = all.map(({ strict, lenient }) => (sure ? strict : lenient).works).find((works) => works.length > 0);
    const packet = region === undefined ? undefined : findPacket(region);
    if (region === undefined || packet === undefined) return [];
    const ports = regionPorts(region, family).join(', ');
    const problem = `${ports} ${sure ? 'is' : 'may be'} reached from the internet over IP${family}`;
    const witness = packetText(renderPacket(packet, family, prover.space(family), false));
    return [{ ...findingOn(ID, origin, problem, FIX, sure ? 'violated' : 'unknown'), witness }];
  });
}

/** A database has its clients in one's own networks: whatever its groups say, the internet has no way to it. */
export const databaseFromInternet: Rule = {
  id: ID,
  summary: 'The internet has no way to a database',
  judge: (universe) => {
    const found = postsOf(universe)
      .ofHosts()
      .flatMap((post) => findingsAt(universe, post));
    // Subnets are many, and what is true of one of them is nearly always true of all.
    return [...new Map(found.toReversed().map((finding) => [`${finding.stack} ${finding.address ?? ''}`, finding])).values()];
  },
};
