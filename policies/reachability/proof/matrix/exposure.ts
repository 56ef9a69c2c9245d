import type { Family } from '../../../../modules/core/cidr';
import { type Host, type Key, type NetworkFacts, ALL_TRAFFIC } from '../../../model/network';
import { hasFamily } from '../../ask/place';
import { hostSpots } from '../../ask/places/host-place';
import type { Prover } from '../../prover';
import { ANY_CLIENT_PORT } from '../flows/coverage';
import { regionPorts } from './region-ports';

/** What of the internet arrives at something that has interfaces. */
export interface Exposure {
  readonly address: Key;
  readonly kind: Host['kind'];
  /** What arrives, replied to or not, as flows write it. Empty: nothing. */
  readonly arrives: readonly string[];
  /** What may arrive besides, as far as the documents tell. @default - nothing */
  readonly maybe?: readonly string[];
  /** Why its place isn't known. @default - it is known */
  readonly unknown?: string;
}

const INTERNET = { kind: 'internet' } as const;
const FAMILIES: readonly Family[] = ['v4', 'v6'];

/** The exposure of one host, over all of its interfaces. */
export function exposureOf(host: Host, facts: NetworkFacts, prover: Prover): Exposure {
  const spots = hostSpots(host, facts);
  const arriving = { strict: new Set<string>(), lenient: new Set<string>() };
  for (const { ends } of spots) {
    for (const end of ends) {
      for (const family of FAMILIES.filter((each) => hasFamily(end, each, facts))) {
        const passing = prover.bothReadings(INTERNET, end, family, ALL_TRAFFIC, ANY_CLIENT_PORT);
        for (const reading of ['strict', 'lenient'] as const) {
          for (const port of regionPorts(passing[reading].arrives, family)) arriving[reading].add(port);
        }
      }
    }
  }
  const open = spots.find((spot) => spot.open !== undefined)?.open;
  const maybe = [...arriving.lenient].filter((port) => !arriving.strict.has(port)).sort();
  return {
    address: host.key,
    kind: host.kind,
    arrives: [...arriving.strict].sort(),
    ...(maybe.length === 0 ? {} : { maybe }),
    ...(open === undefined ? {} : { unknown: open }),
  };
}
