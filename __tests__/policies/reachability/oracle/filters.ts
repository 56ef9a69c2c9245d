import { holds } from './addresses';
import { hasPorts, type Header, ICMP, ICMPV6, isMessage } from './header';
import type { Hits } from './laws';
import { either, trit, type Trit } from './trit';
import { type Acl, type AtInterface, type Entry, type Kinds, named, type Peer, sure, type World } from './world';

/** How the packet that opens a connection travels: law 5 asks. */
export type Way =
  | { readonly by: 'vpc' }
  | { readonly by: 'peering'; readonly oneRegion: boolean }
  | { readonly by: 'tgw'; readonly groupReferences: boolean }
  | { readonly by: 'beyond' };

/** Laws 5 and 6: whether a rule or entry is about this packet. */
function isAbout(kinds: Kinds, packet: Header): boolean {
  if (kinds.protocol === -1) return true;
  if (kinds.protocol !== packet.protocol) return false;
  if (hasPorts(packet) && kinds.ports) {
    const [from, to] = kinds.ports;
    return sure(from) <= packet.b && packet.b <= sure(to);
  }
  if (isMessage(packet) && kinds.icmp) {
    const [type, code] = kinds.icmp;
    return (type === -1 || type === packet.a) && (code === -1 || code === packet.b);
  }
  return true;
}

/** Laws 5 and 6: the filters of a world. */
export class Filters {
  constructor(
    private readonly world: World,
    private readonly hits: Hits,
  ) {}

  private crosses(way: Way, egress: boolean): Trit {
    const { hits } = this;
    // A state doesn't tell Regions outright.
    if (way.by === 'peering') return hits.when(!way.oneRegion, '5 by group, not across Regions') ? 'silent' : 'yes';
    if (way.by === 'tgw') {
      if (hits.when(egress, '5 by group, not out over a transit gateway')) return 'no';
      if (hits.when(!way.groupReferences, '5 by group, not switched on')) return 'no';
      hits.hit('5 by group, in over a transit gateway');
      return 'yes';
    }
    return trit(way.by === 'vpc');
  }

  private isPeer(peer: Peer, own: string, egress: boolean, packet: Header, other: AtInterface | undefined, way: Way): Trit {
    const { hits } = this;
    const address = egress ? packet.dst : packet.src;
    if ('block' in peer) return trit(hits.when(holds(sure(peer.block), packet.kind, address), '5 by block'));
    if ('list' in peer) {
      const blocks = sure(named(this.world.lists, peer.list).blocks);
      const listed = blocks.some((block) => holds(block, packet.kind, address));
      return trit(hits.when(listed, '5 by list'));
    }
    const wanted = 'group' in peer ? peer.group : own;
    if (other === undefined) return 'no';
    // An end that stands for its subnet carries whatever groups its interfaces carry.
    const crosses = this.crosses(way, egress);
    if (other.groups === 'open') return crosses === 'yes' ? 'maybe' : crosses;
    return hits.when(other.groups.includes(wanted), '5 by group') ? crosses : 'no';
  }

  /** Law 5, in the direction that opens the connection. */
  groups(at: AtInterface, egress: boolean, packet: Header, other: AtInterface | undefined, way: Way): Trit {
    if (at.groups === 'open') return 'yes';
    const { hits } = this;
    const rules = at.groups.flatMap((name) => named(this.world.groups, name).rules.map((rule) => ({ name, rule })));
    const about = rules.filter(({ rule }) => rule.egress === egress && isAbout(rule, packet));
    const admits = either(
      about.map(({ name, rule }) => {
        const peer = this.isPeer(rule.peer, name, egress, packet, other, way);
        hits.when(peer === 'yes' && rule.protocol === -1, '5 of every protocol');
        return peer;
      }),
    );
    hits.when(admits === 'no', '5 no rule admits');
    return admits;
  }

  private aclOf(subnet: string): Acl | undefined {
    const { acl, vpc } = named(this.world.subnets, subnet);
    const name = sure(acl);
    return name === null ? this.world.acls.find((each) => each.isDefault && each.vpc === vpc) : named(this.world.acls, name);
  }

  private acl(subnet: string, egress: boolean, packet: Header): Trit {
    const { hits } = this;
    const acl = this.aclOf(subnet);
    if (hits.when(acl === undefined, '6 the untouched default ACL') || acl === undefined) return 'yes';
    const address = egress ? packet.dst : packet.src;
    const matching = acl.entries.filter(
      (entry) => entry.egress === egress && isAbout(entry, packet) && holds(sure(entry.block), packet.kind, address),
    );
    const lowest = matching.reduce<Entry | undefined>(
      (best, entry) => (best === undefined || sure(entry.number) < sure(best.number) ? entry : best),
      undefined,
    );
    hits.hit(
      lowest === undefined ? '6 no entry matches' : sure(lowest.action) === 'allow' ? '6 an entry allows' : '6 an entry denies',
    );
    return trit(lowest !== undefined && sure(lowest.action) === 'allow');
  }

  /** Law 6: out of a subnet. */
  leaves(subnet: string, packet: Header): Trit {
    return this.acl(subnet, true, packet);
  }

  /** Law 6: into a subnet. */
  enters(subnet: string, packet: Header): Trit {
    return this.acl(subnet, false, packet);
  }
}

/** Law 1: notes what is neither of the four. */
export function noteProtocol(packet: Header, hits: Hits): void {
  if (hasPorts(packet) || isMessage(packet)) return;
  hits.hit(
    packet.protocol === ICMP || packet.protocol === ICMPV6
      ? '1 ICMP in the other family is another protocol'
      : '1 another protocol than the four',
  );
}
