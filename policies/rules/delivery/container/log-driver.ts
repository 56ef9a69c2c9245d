import { Unknown } from '../../../model/term';
import { findLiteral } from '../../literal';
import type { Rule } from '../../rule';
import { containerRule } from './containers';

/** What every container says is kept. */
export const logDriver: Rule = containerRule({
  id: 'delivery/container/log-driver',
  summary: 'Containers send what they say to a log',
  fix: 'set logConfiguration.logDriver, "awslogs" for instance',
  judge: (container) => {
    const driver = findLiteral(container.find('logConfiguration.logDriver'));
    if (driver instanceof Unknown) return [{ problem: 'may have no log driver', doubt: driver }];
    return driver === undefined ? [{ problem: 'has no log driver' }] : [];
  },
});
