import { ALL_TRAFFIC } from '../../../model/network';
import type { Family } from '../../../../modules/core/cidr';
import type { IntentNetwork } from '../../../../modules/core/intent';
import type { Prover } from '../../prover';
import { findPacket, renderPacket } from '../../explain/witness';
import type { End, Packet } from '../../query';
import { subtract, type Region } from '../../region/region';
import { ANY_CLIENT_PORT, type Coverage } from '../flows/coverage';
import type { GroupScreen } from './group-screen';
import { regionPorts } from './region-ports';
import type { Station } from '../names/stations';

/** One cell of the matrix of a network: what passes from one of its groups to another, or from or to outside. */
export interface Cell {
  readonly from: string;
  readonly to: string;
  readonly family: Family;
  /** What connects, as flows write it: `tcp/443`. Empty: nothing. */
  readonly works: readonly string[];
  /** What arrives and isn't answered. @default - nothing */
  readonly arrives?: readonly string[];
}

/** What passes between two ends that no flow declares. */
export interface Undeclared {
  readonly network: IntentNetwork;
  readonly from: End;
  readonly to: End;
  readonly fromName: string;
  readonly toName: string;
  readonly family: Family;
  readonly region: Region;
  /** A packet of it. */
  readonly witness: Packet;
  /** It surely passes. `false`: it may, since something on the way isn't known. */
  readonly certain: boolean;
}

/** One side of a cell. */
export type Side = Pick<Station, 'name' | 'ends'>;

/** Everything that may pass between groups: read leniently, so that nothing is overlooked. */
export class PassagesBetween {
  readonly undeclared: Undeclared[] = [];

  constructor(
    private readonly prover: Prover,
    private readonly coverage: Coverage,
    private readonly screen: GroupScreen,
  ) {}

  /** The cell of two sides in one family. Of what no flow declares the first pair of subnets is kept: the others are alike. */
  cell(network: IntentNetwork, from: Side, to: Side, family: Family): Cell {
    const works = new Set<string>();
    const arrives = new Set<string>();
    let found: Undeclared | undefined;
    for (const source of from.ends) {
      for (const target of to.ends) {
        if (!this.screen.mayPass(source, target)) continue;
        const passing = this.prover.passing(source, target, family, 'lenient', ALL_TRAFFIC, ANY_CLIENT_PORT);
        if (passing.arrives.length === 0) continue;
        for (const port of regionPorts(passing.works, family)) works.add(port);
        for (const port of regionPorts(subtract(passing.arrives, passing.works), family)) arrives.add(port);
        found ??= this.#undeclared(
          { network, from: source, to: target, fromName: from.name, toName: to.name, family },
          passing.arrives,
        );
      }
    }
    if (found !== undefined) this.undeclared.push(found);
    const unanswered = [...arrives].filter((port) => !works.has(port)).sort();
    return {
      from: from.name,
      to: to.name,
      family,
      works: [...works].sort(),
      ...(unanswered.length === 0 ? {} : { arrives: unanswered }),
    };
  }

  #undeclared(pair: Omit<Undeclared, 'region' | 'witness' | 'certain'>, arrives: Region): Undeclared | undefined {
    const { from, to, family } = pair;
    const declared = this.coverage.of(from, to, family);
    const region = subtract(arrives, declared);
    if (region.length === 0) return undefined;
    const sure = subtract(this.prover.passing(from, to, family, 'strict', ALL_TRAFFIC, ANY_CLIENT_PORT).arrives, declared);
    const packet = findPacket(sure) ?? findPacket(region);
    if (packet === undefined) return undefined;
    return {
      ...pair,
      region,
      witness: renderPacket(packet, family, this.prover.space(family), false),
      certain: sure.length > 0,
    };
  }
}
