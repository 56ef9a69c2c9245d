import type { Cidr, Family } from '../../../modules/core/cidr';
import type { Known, Key } from './known';

/** A block that stands in the document. */
export interface LiteralBlock {
  readonly kind: 'literal';
  readonly cidr: Cidr;
}

/**
 * A part of the IPv6 block that Amazon gives a VPC: a /56 somewhere in 2000::/3, disjoint from the block of every other
 * VPC. `newBits` 0 is all of it.
 */
export interface AmazonBlock {
  readonly kind: 'amazon';
  readonly vpc: Key;
  readonly newBits: number;
  readonly number: number;
}

/** Addresses that belong together. */
export type Block = LiteralBlock | AmazonBlock;

/** A prefix list as rules and routes name it. */
export interface PrefixList {
  readonly key: Key;
  readonly family: Known<Family>;
  /** Of a list that AWS keeps (S3, DynamoDB, …): its public addresses, which no document tells. @default - a list of one's own */
  readonly service?: string;
  /** Unknown for a list that AWS keeps. */
  readonly blocks: Known<readonly Known<Block>[]>;
}
