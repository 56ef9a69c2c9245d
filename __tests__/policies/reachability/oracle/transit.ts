import { holds, spanOf } from './addresses';
import type { Ground } from './ground';
import type { Header } from './header';
import { inTurn, type Trit, trit, whichever } from './trit';
import { type Attachment, named, sure } from './world';

/** A packet that came through a gateway's table: to which attachment, and whether the ACLs on the way let it. */
export interface Crossing {
  readonly gate: Trit;
  readonly from: Attachment;
  readonly to: Attachment;
}

interface Line {
  readonly length: number;
  readonly propagated: boolean;
  readonly to: string | null;
}

/** Law 14: transit gateways. */
export class Transit {
  constructor(private readonly ground: Ground) {}

  attachmentOf(gateway: string, vpc: string): Attachment | undefined {
    return this.ground.world.attachments.find((each) => each.gateway === gateway && each.vpc === vpc);
  }

  /** Whether group references reach from one attachment to another. */
  refers(from: Attachment, to: Attachment): boolean {
    return named(this.ground.world.gateways, from.gateway).groupReferences && from.groupReferences && to.groupReferences;
  }

  /** The attachment that the table of `from` sends a packet to. */
  next(from: Attachment, packet: Header): Attachment | undefined {
    const { world, hits } = this.ground;
    if (from.table === null) return undefined;
    const { routes, propagated } = named(world.transitTables, from.table);
    const written = routes
      .filter(({ block }) => holds(sure(block), packet.kind, packet.dst))
      .map(({ block, to }): Line => ({ length: spanOf(sure(block)).length, propagated: false, to }));
    const learnt = propagated.flatMap((name) =>
      named(world.vpcs, named(world.attachments, name).vpc ?? '')
        .blocks.filter((block) => holds(block, packet.kind, packet.dst))
        .map((block): Line => ({ length: spanOf(block).length, propagated: true, to: name })),
    );
    const all = [...written, ...learnt];
    const longest = Math.max(...all.map(({ length }) => length));
    const equals = all.filter(({ length }) => length === longest);
    const best = equals.find((line) => !line.propagated) ?? equals[0];
    hits.when(best !== undefined && !best.propagated && equals.some((line) => line.propagated), '14 static wins over its equal');
    hits.when(best?.propagated === true, '14 propagated');
    if (hits.when(best === undefined, '14 no route of the gateway') || best === undefined) return undefined;
    if (hits.when(best.to === null, '14 blackhole') || best.to === null) return undefined;
    return named(world.attachments, best.to);
  }

  /** From a subnet into the gateway and through its table; nothing where it is dropped. */
  cross(subnet: string, packet: Header, gateway: string): Crossing | undefined {
    const { ground } = this;
    const { filters, hits } = ground;
    const from = this.attachmentOf(gateway, ground.routes.vpcOf(subnet).name);
    const entry = from?.subnets.find((each) => ground.zoneOf(each) === ground.zoneOf(subnet));
    if (hits.when(from === undefined || entry === undefined, '14 no attachment in the zone')) return undefined;
    if (from === undefined || entry === undefined) return undefined;
    // The inbound entries of the own subnet are asked too (AWS, "How network ACLs work with transit gateways").
    hits.when(entry === subnet, '14 the attachment is the own subnet');
    const gate = inTurn(
      () => filters.leaves(subnet, packet),
      () => filters.enters(entry, packet),
    );
    const to = this.next(from, packet);
    if (to === undefined) return undefined;
    const carried = packet.kind === 'v4' || (from.ipv6 && to.ipv6);
    return hits.when(!carried, '14 an attachment without IPv6') ? undefined : { gate, from, to };
  }

  /** Out of the far attachment and into the receiver's subnet. Where the zone isn't known it is any of the subnets. */
  land(to: Attachment, zone: string | undefined, packet: Header, receiver: string): Trit {
    const { ground } = this;
    const { filters, hits, routes } = ground;
    const near = to.subnets.filter((each) => ground.zoneOf(each) === zone);
    hits.hit(near.length > 0 ? '14 the far side in the zone' : '14 the far side in any zone');
    return whichever(
      (near.length > 0 ? near : to.subnets).map((exit) =>
        inTurn(
          // Law 7: within one subnet no route is asked.
          () => trit(exit === receiver || routes.isLocal(exit, packet.kind, packet.dst)),
          () => (exit === receiver ? 'yes' : filters.leaves(exit, packet)),
          () => (exit === receiver ? 'yes' : filters.enters(receiver, packet)),
        ),
      ),
    );
  }
}
