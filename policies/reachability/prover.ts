import type { Family } from '../../modules/core/cidr';
import { CLIENT_PORTS } from '../../modules/core/port';
import { type NetworkFacts, type Range, type Traffic, ALL_TRAFFIC } from '../model/network';
import { answerOf } from './explain/answer';
import { type Connections, connectionsOf } from './explain/passage';
import type { Reading } from './filter/readings';
import type { Answer, End, Query } from './query';
import type { AddressSpace } from './region/address-space';
import { Estate } from './ground/estate';
import { REPLYING } from './region/protocols';
import { type Passing, passingOf, strictly } from './way/course';
import { itineraryOf } from './way/itinerary';
import { Terrain } from './ground/terrain';

/**
 * Answers who can open connections to whom, over facts that don't change. Filters are compiled when they are first met and kept,
 * so one prover answers many questions; nothing is made per pair of VPCs.
 */
export class Prover {
  private readonly terrains = new Map<Family, Terrain>();
  private readonly estate: Estate;

  constructor(private readonly facts: NetworkFacts) {
    this.estate = new Estate(facts);
  }

  /** Can `from` open connections to `to`? */
  answer({ from, to, family, traffic, clientPorts = CLIENT_PORTS }: Query): Answer {
    const terrain = this.terrain(family);
    return answerOf(terrain, itineraryOf(terrain, from, to, { traffic, client: clientPorts }));
  }

  /**
   * Everything that passes between two ends in one reading, and the gates that it passed: what proofs about flows need.
   * `traffic` and `clientPorts` left out: every packet.
   */
  connections(
    from: End,
    to: End,
    family: Family,
    reading: Reading,
    traffic: Traffic = ALL_TRAFFIC,
    clientPorts: Range = CLIENT_PORTS,
  ): Connections {
    const terrain = this.terrain(family);
    return connectionsOf(itineraryOf(terrain, from, to, { traffic, client: clientPorts }), family, reading);
  }

  /** The same without the gates, for those who ask about many ends. */
  passing(
    from: End,
    to: End,
    family: Family,
    reading: Reading,
    traffic: Traffic = ALL_TRAFFIC,
    clientPorts: Range = CLIENT_PORTS,
  ): Omit<Connections, 'passages'> {
    const terrain = this.terrain(family);
    const itinerary = itineraryOf(terrain, from, to, { traffic, client: clientPorts });
    return { asked: itinerary.asked, ...passingOf(itinerary, reading, REPLYING[family]) };
  }

  /** Both readings of what passes: one object where nothing that matters is unknown, and then walked once. */
  bothReadings(
    from: End,
    to: End,
    family: Family,
    traffic: Traffic = ALL_TRAFFIC,
    clientPorts: Range = CLIENT_PORTS,
  ): Readonly<Record<Reading, Passing>> {
    const itinerary = itineraryOf(this.terrain(family), from, to, { traffic, client: clientPorts });
    const strict = strictly(itinerary, REPLYING[family]);
    const same = strict.exact && itinerary.doubt === undefined;
    return { strict, lenient: same ? strict : passingOf(itinerary, 'lenient', REPLYING[family]) };
  }

  /** The line of addresses that the regions of a family are said in. */
  space(family: Family): AddressSpace {
    return this.terrain(family).space;
  }

  private terrain(family: Family): Terrain {
    let terrain = this.terrains.get(family);
    if (terrain === undefined) {
      terrain = new Terrain(this.facts, family, this.estate);
      this.terrains.set(family, terrain);
    }
    return terrain;
  }
}
