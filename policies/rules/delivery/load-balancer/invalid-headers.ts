import { isTrue } from '../../literal';
import type { Rule } from '../../rule';
import { settingRule } from '../../setting';
import { exceptOf, MODERN } from './kind';

/** No application load balancer hands on headers that HTTP doesn't allow: they smuggle requests past it. */
export const invalidHeaders: Rule = settingRule({
  id: 'delivery/load-balancer/invalid-headers',
  summary: 'Application load balancers drop invalid headers',
  settings: [
    {
      types: MODERN,
      argument: 'drop_invalid_header_fields',
      accepts: isTrue,
      otherwise: 'false',
      spares: exceptOf('application'),
      fix: 'set drop_invalid_header_fields = true',
    },
  ],
});
