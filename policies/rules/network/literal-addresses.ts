import { Cidr } from '../../../modules/core/cidr';
import { InputError } from '../../../modules/core/input-error';
import { factsByKey } from '../../model/arns';
import { AmazonPart, Reference, Template, type Term, Unknown } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/literal-addresses';
const FIELDS = [
  'cidr_block',
  'ipv6_cidr_block',
  'cidr_ipv4',
  'cidr_ipv6',
  'destination_cidr_block',
  'destination_ipv6_cidr_block',
] as const;
const TYPES = [
  'aws_vpc',
  'aws_subnet',
  'aws_vpc_ipv4_cidr_block_association',
  'aws_route',
  'aws_network_acl_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
];

/** The one exception is a constant part of the IPv6 block that Amazon gives a VPC. */
function faultOf(value: Term): { problem: string; unknown: boolean } | undefined {
  if (value instanceof AmazonPart) return undefined;
  if (value instanceof Unknown) return { problem: `isn't known: ${value.why}`, unknown: true };
  if (value instanceof Reference || value instanceof Template) {
    return { problem: `is known only after apply: ${describeTerm(value)}`, unknown: true };
  }
  if (typeof value !== 'string') return { problem: `is no text: ${JSON.stringify(value)}`, unknown: true };
  try {
    Cidr.parse(value);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { problem: `"${value}": ${error.problems[0]?.problem ?? 'no block'}`, unknown: false };
  }
}

/**
 * Whether a plan has yet to learn a part of the block that Amazon gives the subnet's VPC: nobody can write it down before, and
 * a plan doesn't show which part it is.
 */
function isPartOfAmazons(fact: ResourceFact, field: string, universe: Universe): boolean {
  const vpc = fact.body.vpc_id;
  if (fact.type !== 'aws_subnet' || field !== 'ipv6_cidr_block' || !(vpc instanceof Reference)) return false;
  const isPlanned = universe.stacks.some(({ name, form }) => name === fact.stack && form === 'plan');
  const given = vpc.targets.map(({ key }) => factsByKey(universe).get(key)?.body);
  return (
    isPlanned && given.every((body) => body?.assign_generated_ipv6_cidr_block === true && body.ipv6_cidr_block instanceof Unknown)
  );
}

/** Every address is a literal in canonical form: only then can anything be proven about it, and no plan shows it changed. */
export const literalAddresses: Rule = {
  id: ID,
  summary: 'Addresses are literals in canonical form',
  judge: (universe) => {
    const findings: Finding[] = [];
    for (const fact of factsOf(universe, ...TYPES)) {
      for (const field of FIELDS) {
        const value = findStated(fact.body[field]);
        const fault = value === undefined ? undefined : faultOf(value);
        if (fault === undefined || (fault.unknown && isPartOfAmazons(fact, field, universe))) continue;
        findings.push(
          findingOn(
            ID,
            fact,
            `${field} ${fault.problem}`,
            'compute the address in code and write it as a literal block',
            fault.unknown ? 'unknown' : 'violated',
          ),
        );
      }
    }
    return findings;
  },
};
