import { holds } from './addresses';
import { Beyond } from './beyond';
import { noteProtocol } from './filters';
import { Ground } from './ground';
import { hasPorts, type Header, isMessage, replyTo } from './header';
import { Inside } from './inside';
import { Inward } from './inward';
import type { Journey } from './journey';
import { Hits } from './laws';
import { Transit } from './transit';
import { either, inTurn, type Trit } from './trit';
import { type AtInterface, named, type Place, sure, type World } from './world';

/** What becomes of one packet. */
export interface Fate {
  readonly arrives: Trit;
  /** It arrives, and so does its reply if it has one. */
  readonly works: Trit;
}

const NOT_ASKED: Fate = { arrives: 'no', works: 'no' };

/** Walks single packets, and their replies, through a complete world: the laws of docs/reachability.md, one by one. */
export class Oracle {
  private readonly ground: Ground;
  private readonly inside: Inside;
  private readonly beyond: Beyond;
  private readonly inward: Inward;

  constructor(
    private readonly world: World,
    private readonly hits = new Hits(),
  ) {
    this.ground = new Ground(world, hits);
    const transit = new Transit(this.ground);
    this.inward = new Inward(this.ground, transit);
    this.inside = new Inside(this.ground, transit, this.inward);
    this.beyond = new Beyond(this.ground, transit, this.inside);
  }

  private isAt(place: AtInterface, { kind }: Header, address: bigint): boolean {
    const { ipv4, ipv6 } = named(this.world.subnets, place.subnet);
    const block = kind === 'v4' ? ipv4 : ipv6;
    if (block === undefined || (kind === 'v6' && !place.ipv6) || !holds(block, kind, address)) return false;
    return place.addresses?.some((each) => holds(each, kind, address)) ?? true;
  }

  /** Whether an end has the address: a packet from or to another is no answer to the question. */
  has(place: Place, packet: Header, address: bigint): boolean {
    if (place.kind === 'interface') return this.isAt(place, packet, address);
    const listed = place.kind === 'service' ? sure(named(this.world.lists, place.list).blocks) : [];
    return Beyond.has(place, packet, address, listed);
  }

  private noteReply(packet: Header, reply: Header | undefined): void {
    const { hits } = this;
    if (hasPorts(packet)) hits.hit('3 ports are swapped');
    else if (!isMessage(packet)) hits.hit('3 another protocol is answered by itself');
    else hits.hit(reply ? '3 a request is answered' : '3 a message without reply');
  }

  private worked({ arrives, answered }: Journey, reply: Header | undefined): Trit {
    if (!reply || arrives === 'no') return arrives;
    return inTurn(
      () => arrives,
      () => answered(reply),
    );
  }

  private journeys(from: Place, to: Place, packet: Header): readonly Journey[] {
    if (from.kind === 'interface' && to.kind === 'interface') return [this.inside.between(from, to, packet)];
    if (from.kind === 'interface') return [this.beyond.towards(from, to, packet), ...this.beyond.translated(from, to, packet)];
    return to.kind === 'interface' ? this.inward.from(from, to, packet) : [];
  }

  walk(from: Place, to: Place, packet: Header): Fate {
    if (!this.has(from, packet, packet.src) || !this.has(to, packet, packet.dst)) return NOT_ASKED;
    const reply = replyTo(packet);
    noteProtocol(packet, this.hits);
    this.noteReply(packet, reply);
    const journeys = this.journeys(from, to, packet);
    const arrives = either(journeys.map((journey) => journey.arrives));
    const works = either(journeys.map((journey) => this.worked(journey, reply)));
    this.hits.when(arrives === 'yes' && works === 'no', '4 arrives and does not work');
    return { arrives, works };
  }
}
