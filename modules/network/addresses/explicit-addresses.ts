import { Cidr } from '../../core/cidr';
import { asWritten, InputError, ProblemList } from '../../core/input-error';
import { NAT_TIER } from '../flows/network-view';
import type { NatMode } from '../network-options';
import type { NetworkAddresses, TierAddresses } from './network-addresses';

/** What AWS takes as a VPC's or subnet's prefix. @source VPC user guide, "VPC CIDR blocks" */
const [WIDEST, NARROWEST] = [16, 28];

/** The block of one tier. */
export interface TierBlock {
  /** Holds the tier's subnets in equal parts, one per zone slot: zone a in the first, b in the second. */
  readonly cidr: string;
  /** Equal parts of the block: a power of two. @default 4 @unit subnets */
  readonly zoneSlots?: number;
  /** Number of the tier's /62 inside the VPC's IPv6 block, 0 to 63. @default - none, and then no IPv6 */
  readonly ipv6Block?: number;
}

/** Addresses as their author states them. */
export interface ExplicitBlocks {
  readonly cidr: string;
  readonly zones: readonly string[];
  readonly nat: NatMode;
  readonly natZones: readonly string[];
  /** Block of the NAT gateways' subnets. @default - none: required with NAT */
  readonly natCidr?: string;
  readonly tiers: Readonly<Record<string, TierBlock>>;
}

/** The slot that a zone always has: its letter's place, or the number at the end of its id. */
function slotOf(zone: string): number {
  return /^[a-z]$/.test(zone) ? zone.charCodeAt(0) - 'a'.charCodeAt(0) : Number(zone.slice(-1)) - 1;
}

function checkPrefix(cidr: Cidr, what: string): void {
  if (cidr.family === 'v4' && cidr.prefix >= WIDEST && cidr.prefix <= NARROWEST) return;
  const remedy = `use /${String(NARROWEST)} or a larger block, /${String(WIDEST)} at most`;
  throw InputError.of({
    problem: `${what} prefix must be /${String(WIDEST)} to /${String(NARROWEST)} of IPv4`,
    got: asWritten(cidr.toString()),
    remedy,
    code: 'LZ-NET-8',
  });
}

function tierAddresses({ cidr, zoneSlots = 4, ipv6Block }: TierBlock, zones: readonly string[]): TierAddresses {
  const block = Cidr.parse(cidr);
  const bits = Math.log2(zoneSlots);
  if (!Number.isInteger(bits) || zoneSlots < 1) {
    throw InputError.of({
      problem: 'zone slots must be a power of two',
      got: asWritten(zoneSlots),
      remedy: 'use 1, 2, 4 or 8',
      code: 'LZ-NET-9',
    });
  }
  const subnets = new Map<string, Cidr>();
  for (const zone of zones) {
    if (slotOf(zone) >= zoneSlots) {
      const remedy = `raise zoneSlots to ${String(2 ** Math.ceil(Math.log2(slotOf(zone) + 1)))} from the start: raising it later renumbers the tier`;
      throw InputError.of({
        problem: `the block has ${String(zoneSlots)} zone slots and no place for this zone`,
        got: asWritten(zone),
        remedy,
        code: 'LZ-NET-10',
      });
    }
    const subnet = block.prefix + bits <= 32 ? block.subnet(block.prefix + bits, slotOf(zone)) : block;
    checkPrefix(subnet, 'subnet');
    subnets.set(zone, subnet);
  }
  const ipv6 = ipv6Block === undefined ? [] : zones.map((zone): [string, number] => [zone, ipv6Block * 4 + slotOf(zone)]);
  return {
    blocks: [block],
    blockNumbers: [1],
    subnets,
    ipv6Blocks: ipv6Block === undefined ? [] : [ipv6Block],
    ipv6: new Map(ipv6),
  };
}

function refuseOverlaps(subject: string, vpc: Cidr, tiers: ReadonlyMap<string, TierAddresses>, problems: ProblemList): void {
  const blocks = [...tiers].flatMap(([tier, { blocks: own }]) => own.map((block) => ({ tier, block })));
  for (const [index, { tier, block }] of blocks.entries()) {
    const got = asWritten(block.toString());
    if (!vpc.covers(block)) {
      problems.add({
        subject: `${subject} tier "${tier}"`,
        problem: `lies outside the VPC's ${vpc.toString()}`,
        got,
        remedy: 'choose a block inside it',
        code: 'LZ-NET-11',
      });
    }
    const other = blocks.slice(0, index).find((earlier) => earlier.block.overlaps(block));
    if (other !== undefined) {
      problems.add({
        subject: `${subject} tier "${tier}"`,
        problem: `overlaps tier "${other.tier}" at ${other.block.toString()}`,
        got,
        remedy: 'choose a free block',
        code: 'LZ-NET-12',
      });
    }
  }
}

/**
 * Addresses for a library user, who has no ledger: every tier states its block, and a zone's place in it follows from
 * the zone's own name, so that adding or removing one never moves another.
 * @throws InputError LZ-NET-8 to LZ-NET-13, LZ-CIDR-n; everything that is wrong at once
 */
export function explicitAddresses(subject: string, blocks: ExplicitBlocks): Omit<NetworkAddresses, 'aclNumbers'> {
  const problems = new ProblemList();
  const vpc = problems.attempt(subject, () => {
    const cidr = Cidr.parse(blocks.cidr);
    checkPrefix(cidr, 'VPC');
    return cidr;
  });
  const tiers = new Map<string, TierAddresses>();
  for (const [tier, block] of Object.entries(blocks.tiers)) {
    const addresses = problems.attempt(`${subject} tier "${tier}"`, () => tierAddresses(block, blocks.zones));
    if (addresses !== undefined) tiers.set(tier, addresses);
  }
  if (blocks.nat !== 'none') {
    const { natCidr } = blocks;
    const nat = problems.attempt(`${subject} natCidr`, () => {
      if (natCidr !== undefined) return tierAddresses({ cidr: natCidr }, blocks.natZones);
      throw InputError.of({
        problem: 'NAT gateways need a block for their subnets',
        remedy: 'give a free block, /26 for four zones is enough',
        code: 'LZ-NET-13',
      });
    });
    if (nat !== undefined) tiers.set(NAT_TIER, nat);
  }
  if (vpc !== undefined) refuseOverlaps(subject, vpc, tiers, problems);
  problems.throwIfAny();
  if (vpc === undefined) throw new Error('no VPC block and no problem');
  return { vpc, ranges: new Map(), tiers };
}
