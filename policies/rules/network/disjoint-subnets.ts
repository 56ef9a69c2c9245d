import { Cidr } from '../../../modules/core/cidr';
import { InputError } from '../../../modules/core/input-error';
import type { Json, ResourceFact } from '../../model/stack-document';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/disjoint-subnets';

/** Literal blocks only: what isn't one is literal-addresses' finding. */
function blockOf(value: Json | undefined): Cidr | undefined {
  if (typeof value !== 'string' || value.includes('${')) return undefined;
  try {
    return Cidr.parse(value);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** No two subnets of a VPC overlap: AWS would refuse the second one, halfway through an apply. */
export const disjointSubnets: Rule = {
  id: ID,
  summary: 'Subnets of one VPC are disjoint',
  judge: (universe) => {
    const findings: Finding[] = [];
    const sorted = new Map<string, { block: Cidr; fact: ResourceFact }[]>();
    for (const fact of factsOf(universe, 'aws_subnet')) {
      const block = blockOf(fact.body.cidr_block);
      const vpc = `${fact.stack} ${JSON.stringify(fact.body.vpc_id)}`;
      if (block !== undefined) sorted.set(vpc, [...(sorted.get(vpc) ?? []), { block, fact }]);
    }
    for (const subnets of sorted.values()) {
      subnets.sort((a, b) => (a.block.base < b.block.base ? -1 : 1));
      // Of all that begin before, the one that reaches furthest is the one to meet: it may have begun long ago.
      let furthest: (typeof subnets)[number] | undefined;
      for (const subnet of subnets) {
        const { block, fact } = subnet;
        if (furthest?.block.overlaps(block) === true) {
          const problem = `${block.toString()} overlaps ${furthest.fact.address} at ${furthest.block.toString()}`;
          findings.push(findingOn(ID, fact, problem, 'choose a free block'));
        }
        furthest = furthest !== undefined && furthest.block.last > block.last ? furthest : subnet;
      }
    }
    return findings;
  },
};
