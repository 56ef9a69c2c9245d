import type { Rule } from '../../rule';
import { settingRule, type Setting } from '../../setting';
import { exceptOf, MODERN } from './kind';

const DESYNC: Omit<Setting, 'types'> = {
  argument: 'desync_mitigation_mode',
  accepts: (mode) => mode === 'defensive' || mode === 'strictest',
  otherwise: 'defensive',
  fix: 'set desync_mitigation_mode to "defensive" or "strictest", or leave it out',
};

/** No load balancer lets ambiguous requests pass as they are: two servers would read them differently. */
export const desyncMode: Rule = settingRule({
  id: 'delivery/load-balancer/desync-mode',
  summary: 'Load balancers defend against HTTP desync',
  settings: [
    { ...DESYNC, types: MODERN, spares: exceptOf('application') },
    { ...DESYNC, types: ['aws_elb'] },
  ],
});
