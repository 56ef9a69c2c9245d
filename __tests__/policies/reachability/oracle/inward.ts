import { holds, isPublic } from './addresses';
import type { Ground } from './ground';
import type { Header } from './header';
import { DROPPED, type Journey } from './journey';
import type { Transit } from './transit';
import { either, inTurn, type Trit, trit } from './trit';
import { type AtInterface, named, type Place } from './world';

const BEYOND = { by: 'beyond' } as const;

/** Laws 12 and 13: to an interface, from what is none. */
export class Inward {
  constructor(
    private readonly ground: Ground,
    private readonly transit: Transit,
  ) {}

  private ingress(to: AtInterface, packet: Header): Trit {
    return this.ground.filters.groups(to, false, packet, undefined, BEYOND);
  }

  /** Law 12. */
  fromInternet(to: AtInterface, packet: Header): Journey {
    const { filters, hits, routes } = this.ground;
    const vpc = routes.vpcOf(to.subnet);
    if (!isPublic(packet.kind, packet.src)) return DROPPED;
    if (vpc.blocks.some((block) => holds(block, packet.kind, packet.src))) return DROPPED;
    const gateway = this.ground.gatewayOf(vpc.name);
    if (hits.when(gateway === undefined, '12 no internet gateway') || gateway === undefined) return DROPPED;
    if (hits.when(packet.kind === 'v4' && !to.publicIpv4, '12 no public address inside')) return DROPPED;
    const admitted = this.ground.admitsPublic(to.subnet, 'in');
    if (admitted === 'no') return DROPPED;
    hits.hit('12 in from the internet');
    return {
      arrives: inTurn(
        () => admitted,
        () => filters.enters(to.subnet, packet),
        () => this.ingress(to, packet),
        () => (hits.when(gateway.edgeTable !== undefined, '12 a table of the gateway') ? 'maybe' : 'yes'),
      ),
      answered: (reply) => {
        const leads = routes.from(to.subnet, reply.kind, reply.dst).to === 'igw';
        hits.when(!leads, '12 the reply does not lead to the internet gateway');
        return inTurn(
          () => trit(leads),
          () => filters.leaves(to.subnet, reply),
        );
      },
    };
  }

  /** Law 13: each edge that joins the VPC, whether a table leads to it or not, and what lies between it and the receiver's subnet.
   * Behind a transit gateway the edge's own table decides, as for every packet there (law 14). */
  edges(to: AtInterface, packet: Header): readonly Trit[] {
    const { filters, routes, world } = this.ground;
    const vpc = routes.vpcOf(to.subnet).name;
    const targets = world.tables
      .filter((table) => table.vpc === vpc)
      .flatMap((table) => table.routes.map(({ target }) => target));
    const plain =
      world.vgws.some((each) => each.vpc === vpc) ||
      targets.some(({ to: kind, name }) => kind === 'tgw' && !named(world.gateways, name).described);
    const behind = world.attachments
      .filter((own) => own.vpc === vpc)
      .flatMap((own) =>
        world.attachments
          .filter((edge) => edge.gateway === own.gateway && edge.vpc === undefined)
          .filter((edge) => (packet.kind === 'v4' || own.ipv6) && this.transit.next(edge, packet) === own)
          .map(() => this.transit.land(own, undefined, packet, to.subnet)),
      );
    return [...(plain ? [filters.enters(to.subnet, packet)] : []), ...behind];
  }

  private returnsByEdge(to: AtInterface, reply: Header): Trit {
    const { ground, transit } = this;
    const { filters, hits, routes, world } = ground;
    const hop = routes.from(to.subnet, reply.kind, reply.dst);
    if (hop.to === 'vgw' || (hop.to === 'tgw' && !named(world.gateways, hop.name).described)) {
      return filters.leaves(to.subnet, reply);
    }
    if (hop.to === 'middlebox') return filters.leaves(to.subnet, reply) === 'no' ? 'silent' : 'maybe';
    const back = hop.to === 'tgw' ? transit.cross(to.subnet, reply, hop.name) : undefined;
    const leads = back !== undefined && back.to.vpc === undefined;
    hits.when(!leads, '13 the reply does not lead to an edge');
    return leads ? back.gate : 'no';
  }

  /** Law 16: what comes out of one nobody judges, nor whether it still has the source that it had. */
  private throughMiddlebox(to: AtInterface, packet: Header): Trit {
    const { filters, routes, world } = this.ground;
    const vpc = routes.vpcOf(to.subnet).name;
    const own = world.tables.filter((table) => table.vpc === vpc).flatMap((table) => table.routes);
    if (!own.some(({ target }) => target.to === 'middlebox')) return 'no';
    const passes = inTurn(
      () => filters.enters(to.subnet, packet),
      () => this.ingress(to, packet),
    );
    return passes === 'no' ? 'silent' : 'maybe';
  }

  private fromEdge(to: AtInterface, packet: Header): Journey {
    const { hits } = this.ground;
    const edges = this.edges(to, packet);
    if (hits.when(edges.length === 0, '13 no edge')) {
      return { arrives: this.throughMiddlebox(to, packet), answered: () => 'silent' };
    }
    hits.hit('13 in by an edge');
    return {
      arrives: either([
        inTurn(
          () => this.ingress(to, packet),
          () => either(edges),
        ),
        this.throughMiddlebox(to, packet),
      ]),
      answered: (reply) => this.returnsByEdge(to, reply),
    };
  }

  /** Every way that a packet from there may come by. */
  from(place: Place, to: AtInterface, packet: Header): readonly Journey[] {
    if (place.kind === 'service') return [];
    const internet = this.fromInternet(to, packet);
    return place.kind === 'internet' ? [internet] : [internet, this.fromEdge(to, packet)];
  }
}
