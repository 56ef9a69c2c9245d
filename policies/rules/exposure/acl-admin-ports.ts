import type { Family } from '../../../modules/core/cidr';
import type { AclEntry, Key, NetworkAcl, NetworkFacts, Subnet } from '../../model/network';
import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { AclCompiler } from '../../reachability/filter/acl';
import { type FilterRule } from '../../reachability/filter/decision-list';
import type { Reading } from '../../reachability/filter/readings';
import { type Box, DESTINATION, SOURCE } from '../../reachability/region/box';
import { boxesOf } from '../../reachability/region/spans';
import { intersect, type Region } from '../../reachability/region/region';
import { findPacket, renderPacket } from '../../reachability/explain/witness';
import { proverOf } from '../reachability/proven';
import { packetText } from '../../reachability/explain/packet-text';
import { type Finding, findingOn, type Rule } from '../rule';
import { listed, portsText } from './reach/port-findings';
import { mayCarry, packetsTo, type PortOfConcern } from './reach/port-of-concern';
import { ADMIN_PORTS } from './reach/ports';
import { FAMILIES, nameOf } from './reach/posts';
import { isBroad, sourcesOf } from './reach/public-sources';

const ID = 'exposure/acl-admin-ports';
const FIX = 'deny the port at a lower number, or let in only the addresses and ports that the subnets need';
/** Where client ports begin, and how far those of Linux reach. @source Amazon VPC user guide, "Ephemeral ports" */
const CLIENT_PORTS = { from: 1024, highest: 60999 } as const;

/** Whether an entry is there for replies: an ACL keeps no state, so who opens connections has to let in all client ports. */
function isForReplies({ traffic, action }: AclEntry): boolean {
  if (traffic instanceof Unknown || !('ports' in traffic) || action !== 'allow') return false;
  const { from, to } = traffic.ports;
  return from >= CLIENT_PORTS.from && to >= CLIENT_PORTS.highest;
}

/** An ACL's way in that admits the internet to a port. */
interface Admitted {
  readonly asked: PortOfConcern;
  readonly family: Family;
  readonly rules: readonly FilterRule[];
  readonly packets: Region;
}

/** Reads ACLs as AWS does: by number, the first entry that is about a packet decides. */
class AclReader {
  readonly #compilers: Readonly<Record<Family, AclCompiler>>;

  constructor(private readonly universe: Universe) {
    const { prover } = proverOf(universe);
    const compiler = (family: Family): AclCompiler => new AclCompiler(prover.space(family), family);
    this.#compilers = { v4: compiler('v4'), v6: compiler('v6') };
  }

  admitted(acl: NetworkAcl, reading: Reading): readonly Admitted[] {
    const kept: NetworkAcl = { ...acl, in: acl.in.filter((entry) => !isForReplies(entry)) };
    if (acl.allowsAll !== true && acl.incomplete === undefined && !kept.in.some(mayAdmit)) return [];
    return FAMILIES.flatMap((family) => {
      const list = this.#compilers[family].compile(kept, 'in', 'opening')[reading];
      const space = proverOf(this.universe).prover.space(family);
      return ADMIN_PORTS.flatMap((asked): readonly Admitted[] => {
        const packets: readonly Box[] = boxesOf(space.public, SOURCE, packetsTo(asked));
        const hits = list.decide(packets).filter(({ rule, region }) => rule?.allow === true && region.length > 0);
        const admitted = hits.flatMap(({ region }) => region);
        if (!isBroad(sourcesOf(admitted, space), space)) return [];
        return [{ asked, family, rules: hits.flatMap(({ rule }) => rule ?? []), packets: admitted }];
      });
    });
  }
}

function mayAdmit({ action, traffic }: AclEntry): boolean {
  return action !== 'deny' && ADMIN_PORTS.some((asked) => mayCarry(traffic, asked));
}

/** Subnets by the ACL that decides for them: AWS's own default one matters only where it does. */
function subnetsByAcl({ subnets }: NetworkFacts): ReadonlyMap<Key, readonly Subnet[]> {
  const byAcl = new Map<Key, Subnet[]>();
  for (const subnet of subnets.values()) {
    for (const key of subnet.acl.choices) {
      const known = byAcl.get(key);
      if (known === undefined) byAcl.set(key, [subnet]);
      else known.push(subnet);
    }
  }
  return byAcl;
}

/** Whether a subnet surely has the ACL that may decide for it: a plan shows a list of all subnets as it shows a part of them. */
function isSettled({ acl: { choices, open } }: Subnet): boolean {
  return choices.length === 1 && open === undefined;
}

/** A packet that it lets in to one of its subnets. */
function witnessOf(universe: Universe, admitted: readonly Admitted[], guarded: readonly Subnet[]): Pick<Finding, 'witness'> {
  for (const { family, packets } of admitted) {
    const space = proverOf(universe).prover.space(family);
    const blocks = guarded.flatMap(({ ipv4, ipv6 }) => (family === 'v4' ? ipv4 : ipv6) ?? []);
    const spans = blocks.flatMap((block) => (block instanceof Unknown ? [] : space.spansOf(block)));
    const packet = findPacket(intersect(packets, boxesOf(spans, DESTINATION)));
    if (packet !== undefined) return { witness: packetText(renderPacket(packet, family, space, false)) };
  }
  return {};
}

/** The resource to change: the first entry that lets in, the ACL, or the VPC whose default ACL nobody took over. */
function placeOf(acl: NetworkAcl, admitted: readonly Admitted[], facts: NetworkFacts): ResourceFact | undefined {
  const [entry] = admitted.flatMap(({ rules }) => rules.flatMap(({ origin }) => origin ?? []));
  if (entry !== undefined || acl.origin !== undefined) return entry ?? acl.origin;
  return [...facts.vpcs.values()].find(({ defaultAcl }) => defaultAcl === acl.key)?.origin;
}

/** No network ACL leaves it to groups alone who comes to where servers are administered. */
export const aclAdminPorts: Rule = {
  id: ID,
  summary: 'No network ACL lets the internet in to ports by which servers are administered',
  judge: (universe) => {
    const { facts } = proverOf(universe);
    const reader = new AclReader(universe);
    const subnets = subnetsByAcl(facts);
    const vpcs = new Map([...facts.vpcs.values()].map((vpc) => [vpc.defaultAcl, vpc.origin]));
    return [...facts.acls.values()].flatMap((acl): readonly Finding[] => {
      const possible = subnets.get(acl.key) ?? [];
      const settled = possible.filter(isSettled);
      const guarded = settled.length > 0 ? settled : possible;
      // AWS's own default ACL: found where it decides, on the VPC that nobody took it over from.
      if (acl.origin === undefined && (guarded.length === 0 || vpcs.get(acl.key) === undefined)) return [];
      const strict = reader.admitted(acl, 'strict');
      const admitted = strict.length > 0 ? strict : reader.admitted(acl, 'lenient');
      const isSure = strict.length > 0 && (acl.origin !== undefined || settled.length > 0);
      const fact = placeOf(acl, admitted, facts);
      if (admitted.length === 0 || fact === undefined) return [];
      const ports = portsText(admitted.map(({ asked }) => asked));
      const own = acl.origin === undefined ? 'its default network ACL ' : '';
      const of = guarded.length === 0 ? '' : ` of ${listed(guarded.map(({ key }) => nameOf(key, fact)))}`;
      const verb = isSure ? 'lets' : 'may let';
      const problem = `${own}${verb} the internet in to ${ports}${of}`;
      const finding = findingOn(ID, fact, problem, FIX, isSure ? 'violated' : 'unknown');
      return [{ ...finding, ...witnessOf(universe, admitted, guarded) }];
    });
  },
};
