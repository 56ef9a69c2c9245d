import { aclQuota } from '../rules/network/acl-quota';
import { describedRules } from '../rules/network/described-rules';
import { disjointSubnets } from '../rules/network/disjoint-subnets';
import { groupRuleQuota } from '../rules/network/group-rule-quota';
import { literalAddresses } from '../rules/network/literal-addresses';
import type { Rule } from '../rules/rule';
import { declaredBackend } from '../rules/terraform/declared-backend';

/** What has to be in order before anything can be proven. */
export const structure: readonly Rule[] = [
  aclQuota,
  declaredBackend,
  describedRules,
  disjointSubnets,
  groupRuleQuota,
  literalAddresses,
];
