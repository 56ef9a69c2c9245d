import { counted } from '../../../modules/core/text/counted';
import type { SecurityGroup } from '../../model/network';
import { proverOf } from '../reachability/proven';
import { type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/default-group-closed';
const FIX = 'add an aws_default_security_group with its vpc_id, and give it no rules';

/** What the default group of a VPC lets pass; undefined where it surely lets nothing. */
function problemOf({ origin, ingress, egress, incomplete }: SecurityGroup): { problem: string; certain: boolean } | undefined {
  const rules = [...ingress, ...egress];
  if (origin !== undefined && rules.some(({ certain }) => certain)) {
    const open = `${counted(ingress.length, 'rule')} inwards and ${counted(egress.length, 'rule')} outwards`;
    return { problem: `the default group has ${open}`, certain: true };
  }
  if (incomplete !== undefined) {
    return { problem: `whether its default group is closed isn't known: ${incomplete.why}`, certain: false };
  }
  if (origin === undefined) {
    return { problem: 'nobody closes its default group, which lets its members reach one another and everywhere', certain: true };
  }
  const [rule] = rules;
  return rule === undefined
    ? undefined
    : { problem: `${rule.origin.address} may be a rule of the default group`, certain: false };
}

/** The group of whatever is started without one lets nothing pass: then it is noticed that one is missing. */
export const defaultGroupClosed: Rule = {
  id: ID,
  summary: 'The default security group of every VPC lets nothing pass',
  judge: (universe) => {
    const { vpcs, groups } = proverOf(universe).facts;
    return [...vpcs.values()].flatMap(({ origin, defaultGroup }): readonly Finding[] => {
      const group = groups.get(defaultGroup);
      // What is only looked up is others' to close.
      if (origin === undefined || group === undefined) return [];
      const found = problemOf(group);
      if (found === undefined) return [];
      return [findingOn(ID, group.origin ?? origin, found.problem, FIX, found.certain ? 'violated' : 'unknown')];
    });
  },
};
