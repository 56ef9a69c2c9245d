import { isPublic, spanOf } from './addresses';
import type { Way } from './filters';
import type { Ground } from './ground';
import type { Header } from './header';
import { DROPPED, type Journey, SILENT } from './journey';
import type { Inward } from './inward';
import type { Hop } from './routes';
import type { Transit } from './transit';
import { either, inTurn, type Trit } from './trit';
import { type AtInterface, named } from './world';

/** Laws 8, 9, 14: from interface to interface. */
export class Inside {
  constructor(
    private readonly ground: Ground,
    private readonly transit: Transit,
    private readonly inward: Inward,
  ) {}

  /** Law 5 at both ends. */
  private groups(from: AtInterface, to: AtInterface, packet: Header, way: Way): Trit {
    const { filters } = this.ground;
    return inTurn(
      () => filters.groups(from, true, packet, to, way),
      () => filters.groups(to, false, packet, from, way),
    );
  }

  private borders(from: string, to: string, packet: Header): Trit {
    const { filters } = this.ground;
    return inTurn(
      () => filters.leaves(from, packet),
      () => filters.enters(to, packet),
    );
  }

  /** Laws 8 and 9: both subnets' tables must know the way, and both borders let it pass. */
  private direct(from: AtInterface, to: AtInterface, packet: Header, way: Way, isOwn: (hop: Hop) => boolean): Journey {
    const { routes } = this.ground;
    return {
      arrives: inTurn(
        () => this.groups(from, to, packet, way),
        () => this.borders(from.subnet, to.subnet, packet),
      ),
      answered: (reply) => {
        const hop = routes.from(to.subnet, reply.kind, reply.dst);
        return isOwn(hop) ? this.borders(to.subnet, from.subnet, reply) : this.otherwise(from, to, reply, hop);
      },
    };
  }

  /** Whether a hop that isn't the packet's own may lead to the sender's VPC. What lies beyond an edge, or in between, may. */
  private mayReturn(from: string, to: string, reply: Header, hop: Hop): Trit {
    const { routes, world } = this.ground;
    const [own, other] = [routes.vpcOf(from).name, routes.vpcOf(to).name];
    switch (hop.to) {
      case 'vgw':
      case 'middlebox':
        return 'maybe';
      case 'peering': {
        const { requester, accepter, active } = named(world.peerings, hop.name);
        const joins = (requester === own && accepter === other) || (requester === other && accepter === own);
        return joins ? (active ? 'maybe' : 'silent') : 'no';
      }
      case 'tgw': {
        if (!named(world.gateways, hop.name).described) return 'maybe';
        if (this.transit.attachmentOf(hop.name, other) === undefined) return 'no';
        const back = this.transit.cross(to, reply, hop.name);
        // What the gateway drops on its way no law says of a reply that nobody promises.
        return back === undefined || back.gate === 'no' ? 'silent' : 'maybe';
      }
      case 'igw':
        return reply.kind === 'v6' && own !== other ? 'silent' : 'no';
      default:
        return 'no';
    }
  }

  /** What comes out of a transit gateway in the sender's own subnet passes no entries (law 14). */
  private entersAnyhow(subnet: string, reply: Header): Trit {
    const { filters, world } = this.ground;
    return world.attachments.some(({ subnets }) => subnets.includes(subnet)) ? 'yes' : filters.enters(subnet, reply);
  }

  /** Law 9: groups track a connection, whichever way its reply takes. */
  private otherwise(from: AtInterface, to: AtInterface, reply: Header, hop: Hop): Trit {
    return inTurn(
      () => this.mayReturn(from.subnet, to.subnet, reply, hop),
      () => this.ground.filters.leaves(to.subnet, reply),
      () => this.entersAnyhow(from.subnet, reply),
    );
  }

  private local(from: AtInterface, to: AtInterface, packet: Header): Journey {
    const { hits, routes } = this.ground;
    if (routes.vpcOf(from.subnet) !== routes.vpcOf(to.subnet)) return DROPPED;
    hits.hit('8 local');
    return this.direct(from, to, packet, { by: 'vpc' }, (hop) => hop.to === 'local');
  }

  private peering(from: AtInterface, to: AtInterface, packet: Header, name: string): Journey {
    const { hits, routes, world } = this.ground;
    const peering = named(world.peerings, name);
    const [own, other] = [routes.vpcOf(from.subnet), routes.vpcOf(to.subnet)];
    // Somebody may accept it whom no document tells of.
    if (hits.when(!peering.active, '9 not accepted')) return SILENT;
    const beyond = peering.requester === own.name ? peering.accepter : peering.requester;
    if (hits.when(beyond !== other.name, '9 the other VPC does not have it')) return DROPPED;
    hits.hit('9 over a peering');
    return this.direct(from, to, packet, { by: 'peering', oneRegion: own.region === other.region }, (hop) => {
      const same = hop.to === 'peering' && hop.name === name;
      return !hits.when(!same, '9 the reply takes another way');
    });
  }

  private overTransit(from: AtInterface, to: AtInterface, packet: Header, gateway: string): Journey {
    const { ground, transit } = this;
    const there = transit.cross(from.subnet, packet, gateway);
    if (!there) return DROPPED;
    // What lies beyond an edge isn't judged: it may lead back.
    if (there.to.vpc === undefined) return this.byEdge(from, to, packet);
    // A VPC in between passes nothing on by itself, but appliances may stand in it.
    if (there.to.vpc !== ground.routes.vpcOf(to.subnet).name || there.to === there.from) return SILENT;
    ground.hits.hit('14 over a transit gateway');
    const way: Way = { by: 'tgw', groupReferences: transit.refers(there.from, there.to) };
    const arrives = inTurn(
      () => this.groups(from, to, packet, way),
      () => there.gate,
      () => transit.land(there.to, ground.zoneOf(from.subnet), packet, to.subnet),
    );
    // What stands between the far side and the receiver may rewrite addresses.
    const handed = there.to.subnets.some(
      (exit) => exit !== to.subnet && ['middlebox', 'nat', 'vgw'].includes(ground.routes.from(exit, packet.kind, packet.dst).to),
    );
    if (handed) return arrives === 'no' ? SILENT : { arrives, answered: () => 'silent' };
    return {
      arrives,
      answered: (reply) => {
        const hop = ground.routes.from(to.subnet, reply.kind, reply.dst);
        if (hop.to !== 'tgw' || hop.name !== gateway) return this.otherwise(from, to, reply, hop);
        const back = transit.cross(to.subnet, reply, gateway);
        if (!back) return 'no';
        if (back.to.vpc === undefined) {
          return inTurn(
            () => back.gate,
            () => 'maybe',
            () => this.entersAnyhow(from.subnet, reply),
          );
        }
        // Another VPC passes nothing on by itself, but appliances may stand in it.
        if (back.to !== there.from) return 'silent';
        return inTurn(
          () => back.gate,
          () => transit.land(back.to, ground.zoneOf(to.subnet), reply, from.subnet),
        );
      },
    };
  }

  /** Laws 10 and 12 together: IPv6 addresses of two VPCs are public to one another. */
  private overInternet(from: AtInterface, to: AtInterface, packet: Header, by: 'igw' | 'egress-only'): Journey {
    const { ground } = this;
    const { hits, routes } = ground;
    const far = routes.vpcOf(to.subnet);
    // Whether it comes back into its own VPC no law says.
    if (routes.vpcOf(from.subnet) === far) return SILENT;
    if (packet.kind === 'v4') return DROPPED;
    if (!isPublic(packet.kind, packet.dst) || !isPublic(packet.kind, packet.src)) return DROPPED;
    const gateway = ground.gatewayOf(far.name);
    if (!gateway) return DROPPED;
    hits.hit('12 between VPCs over the internet');
    return {
      arrives: inTurn(
        () => this.groups(from, to, packet, { by: 'beyond' }),
        () => this.borders(from.subnet, to.subnet, packet),
        () => ground.admitsPublic(from.subnet, by === 'igw' ? 'out' : 'outbound only'),
        () => ground.admitsPublic(to.subnet, 'in'),
        () => (gateway.edgeTable === undefined ? 'yes' : 'maybe'),
      ),
      answered: (reply) => {
        const hop = routes.from(to.subnet, reply.kind, reply.dst);
        if (hop.to !== 'igw') return this.otherwise(from, to, reply, hop);
        return inTurn(
          () => this.borders(to.subnet, from.subnet, reply),
          () => (by === 'igw' && ground.gatewayOf(routes.vpcOf(from.subnet).name)?.edgeTable !== undefined ? 'maybe' : 'yes'),
        );
      },
    };
  }

  /** Only what surely stops it on this side counts. */
  unjudged(from: AtInterface, packet: Header, to?: AtInterface): Journey {
    const { filters } = this.ground;
    return {
      arrives: inTurn(
        () => filters.groups(from, true, packet, to, { by: 'vpc' }),
        () => filters.leaves(from.subnet, packet),
        () => 'maybe',
      ),
      // What rewrites addresses on the way is no business of the laws.
      answered: () => 'silent',
    };
  }

  /** What lies beyond an edge may lead back by another, and may rewrite addresses on the way. */
  private byEdge(from: AtInterface, to: AtInterface, packet: Header): Journey {
    const { arrives, answered } = this.unjudged(from, packet, to);
    const enters = either(this.inward.edges(to, packet));
    const admits = this.ground.filters.groups(to, false, packet, from, { by: 'vpc' });
    const stops = enters === 'no' || admits === 'no';
    return { arrives: arrives === 'maybe' && stops ? 'silent' : arrives, answered };
  }

  /** Law 11: NAT out of the VPC other than to the internet isn't judged; the receiver sees the gateway's address, or the sender's. */
  private natLeadsIn(from: AtInterface, to: AtInterface, packet: Header, name: string): Journey {
    const { filters, routes, world } = this.ground;
    const nat = named(world.nats, name);
    if (packet.kind === 'v6') return this.unjudged(from, packet, to);
    // Law 7: within one subnet no route is asked.
    const beside = nat.subnet === to.subnet;
    const hop: Hop = beside ? { to: 'local' } : routes.from(nat.subnet, packet.kind, packet.dst);
    if (nat.connectivity === 'public' && (hop.to === 'igw' || hop.to === 'nowhere')) return DROPPED;
    if (nat.subnet !== from.subnet && filters.enters(nat.subnet, packet) === 'no') return SILENT;
    if (!beside && filters.leaves(nat.subnet, packet) === 'no') return SILENT;
    // One that leads to itself, or to nothing.
    if (hop.to === 'nat' || hop.to === 'nowhere') return SILENT;
    const { first, last } = spanOf(named(world.subnets, nat.subnet).ipv4);
    const admitted = [packet.src, first, (first + last) / 2n, last].some(
      (src) =>
        filters.enters(to.subnet, { ...packet, src }) !== 'no' &&
        filters.groups(to, false, { ...packet, src }, from, { by: 'vpc' }) !== 'no',
    );
    return admitted ? this.unjudged(from, packet, to) : SILENT;
  }

  between(from: AtInterface, to: AtInterface, packet: Header): Journey {
    const { ground } = this;
    const { hits, routes } = ground;
    if (hits.when(from.subnet === to.subnet, '6 nothing is asked within a subnet')) {
      return { arrives: this.groups(from, to, packet, { by: 'vpc' }), answered: () => 'yes' };
    }
    const hop = routes.from(from.subnet, packet.kind, packet.dst);
    hits.when(hop.to !== 'local' && routes.vpcOf(from.subnet) === routes.vpcOf(to.subnet), '8 a narrower route leads elsewhere');
    switch (hop.to) {
      case 'local':
        return this.local(from, to, packet);
      case 'peering':
        return this.peering(from, to, packet, hop.name);
      case 'tgw':
        if (named(ground.world.gateways, hop.name).described) return this.overTransit(from, to, packet, hop.name);
        return this.byEdge(from, to, packet);
      case 'igw':
      case 'egress-only':
        return this.overInternet(from, to, packet, hop.to);
      case 'nat':
        return this.natLeadsIn(from, to, packet, hop.name);
      case 'middlebox':
        hits.hit('16 middlebox');
        return this.unjudged(from, packet, to);
      case 'vgw':
        return this.byEdge(from, to, packet);
      case 'endpoint':
      case 'nowhere':
        return DROPPED;
    }
  }
}
