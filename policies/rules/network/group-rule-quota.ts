import type { ResourceFact } from '../../model/universe';
import { findIdentity, findStated } from '../argument';
import { factsOf, type Rule } from '../rule';
import { type Counted, holdAgainst } from '../quota';

const ID = 'network/group-rule-quota';
/** What AWS gives without asking. @source VPC quotas */
const DEFAULT_QUOTA = 60;

/** A peer by group or prefix list counts in both families. */
function familiesOf({ body }: ResourceFact): readonly string[] {
  if (findStated(body.cidr_ipv4) !== undefined) return ['v4'];
  return findStated(body.cidr_ipv6) === undefined ? ['v4', 'v6'] : ['v6'];
}

function counted(fact: ResourceFact): Counted {
  const shares = familiesOf(fact).map((family) => `${fact.type} ${family}`);
  return { fact, owner: findIdentity(fact.body.security_group_id), shares };
}

/** No security group holds more rules than its quota, counted as AWS does: by direction and family. */
export const groupRuleQuota: Rule = {
  id: ID,
  summary: 'Security groups stay within the quota of rules',
  judge: (universe) => {
    const most = universe.intent?.quotas.groupRules ?? DEFAULT_QUOTA;
    const rules = factsOf(universe, 'aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule');
    return holdAgainst(
      {
        rule: ID,
        most,
        describe: (count) => `${String(count)} rules are more than the quota of ${String(most)} per direction and family`,
        fix: 'join peers into blocks or a prefix list, or raise the quota at AWS and in quotas.group_rules',
      },
      [...rules].map(counted),
    );
  },
};
