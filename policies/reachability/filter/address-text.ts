import type { Block, Known, PrefixList } from '../../model/network';
import { Unknown } from '../../model/term';

/** A block as its author would write it. */
export function blockText(block: Known<Block>): string {
  if (block instanceof Unknown) return 'an unknown block';
  if (block.kind === 'literal') return block.cidr.toString();
  if (block.newBits === 0) return `the IPv6 block of ${block.vpc}`;
  return `part ${block.number} of ${2 ** block.newBits} of the IPv6 block of ${block.vpc}`;
}

/** A prefix list by what it is called. */
export function listText(list: Known<PrefixList>): string {
  return list instanceof Unknown ? 'an unknown prefix list' : `prefix list ${list.key}`;
}
