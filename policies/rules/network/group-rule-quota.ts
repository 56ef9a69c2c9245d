import type { ResourceFact } from '../../model/stack-document';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/group-rule-quota';
/** What AWS gives without asking. @source VPC quotas */
const DEFAULT_QUOTA = 60;

/** A peer by group or prefix list counts in both families. */
function familiesOf({ body }: ResourceFact): readonly string[] {
  if (body.cidr_ipv4 !== undefined) return ['v4'];
  return body.cidr_ipv6 === undefined ? ['v4', 'v6'] : ['v6'];
}

/** No security group holds more rules than its quota, counted as AWS does: by direction and family. */
export const groupRuleQuota: Rule = {
  id: ID,
  summary: 'Security groups stay within the quota of rules',
  judge: (universe) => {
    const quota = universe.intent?.quotas.groupRules ?? DEFAULT_QUOTA;
    const places = new Map<string, ResourceFact[]>();
    for (const fact of factsOf(universe, 'aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule')) {
      for (const family of familiesOf(fact)) {
        const place = `${fact.stack} ${JSON.stringify(fact.body.security_group_id)} ${fact.type} ${family}`;
        places.set(place, [...(places.get(place) ?? []), fact]);
      }
    }
    return [...places.values()].flatMap((facts): Finding[] => {
      const [last] = facts.slice(-1);
      if (last === undefined || facts.length <= quota) return [];
      const problem = `${String(facts.length)} rules are more than the quota of ${String(quota)} per direction and family`;
      return [
        findingOn(
          ID,
          last,
          problem,
          'join peers into blocks or a prefix list, or raise the quota at AWS and in quotas.group_rules',
        ),
      ];
    });
  },
};
