import type { Family } from '../../../modules/core/cidr';
import type { Range, Traffic } from '../../model/network';
import { type Box, DESTINATION, SOURCE, withInterval } from '../region/box';
import { packetsOf } from '../region/protocols';
import type { Region } from '../region/region';
import type { Span } from '../region/spans';

/** What is asked, without the ends. */
export interface Asked {
  readonly traffic: Traffic;
  /** The ports that the client opens from. */
  readonly client: Range;
}

/** Every packet from one of these addresses to one of those. */
export function packetsBetween(from: readonly Span[], to: readonly Span[], { traffic, client }: Asked, family: Family): Region {
  const boxes = packetsOf(traffic, client, family);
  return from.flatMap((source) =>
    to.flatMap((destination) =>
      boxes.map((box): Box => {
        const sent = withInterval(box, SOURCE, source.lo, source.hi);
        return withInterval(sent, DESTINATION, destination.lo, destination.hi);
      }),
    ),
  );
}
