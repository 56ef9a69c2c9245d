import { Address4, Address6 } from 'ip-address';

import { asWritten, type Fault, InputError } from './input-error';

/** IPv4 and IPv6 are separate spaces. */
export type Family = 'v4' | 'v6';

const BITS = { v4: 32, v6: 128 } as const;

function fault(problem: string, text: string, remedy: string, code: string): InputError {
  const parts: Fault = { problem, got: asWritten(text), remedy, code };
  return InputError.of(parts);
}

function parseAddress(address: string, text: string, family: Family): bigint {
  try {
    // The library drops the zone of fe80::1%eth0, which no block has.
    if (address.includes('%')) throw new RangeError(address);
    return family === 'v4' ? new Address4(address).bigInt() : new Address6(address).bigInt();
  } catch {
    const form =
      family === 'v4'
        ? 'four numbers from 0 to 255 without leading zeros, like "10.0.0.0/16"'
        : 'an IPv6 prefix like "2001:db8::/32"';
    throw fault('the address is not valid', text, `write ${form}`, 'LZ-CIDR-1');
  }
}

/**
 * A block of addresses in canonical form: no bit set behind the prefix, so that equal blocks are equal texts and AWS's
 * API never rewrites one into a difference that every plan shows again.
 */
export class Cidr {
  private constructor(
    readonly family: Family,
    /** The first address. */
    readonly base: bigint,
    /** Length of the prefix in bits. */
    readonly prefix: number,
  ) {}

  /**
   * Reads a block as it is written.
   * @throws InputError LZ-CIDR-1 not an address, LZ-CIDR-2 no mask, LZ-CIDR-3 mask out of range, LZ-CIDR-4 bits behind the mask
   */
  static parse(text: string): Cidr {
    const family: Family = text.includes(':') ? 'v6' : 'v4';
    const [address = '', mask, ...rest] = text.split('/');
    if (mask === undefined) {
      parseAddress(address, text, family);
      throw fault(
        'the mask is missing',
        text,
        `write "${address}/${String(BITS[family])}" for this one address, or a wider block`,
        'LZ-CIDR-2',
      );
    }
    if (rest.length > 0 || !/^(0|[1-9]\d{0,2})$/.test(mask) || Number(mask) > BITS[family]) {
      throw fault(
        `the mask must be a number from 0 to ${String(BITS[family])} without leading zeros`,
        text,
        'write for example "10.0.0.0/16"',
        'LZ-CIDR-3',
      );
    }
    const value = parseAddress(address, text, family);
    const cidr = Cidr.containing(family, value, Number(mask));
    if (cidr.base !== value) {
      throw fault('the address has bits set behind its mask', text, `did you mean "${cidr.toString()}"?`, 'LZ-CIDR-4');
    }
    return cidr;
  }

  /** The block of this prefix length that holds the address. */
  static containing(family: Family, address: bigint, prefix: number): Cidr {
    const shift = BigInt(BITS[family] - prefix);
    return new Cidr(family, (address >> shift) << shift, prefix);
  }

  /** Every IPv4 address. */
  static readonly anyIpv4 = new Cidr('v4', 0n, 0);
  /** Every IPv6 address. */
  static readonly anyIpv6 = new Cidr('v6', 0n, 0);

  /** The number of addresses. */
  get size(): bigint {
    return 1n << BigInt(BITS[this.family] - this.prefix);
  }

  /** The last address. */
  get last(): bigint {
    return this.base + this.size - 1n;
  }

  covers(other: Cidr): boolean {
    return this.family === other.family && this.base <= other.base && other.last <= this.last;
  }

  overlaps(other: Cidr): boolean {
    return this.family === other.family && this.base <= other.last && other.base <= this.last;
  }

  equals(other: Cidr): boolean {
    return this.toString() === other.toString();
  }

  /**
   * The block of `prefix` bits at place `index` inside this one, counted from 0.
   * @throws RangeError where there is no such place: a defect of the caller, not of its input
   */
  subnet(prefix: number, index: number): Cidr {
    const count = prefix < this.prefix || prefix > BITS[this.family] ? 0n : 1n << BigInt(prefix - this.prefix);
    if (index < 0 || BigInt(index) >= count) {
      throw new RangeError(`${this.toString()} has no /${String(prefix)} number ${String(index)}`);
    }
    return new Cidr(this.family, this.base + BigInt(index) * (1n << BigInt(BITS[this.family] - prefix)), prefix);
  }

  /** The place of `inner` among this block's equal parts of its size: the inverse of `subnet`. */
  indexOf(inner: Cidr): number {
    return Number((inner.base - this.base) / inner.size);
  }

  toString(): string {
    const address = this.family === 'v4' ? Address4.fromBigInt(this.base) : Address6.fromBigInt(this.base);
    return `${address.correctForm()}/${String(this.prefix)}`;
  }
}
