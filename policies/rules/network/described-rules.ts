import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/described-rules';

/** Every security-group rule says why it is there. */
export const describedRules: Rule = {
  id: ID,
  summary: 'Every security-group rule has a description',
  judge: (universe) => {
    const findings: Finding[] = [];
    for (const fact of factsOf(universe, 'aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule')) {
      const { description } = fact.body;
      if (typeof description === 'string' && description.trim() !== '') continue;
      findings.push(findingOn(ID, fact, 'the rule has no description', 'say in one sentence why it is open'));
    }
    return findings;
  },
};
