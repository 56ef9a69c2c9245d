import { Cidr } from '../../../../../modules/core/cidr';
import { AmazonPart, Reference, type Target, type Term, Unknown } from '../../../term';
import type { AmazonBlock, Block } from '../../addresses';
import type { Known } from '../../known';
import type { Identities } from '../identities';
import { type Section, whyOf } from '../section';
import { readLeniently } from './lenient-cidr';

/** The length of the block that Amazon gives a VPC. */
const AMAZON_PREFIX = 56;

/** Reads blocks of addresses, parts of what Amazon gives included. */
export class Blocks {
  constructor(private readonly identities: Identities) {}

  /** The block in an argument, if there is one. */
  find(section: Section, name: string): Known<Block> | undefined {
    const term = section.find(name);
    return term === undefined ? undefined : this.read(section, name, term);
  }

  /** The block that a term in this argument stands for. */
  read(section: Section, name: string, term: Term): Known<Block> {
    const block = this.of(term);
    return block instanceof Unknown ? section.gap(name, block) : block;
  }

  /** The single address that a term stands for, with a mask or without. */
  single(term: Term): Known<Block> {
    if (typeof term !== 'string' || term.includes('/')) return this.of(term);
    return this.of(`${term}/${term.includes(':') ? '128' : '32'}`);
  }

  private of(term: Term): Known<Block> {
    if (typeof term === 'string') {
      const cidr = readLeniently(term);
      return cidr instanceof Unknown ? cidr : { kind: 'literal', cidr };
    }
    if (term instanceof AmazonPart) return this.part(term.vpc, term.newBits, term.number, term);
    if (term instanceof Reference && term.targets.length === 1) return this.part(term.targets[0], 0, 0, term);
    return whyOf(term);
  }

  private part({ key, attribute }: Target, newBits: number, number: number, term: Term): Known<Block> {
    const fact = this.identities.findFact(key);
    if (fact === undefined || attribute !== 'ipv6_cidr_block') return whyOf(term);
    const { ipv6_cidr_block: literal } = fact.body;
    if (typeof literal === 'string' && literal !== '') {
      const whole = readLeniently(literal);
      return whole instanceof Unknown ? whole : partOf(whole, newBits, number);
    }
    return fact.body.assign_generated_ipv6_cidr_block === true ? amazonPart(fact.key, newBits, number) : whyOf(term);
  }
}

function fits(prefix: number, newBits: number, number: number): boolean {
  return newBits >= 0 && number >= 0 && prefix + newBits <= 128 && BigInt(number) < 1n << BigInt(newBits);
}

function partOf(whole: Cidr, newBits: number, number: number): Known<Block> {
  if (!fits(whole.prefix, newBits, number)) {
    return new Unknown(`${whole.toString()} has no part ${String(number)} of ${String(newBits)} bits`);
  }
  const shift = BigInt(128 - whole.prefix - newBits);
  return { kind: 'literal', cidr: Cidr.containing('v6', whole.base + (BigInt(number) << shift), whole.prefix + newBits) };
}

function amazonPart(vpc: string, newBits: number, number: number): Known<AmazonBlock> {
  return fits(AMAZON_PREFIX, newBits, number)
    ? { kind: 'amazon', vpc, newBits, number }
    : new Unknown(`the block of ${vpc} has no part ${String(number)} of ${String(newBits)} bits`);
}

/** Whether they are the same addresses for sure. */
export function sameBlock(a: Block, b: Block): boolean {
  if (a.kind === 'literal' && b.kind === 'literal') return a.cidr.equals(b.cidr);
  if (a.kind === 'literal' || b.kind === 'literal') return false;
  return a.vpc === b.vpc && a.newBits === b.newBits && a.number === b.number;
}
