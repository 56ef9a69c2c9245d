import type { Family } from '../../../modules/core/cidr';
import type { Block, Key, NetworkFacts } from '../../model/network';
import type { End } from '../query';

/** Where something stands: at one of these ends, and the documents don't say at which. */
export interface Spot {
  /** What replies call it. */
  readonly name: string;
  readonly ends: readonly End[];
  /** It may stand elsewhere too, and why. @default - it is one of the ends */
  readonly open?: string;
  /** Whether the question is about it at all isn't known, and why. @default - it is */
  readonly doubt?: string;
  /** The VPC, where several have the address that is asked about. @default - told by its ends */
  readonly vpc?: Key;
}

/** What one side of a question stands for: all of these spots. */
export interface Place {
  /** As it was asked. */
  readonly name: string;
  /** At least one. */
  readonly spots: readonly Spot[];
  /** What was taken for granted, a clause each. */
  readonly assumed: readonly string[];
  /** A literal address has one family. @default - both */
  readonly families?: readonly Family[];
  /** It is one address, and each spot an interface that may have it. @default false */
  readonly oneAddress?: boolean;
}

/** The place of known ends, as claims have them. */
export function placeOf(name: string, ends: readonly End[]): Place {
  const spots = ends.map((end): Spot => ({ name: end.kind === 'interface' ? end.subnet : name, ends: [end] }));
  return spots.length === 0 ? nowhere(name, 'it stands in no subnet of the documents') : { name, spots, assumed: [] };
}

/** The place of something whose place isn't known. */
export function nowhere(name: string, why: string): Place {
  return { name, spots: [{ name, ends: [], open: why }], assumed: [] };
}

function familyOf(block: Block): Family {
  return block.kind === 'literal' ? block.cidr.family : 'v6';
}

/** Whether an end can have addresses of this family. */
export function hasFamily(end: End, family: Family, { subnets, prefixLists }: NetworkFacts): boolean {
  switch (end.kind) {
    case 'internet':
      return true;
    case 'outside':
      return familyOf(end.block) === family;
    case 'service': {
      const listed = prefixLists.get(end.list)?.family;
      return typeof listed !== 'string' || listed === family;
    }
    case 'interface': {
      const subnet = subnets.get(end.subnet);
      if (subnet === undefined) return true;
      return family === 'v4' ? subnet.ipv4 !== undefined : subnet.ipv6 !== undefined && end.ipv6 !== false;
    }
  }
}

function blockShape(block: Block): string {
  return block.kind === 'literal' ? block.cidr.toString() : `${block.vpc} ${String(block.newBits)} ${String(block.number)}`;
}

/** Equal for ends that every question answers alike: all of an end but its name. */
export function shapeOf(end: End): string {
  switch (end.kind) {
    case 'internet':
      return 'internet';
    case 'outside':
      return `outside ${blockShape(end.block)}`;
    case 'service':
      return `service ${end.list}`;
    case 'interface': {
      const groups = typeof end.groups === 'string' ? end.groups : [...new Set(end.groups)].sort();
      const addresses = end.addresses?.map(blockShape).sort();
      return JSON.stringify([end.subnet, groups, addresses ?? null, end.publicIpv4, end.ipv6]);
    }
  }
}
