import { Cidr } from '../../core/cidr';
import type { AddressPool } from '../../core/ledger';
import type { LandingZoneInput, ResolvedNetwork } from '../configuration';

const DEFAULT_POOL = '10.0.0.0/8';

/**
 * Where addresses come from. Blocks that the configuration states itself count as reserved: first fit must not give them
 * away before they are asked for.
 */
export function addressPoolOf({ addresses = {} }: LandingZoneInput, networks: readonly ResolvedNetwork[]): AddressPool {
  const { pool = DEFAULT_POOL, reservedRanges = [] } = addresses;
  const stated = networks.flatMap(({ cidr, ranges }) => [cidr, ...Object.values(ranges).map((range) => range.cidr)]);
  const reserved = [...reservedRanges, ...stated.filter((text) => text !== undefined)];
  return { pool: Cidr.parse(pool), reserved: reserved.map((text) => Cidr.parse(text)) };
}
