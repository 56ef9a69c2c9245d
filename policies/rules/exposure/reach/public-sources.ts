import type { Family } from '../../../../modules/core/cidr';
import type { AddressSpace } from '../../../reachability/region/address-space';
import { type Box, SOURCE } from '../../../reachability/region/box';
import { commonSpans, type Span } from '../../../reachability/region/spans';

/**
 * From so many public addresses on a source isn't somebody, but everybody: as many as an IPv4 /8 and an IPv6 /16 hold. No office, partner
 * or provider behind a rule has that many, and who writes the internet in pieces doesn't get below it.
 */
const BROAD: Readonly<Record<Family, bigint>> = { v4: 1n << 24n, v6: 1n << 112n };

/** Those of the addresses that the internet routes and a document tells. */
export function publicOf(spans: readonly Span[], space: AddressSpace): readonly Span[] {
  return commonSpans(spans, space.public);
}

/** How many addresses there are, each counted once however often it is named. */
export function countOf(spans: readonly Span[]): bigint {
  let count = 0n;
  let end = -1n;
  for (const [lo, hi] of spans.map((span) => [BigInt(span.lo), BigInt(span.hi)] as const).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (hi <= end) continue;
    count += hi - (lo < end ? end : lo);
    end = hi;
  }
  return count;
}

/** Whether public addresses are so many that they are the internet, and not somebody in it. */
export function isBroad(spans: readonly Span[], { family }: AddressSpace): boolean {
  return countOf(spans) >= BROAD[family];
}

/** The public addresses that packets of a region come from. */
export function sourcesOf(region: readonly Box[], space: AddressSpace): readonly Span[] {
  return publicOf(
    region.map(({ lo, hi }) => ({ lo: lo[SOURCE], hi: hi[SOURCE] })),
    space,
  );
}
