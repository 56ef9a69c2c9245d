import type { Hop, Turn } from '../../../../policies/reachability/filter/routes';
import type { AddressSpace } from '../../../../policies/reachability/region/address-space';
import { commonSpans, type Span } from '../../../../policies/reachability/region/spans';
import { block } from '../facts';

/** What becomes of packets to these addresses: the routes that may decide, and what else may. */
export function fateOf(turns: readonly Turn[], addresses: readonly Span[]): readonly string[] {
  const met = turns.filter(({ spans }) => commonSpans(spans, addresses).length > 0);
  return met.map(({ choices, open }) =>
    [...choices.map(({ text }) => text()), ...(open === undefined ? [] : [`not known: ${open.why}`])].join(' or '),
  );
}

/** The same of what goes to one address. */
export function fateAt(turns: readonly Turn[], space: AddressSpace, address: string): readonly string[] {
  return fateOf(turns, space.spansOf(block(`${address}/${address.includes(':') ? '128' : '32'}`)));
}

/** To where packets to one address go. */
export function hopsAt(turns: readonly Turn[], space: AddressSpace, address: string): readonly Hop[] {
  const addresses = space.spansOf(block(`${address}/32`));
  const met = turns.filter(({ spans }) => commonSpans(spans, addresses).length > 0);
  return met.flatMap(({ choices }) => choices.map(({ hop }) => hop));
}
