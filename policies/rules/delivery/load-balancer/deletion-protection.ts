import { isTrue } from '../../literal';
import type { Rule } from '../../rule';
import { settingRule } from '../../setting';
import { MODERN } from './kind';

/** No load balancer goes by a slip, with the name that clients know. */
export const deletionProtection: Rule = settingRule({
  id: 'delivery/load-balancer/deletion-protection',
  summary: 'Load balancers are protected against deletion',
  settings: [
    {
      types: MODERN,
      argument: 'enable_deletion_protection',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set enable_deletion_protection = true',
    },
  ],
});
