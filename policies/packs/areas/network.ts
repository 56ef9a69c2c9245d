import { aclQuota } from '../../rules/network/acl-quota';
import { describedRules } from '../../rules/network/described-rules';
import { disjointSubnets } from '../../rules/network/disjoint-subnets';
import { groupRuleQuota } from '../../rules/network/group-rule-quota';
import { literalAddresses } from '../../rules/network/literal-addresses';
import type { PackEntry } from '../pack';

/** Networks. */
export const network: readonly PackEntry[] = [
  { rule: aclQuota, level: 'error' },
  { rule: describedRules, level: 'error' },
  { rule: disjointSubnets, level: 'error' },
  { rule: groupRuleQuota, level: 'error' },
  { rule: literalAddresses, level: 'error' },
];
