import { Cidr } from '../../../../modules/core/cidr';
import { InputError } from '../../../../modules/core/input-error';
import { AmazonPart, Reference, type Term } from '../../term';

/** What Amazon gives a VPC is a /56. */
const AMAZON_BITS = 56;
/** Numbers beyond it aren't exact. */
const MOST_BITS = 48;

function whole(term: Term | undefined): number | undefined {
  const number = typeof term === 'string' && /^\d{1,15}$/.test(term) ? Number(term) : term;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function literalPart(text: string, newBits: number, number: number): string | undefined {
  try {
    const cidr = Cidr.parse(text);
    return cidr.subnet(cidr.prefix + newBits, number).toString();
  } catch (error) {
    if (error instanceof InputError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * `cidrsubnet(block, newBits, number)` with constants: of a literal block the literal, of the block that Amazon gives a
 * VPC that part. Undefined where it isn't told. `isAmazons` tells whether a reference is to such a block, and no other.
 */
export function findAddressPart(
  [base, bits, place, ...more]: readonly Term[],
  isAmazons: (reference: Reference) => boolean,
): Term | undefined {
  const newBits = whole(bits);
  const number = whole(place);
  if (newBits === undefined || number === undefined || more.length > 0) return undefined;
  if (newBits > MOST_BITS || number >= 2 ** newBits) return undefined;
  if (typeof base === 'string') return literalPart(base, newBits, number);
  if (base instanceof Reference) {
    const [vpc, ...others] = base.targets;
    return others.length === 0 && isAmazons(base) && AMAZON_BITS + newBits <= 128
      ? new AmazonPart(vpc, newBits, number)
      : undefined;
  }
  if (base instanceof AmazonPart && base.newBits + newBits <= MOST_BITS) {
    return new AmazonPart(base.vpc, base.newBits + newBits, base.number * 2 ** newBits + number);
  }
  return undefined;
}
