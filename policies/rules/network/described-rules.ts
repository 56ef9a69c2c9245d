import { Template, type Term } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import { findStated } from '../argument';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/described-rules';

/** Whether it says anything; undefined where only apply tells. */
function isDescribed(description: Term | undefined): boolean | undefined {
  if (description === undefined) return false;
  if (typeof description === 'string') return description.trim() !== '';
  if (!(description instanceof Template)) return typeof description === 'object' ? undefined : true;
  return description.parts.some((part) => typeof part === 'string' && part.trim() !== '') ? true : undefined;
}

/** Every security-group rule says why it is there. */
export const describedRules: Rule = {
  id: ID,
  summary: 'Every security-group rule has a description',
  judge: (universe) => {
    const findings: Finding[] = [];
    for (const fact of factsOf(universe, 'aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule')) {
      const description = findStated(fact.body.description);
      const described = isDescribed(description);
      if (described === true) continue;
      const problem =
        described === false ? 'the rule has no description' : `its description is ${describeTerm(description ?? null)}`;
      const fix = 'say in one sentence why it is open';
      findings.push(findingOn(ID, fact, problem, fix, described === false ? 'violated' : 'unknown'));
    }
    return findings;
  },
};
