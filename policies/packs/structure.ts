import { aclQuota } from '../rules/network/acl-quota';
import { describedRules } from '../rules/network/described-rules';
import { disjointSubnets } from '../rules/network/disjoint-subnets';
import { groupRuleQuota } from '../rules/network/group-rule-quota';
import { literalAddresses } from '../rules/network/literal-addresses';
import { declaredBackend } from '../rules/terraform/declared-backend';
import type { Pack } from './pack';

/** What has to be in order before anything can be proven. */
export const structure: Pack = {
  id: 'structure',
  title: 'What has to be in order before anything can be proven',
  entries: [
    { rule: aclQuota, level: 'error' },
    { rule: declaredBackend, level: 'error' },
    { rule: describedRules, level: 'error' },
    { rule: disjointSubnets, level: 'error' },
    { rule: groupRuleQuota, level: 'error' },
    { rule: literalAddresses, level: 'error' },
  ],
};
