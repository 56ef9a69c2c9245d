import { addressNumber, holds, isLinkLocal, isPublic } from './addresses';
import type { Ground } from './ground';
import { hasPorts, type Header, isMessage, replyTo } from './header';
import type { Inside } from './inside';
import { DROPPED, type Journey, SILENT } from './journey';
import type { Transit } from './transit';
import { inTurn, type Trit, trit, whichever } from './trit';
import { type AtInterface, named, type Place } from './world';

const BEYOND = { by: 'beyond' } as const;

/** Laws 10, 11, 13, 15: from an interface to what is no interface. */
export class Beyond {
  constructor(
    private readonly ground: Ground,
    private readonly transit: Transit,
    private readonly inside: Inside,
  ) {}

  private start(from: AtInterface, packet: Header): Trit {
    const { filters } = this.ground;
    return inTurn(
      () => filters.groups(from, true, packet, undefined, BEYOND),
      () => filters.leaves(from.subnet, packet),
    );
  }

  private plain(from: AtInterface, packet: Header): Journey {
    const { filters } = this.ground;
    return { arrives: this.start(from, packet), answered: (reply) => filters.enters(from.subnet, reply) };
  }

  private gatewayReturns(subnet: string): Trit {
    const { ground } = this;
    const gateway = ground.gatewayOf(ground.routes.vpcOf(subnet).name);
    return ground.hits.when(gateway?.edgeTable !== undefined, '12 a table of the gateway') ? 'maybe' : 'yes';
  }

  private byGateway(from: AtInterface, packet: Header): Journey {
    const { ground } = this;
    if (ground.hits.when(!isPublic(packet.kind, packet.dst), '10 not a public address')) return DROPPED;
    if (ground.hits.when(packet.kind === 'v4' && !from.publicIpv4, '10 without public address')) return DROPPED;
    const admitted = ground.admitsPublic(from.subnet, 'out');
    if (admitted === 'no') return DROPPED;
    ground.hits.hit('10 by internet gateway');
    const { arrives, answered } = this.plain(from, packet);
    return {
      arrives: inTurn(
        () => admitted,
        () => arrives,
      ),
      answered: (reply) =>
        inTurn(
          () => answered(reply),
          () => this.gatewayReturns(from.subnet),
        ),
    };
  }

  private byEgressOnly(from: AtInterface, packet: Header): Journey {
    const { ground } = this;
    if (packet.kind === 'v4' || !isPublic(packet.kind, packet.dst)) return DROPPED;
    const admitted = ground.admitsPublic(from.subnet, 'outbound only');
    if (admitted === 'no') return DROPPED;
    ground.hits.hit('10 by egress-only gateway');
    const { arrives, answered } = this.plain(from, packet);
    return {
      arrives: inTurn(
        () => admitted,
        () => arrives,
      ),
      answered,
    };
  }

  /** Law 17: AWS doesn't say whose exclusion counts, the sender's or the gateway's. */
  private admitsNat(from: string, nat: string): Trit {
    const ends = [from, nat].map((subnet) => this.ground.admitsPublic(subnet, 'outbound only'));
    this.ground.hits.when(new Set(ends).size > 1, '17 only one of both ends of NAT');
    return whichever(ends);
  }

  /** Law 11: what NAT sends back stays in the VPC; what lies beyond an edge or in between nobody judges. */
  private leadsBack(subnet: string, { kind, dst }: Header): Trit {
    const { hits, routes } = this.ground;
    const { to } = routes.from(subnet, kind, dst);
    if (hits.when(['vgw', 'tgw', 'middlebox'].includes(to), '11 the way back is not judged')) return 'maybe';
    return trit(!hits.when(to !== 'local', '11 the way back leads elsewhere'));
  }

  /** Law 11: what the gateway's subnet sees, before and behind the gateway. */
  private byNat(from: AtInterface, packet: Header, name: string): Journey {
    const { filters, hits, routes, world } = this.ground;
    const nat = named(world.nats, name);
    if (hits.when(packet.kind === 'v6', '11 NAT translates IPv6')) return this.inside.unjudged(from, packet);
    if (nat.connectivity === 'private') return this.inside.unjudged(from, packet);
    if (hits.when(!hasPorts(packet) && !isMessage(packet), '11 NAT drops the protocol')) return DROPPED;
    const own = hits.when(nat.subnet === from.subnet, '11 NAT in the own subnet');
    const reaches = inTurn(
      () => filters.groups(from, true, packet, undefined, BEYOND),
      () => (own ? 'yes' : filters.leaves(from.subnet, packet)),
      () => (own ? 'yes' : filters.enters(nat.subnet, packet)),
    );
    const changed: Header = hasPorts(packet) ? { ...packet, a: packet.nat } : packet;
    const hop = routes.from(nat.subnet, packet.kind, packet.dst).to;
    const leads = hop === 'igw';
    if (hop === 'nowhere') return DROPPED;
    const admitted = this.admitsNat(from.subnet, nat.subnet);
    // One that leads to itself: no packet ever leaves it.
    if (hop === 'nat') return SILENT;
    if (hits.when(!leads, '11 NAT not judged')) {
      return {
        arrives: inTurn(
          () => reaches,
          // Whether it leaves the subnet for where nobody judges it.
          () => (filters.leaves(nat.subnet, changed) === 'no' || admitted === 'no' ? 'silent' : 'maybe'),
        ),
        answered: () => 'silent',
      };
    }
    if (!isPublic(packet.kind, packet.dst) || admitted === 'no') return DROPPED;
    hits.hit('11 through NAT');
    return {
      arrives: inTurn(
        () => reaches,
        () => admitted,
        () => filters.leaves(nat.subnet, changed),
      ),
      answered: (reply) => {
        const outer = filters.enters(nat.subnet, replyTo(changed) ?? reply);
        hits.when(outer === 'no' && hasPorts(packet), '11 the port of NAT is lost');
        return inTurn(
          () => outer,
          // Law 7: within one subnet no route is asked.
          () => (own ? 'yes' : this.leadsBack(nat.subnet, reply)),
          () => (own ? 'yes' : filters.leaves(nat.subnet, reply)),
          () => (own ? 'yes' : filters.enters(from.subnet, reply)),
          () => this.gatewayReturns(nat.subnet),
        );
      },
    };
  }

  /** Laws 13 and 14: a gateway whose table leads to something that isn't a VPC, or through a VPC to its internet. */
  private byTransit(from: AtInterface, to: Place, packet: Header, gateway: string): Journey {
    const { ground, transit } = this;
    if (!named(ground.world.gateways, gateway).described) {
      ground.hits.hit('13 a gateway that is not described');
      return to.kind === 'outside' ? this.plain(from, packet) : this.inside.unjudged(from, packet);
    }
    const there = transit.cross(from.subnet, packet, gateway);
    if (!there) return DROPPED;
    if (there.to === there.from) return SILENT;
    if (there.to.vpc !== undefined) {
      const onward = there.to.subnets.map((exit) => ground.routes.from(exit, packet.kind, packet.dst).to);
      const shared = onward.some((hop) => ['igw', 'egress-only', 'nat', 'middlebox', 'vgw', 'tgw'].includes(hop));
      // Law 14: on by another VPC nobody judges it.
      return shared ? this.inside.unjudged(from, packet) : SILENT;
    }
    if (to.kind !== 'outside') return this.inside.unjudged(from, packet);
    ground.hits.hit('13 behind a transit gateway');
    return {
      arrives: inTurn(
        () => ground.filters.groups(from, true, packet, undefined, BEYOND),
        () => there.gate,
      ),
      answered: (reply) => transit.land(there.from, undefined, reply, from.subnet),
    };
  }

  private byEndpoint(from: AtInterface, to: Place, packet: Header): Journey {
    // Other ends may have the same address by the way of the internet, and are met by the endpoint instead.
    if (to.kind === 'internet') return DROPPED;
    if (to.kind === 'outside') return this.inside.unjudged(from, packet);
    this.ground.hits.hit('15 by gateway endpoint');
    return this.plain(from, packet);
  }

  private byEdge(from: AtInterface, to: Place, packet: Header): Journey {
    // The internet may be met beyond an edge, too, and a service's public addresses.
    if (to.kind !== 'outside') return this.inside.unjudged(from, packet);
    this.ground.hits.hit('13 out by an edge');
    return this.plain(from, packet);
  }

  towards(from: AtInterface, to: Place, packet: Header): Journey {
    const { ground } = this;
    if (ground.hits.when(isLinkLocal(packet.kind, packet.dst), '18 link-local')) {
      return { arrives: 'yes', answered: () => 'yes' };
    }
    const hop = ground.routes.from(from.subnet, packet.kind, packet.dst);
    switch (hop.to) {
      case 'igw':
        return this.byGateway(from, packet);
      case 'egress-only':
        return this.byEgressOnly(from, packet);
      case 'nat':
        return this.byNat(from, packet, hop.name);
      case 'tgw':
        return this.byTransit(from, to, packet, hop.name);
      case 'endpoint':
        return this.byEndpoint(from, to, packet);
      case 'vgw':
        return this.byEdge(from, to, packet);
      case 'middlebox':
        ground.hits.hit('16 middlebox');
        return this.inside.unjudged(from, packet);
      case 'local':
      case 'peering':
      case 'nowhere':
        return DROPPED;
    }
  }

  /** Law 11: the internet's IPv4 hosts have IPv6 addresses, too, for whom something translates. */
  translated(from: AtInterface, to: Place, { kind }: Header): readonly Journey[] {
    if (to.kind !== 'internet' || kind === 'v4') return [];
    const { to: hop } = this.ground.routes.from(from.subnet, kind, addressNumber('64:ff9b::'));
    return ['nat', 'middlebox', 'tgw', 'vgw'].includes(hop) ? [SILENT] : [];
  }

  /** Whether an address is the end's. */
  static has(to: Place, packet: Header, address: bigint, listed: readonly string[]): boolean {
    if (to.kind === 'internet') return isPublic(packet.kind, address);
    if (to.kind === 'outside') return holds(to.block, packet.kind, address);
    return listed.some((block) => holds(block, packet.kind, address));
  }
}
