import { Cidr, type Family } from '../../../../modules/core/cidr';
import { InputError } from '../../../../modules/core/input-error';
import { isPrivateCidr } from '../../../../modules/core/private-ranges';
import type { Block, Known, NetworkFacts, Subnet, Vpc } from '../../../model/network';
import { Unknown } from '../../../model/term';
import { blockDifference } from './block-difference';
import { hostEnd } from './host-place';
import type { Place, Spot } from '../place';
import { madeUpEnd } from './subnet-ends';

/** Amazon's own services on every host: DNS, metadata, time, credentials. */
const AMAZON = [Cidr.parse('169.254.0.0/16'), Cidr.parse('fd00:ec2::/32')];
/** The first four addresses of a subnet and its last one are Amazon's (VPC user guide, "Subnet sizing"). */
const KEPT_FIRST = 4n;

/** Whether a text is meant as an address or a block, right or wrong. */
export function looksLikeAddress(text: string): boolean {
  return /^\d+(\.\d*)*(\/\S*)?$/.test(text) || /^[\da-f:.]*:[\da-f:.]*(%\w+)?(\/\S*)?$/i.test(text);
}

/**
 * An address, or a block.
 * @throws InputError LZ-CIDR-n
 */
export function parseAddress(text: string): Cidr {
  if (text.includes('/')) return Cidr.parse(text);
  try {
    return Cidr.parse(`${text}/${text.includes(':') ? '128' : '32'}`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Tells of the text as it was written, without the mask that it was tried with.
    return Cidr.parse(text);
  }
}

/** Whether the addresses are of services that Amazon gives every host. */
export function isAmazonLocal(block: Block): boolean {
  return block.kind === 'literal' && AMAZON.some((own) => own.covers(block.cidr));
}

function literal(block: Known<Block> | undefined): Cidr | undefined {
  return block === undefined || block instanceof Unknown || block.kind !== 'literal' ? undefined : block.cidr;
}

function blockOf(subnet: Subnet, family: Family): Known<Block> | undefined {
  return family === 'v4' ? subnet.ipv4 : subnet.ipv6;
}

/** The part that both share; of two blocks that meet one holds the other. */
function shared(a: Cidr, b: Cidr): Cidr {
  return a.covers(b) ? b : a;
}

function isSingle({ size }: Cidr): boolean {
  return size === 1n;
}

function isKept(address: Cidr, subnet: Cidr): boolean {
  return address.base < subnet.base + KEPT_FIRST || (subnet.family === 'v4' && address.base === subnet.last);
}

/** The places of addresses, in networks that the documents describe. */
export class AddressPlaces {
  constructor(private readonly facts: NetworkFacts) {}

  /** Where the addresses of a block are: in subnets, outside of every VPC, or both. */
  of(name: string, block: Cidr): Place {
    const owners = [...this.facts.vpcs.values()].filter((vpc) => vpc.blocks.some((own) => literal(own)?.overlaps(block)));
    const own = owners.flatMap(({ blocks }) => blocks.flatMap((each) => literal(each) ?? []));
    const local = isAmazonLocal({ kind: 'literal', cidr: block });
    const beyond = local ? [block] : blockDifference(block, own);
    const inside = local ? [] : owners.map((vpc) => this.inside(name, block, vpc));
    const spots = [
      ...inside.flatMap((place, n) => place.spots.map((spot) => ({ ...spot, vpc: owners[n]?.key ?? '' }))),
      ...beyond.map((rest): Spot => ({
        name: rest.equals(block) ? name : rest.toString(),
        ends: [{ kind: 'outside', name: rest.equals(block) ? name : rest.toString(), block: { kind: 'literal', cidr: rest } }],
      })),
      ...(beyond.length > 0 && !local ? this.hidden(name, block) : []),
    ];
    const assumed = [
      ...inside.flatMap((place) => place.assumed),
      ...(beyond.length > 0 && !local ? this.assumed(name, block) : []),
    ];
    return { name, spots, assumed: [...new Set(assumed)], families: [block.family], oneAddress: isSingle(block) };
  }

  private inside(name: string, block: Cidr, vpc: Vpc): Pick<Place, 'spots' | 'assumed'> {
    const subnets = [...this.facts.subnets.values()].filter(({ vpc: owner }) => owner.choices.includes(vpc.key) || owner.open);
    const near = subnets.filter((subnet) => literal(blockOf(subnet, block.family))?.overlaps(block));
    const stated = isSingle(block) ? this.stated(name, block, near) : [];
    if (stated.length > 0) return { spots: stated, assumed: [] };
    if (near.length === 0) return { spots: [this.unplaced(name, block, vpc, subnets)], assumed: [] };
    const spots = near.map((subnet) => this.inSubnet(name, block, subnet));
    const assumed = `nothing in the documents states ${name}: routes and ACLs alone are judged there, no group`;
    return { spots, assumed: spots.some(({ ends }) => ends.length > 0) ? [assumed] : [] };
  }

  private inSubnet(name: string, block: Cidr, subnet: Subnet): Spot {
    const own = literal(blockOf(subnet, block.family)) ?? block;
    const spot = isSingle(block) ? `${name} in ${subnet.key}` : subnet.key;
    if (isSingle(block) && isKept(block, own)) {
      return { name: spot, ends: [], open: `Amazon keeps ${name} in ${subnet.key} for itself` };
    }
    const part = shared(own, block);
    const addresses = part.equals(own) ? {} : { addresses: [{ kind: 'literal', cidr: part } as const] };
    return { name: spot, ends: [madeUpEnd(subnet, this.facts, { name, groups: 'open', ...addresses })] };
  }

  /** The interfaces that the documents give this address. */
  private stated(name: string, address: Cidr, near: readonly Subnet[]): Spot[] {
    const states = (block: Block): boolean => literal(block)?.equals(address) === true;
    return [...this.facts.hosts.values()].flatMap((host) => {
      if (host.addresses?.some(states) !== true || host.subnets instanceof Unknown) return [];
      const subnets = near.filter(
        ({ key }) => !(host.subnets instanceof Unknown) && host.subnets.some((one) => one.choices.includes(key)),
      );
      return subnets.map(({ key }): Spot => {
        const end = { ...hostEnd(host, key, this.facts), name, addresses: [{ kind: 'literal', cidr: address }] as const };
        return { name: `${name} of ${host.key}`, ends: [end] };
      });
    });
  }

  /** An address in a VPC that no known subnet holds. */
  private unplaced(name: string, block: Cidr, vpc: Vpc, subnets: readonly Subnet[]): Spot {
    const vague = subnets.find((subnet) => blockOf(subnet, block.family) instanceof Unknown);
    const why =
      vague === undefined
        ? `${name} lies in ${vpc.key}, and in none of its subnets that the documents tell`
        : `${name} lies in ${vpc.key}, maybe in ${vague.key}, whose block isn't known`;
    return { name: `${name} in ${vpc.key}`, ends: [], open: why };
  }

  /** A VPC whose blocks aren't all known may hold it: hardly a public address. */
  private hidden(name: string, block: Cidr): Spot[] {
    if (!isPrivateCidr(block)) return [];
    return [...this.facts.vpcs.values()].flatMap(({ key, incomplete }) => {
      if (incomplete === undefined) return [];
      return [
        {
          name: `${name} in ${key}`,
          ends: [],
          open: `${key} may hold ${name}: ${incomplete.why}`,
          doubt: `whether ${key} holds ${name}`,
        },
      ];
    });
  }

  private assumed(name: string, block: Cidr): readonly string[] {
    const amazon = [...this.facts.vpcs.values()].some(({ blocks }) => blocks.some(({ kind }) => kind === 'amazon'));
    return block.family === 'v6' && amazon && !isPrivateCidr(block) ? [`${name} lies in no block that Amazon gives a VPC`] : [];
  }
}
