import { Cidr } from '../../../modules/core/cidr';
import { InputError } from '../../../modules/core/input-error';
import type { Term } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findIdentity } from '../argument';
import { mayMeet } from '../companions';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/disjoint-subnets';

/** A subnet with a block that can be compared. */
interface Placed {
  readonly block: Cidr;
  readonly fact: ResourceFact;
  /** @default - the document doesn't tell */
  readonly vpc?: string;
}

/** Literal blocks only: what isn't one is literal-addresses' finding. */
function blockOf(value: Term | undefined): Cidr | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return Cidr.parse(value);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function placedOf(universe: Universe): readonly Placed[] {
  return [...factsOf(universe, 'aws_subnet')].flatMap((fact) => {
    const block = blockOf(fact.body.cidr_block);
    const vpc = findIdentity(fact.body.vpc_id);
    return block === undefined ? [] : [{ block, fact, ...(vpc === undefined ? {} : { vpc }) }];
  });
}

function overlap(subnet: Placed, other: Placed): string {
  const place = other.fact.stack === subnet.fact.stack ? other.fact.address : other.fact.key;
  return `${subnet.block.toString()} overlaps ${place} at ${other.block.toString()}`;
}

/** Of the subnets of one VPC those that begin inside another one. */
function findOverlaps(subnets: Placed[]): readonly Finding[] {
  const findings: Finding[] = [];
  subnets.sort((a, b) => (a.block.base < b.block.base ? -1 : 1));
  // Of all that begin before, the one that reaches furthest is the one to meet: it may have begun long ago.
  let furthest: Placed | undefined;
  for (const subnet of subnets) {
    if (furthest?.block.overlaps(subnet.block) === true) {
      findings.push(findingOn(ID, subnet.fact, overlap(subnet, furthest), 'choose a free block'));
    }
    furthest = furthest !== undefined && furthest.block.last > subnet.block.last ? furthest : subnet;
  }
  return findings;
}

/** No two subnets of a VPC overlap: AWS would refuse the second one, halfway through an apply. */
export const disjointSubnets: Rule = {
  id: ID,
  summary: 'Subnets of one VPC are disjoint',
  judge: (universe) => {
    const all = placedOf(universe);
    const byVpc = new Map<string, Placed[]>();
    for (const subnet of all) {
      if (subnet.vpc === undefined) continue;
      const known = byVpc.get(subnet.vpc);
      if (known === undefined) byVpc.set(subnet.vpc, [subnet]);
      else known.push(subnet);
    }
    const adrift = all.filter(({ vpc }) => vpc === undefined);
    const doubtful = adrift.flatMap((subnet, at): Finding[] => {
      const others = all.filter((other) => other !== subnet && (other.vpc !== undefined || adrift.indexOf(other) < at));
      const met = others.find((other) => other.block.overlaps(subnet.block) && mayMeet(other.fact, subnet.fact));
      if (met === undefined) return [];
      const problem = `${overlap(subnet, met)}, if both are in one VPC`;
      return [findingOn(ID, subnet.fact, problem, 'name the VPC by a reference to it, or choose a free block', 'unknown')];
    });
    return [...[...byVpc.values()].flatMap(findOverlaps), ...doubtful];
  },
};
