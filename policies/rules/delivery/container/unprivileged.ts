import { Unknown } from '../../../model/term';
import { findLiteral, isTrue } from '../../literal';
import type { Rule } from '../../rule';
import { containerRule } from './containers';

/** No container has all rights on the machine that it runs on. */
export const unprivileged: Rule = containerRule({
  id: 'delivery/container/unprivileged',
  summary: 'No container is privileged',
  fix: 'take privileged away, and add what it needs by linuxParameters.capabilities',
  judge: (container) => {
    const privileged = findLiteral(container.find('privileged'));
    if (privileged instanceof Unknown) return [{ problem: 'may be privileged', doubt: privileged }];
    return privileged !== undefined && isTrue(privileged) ? [{ problem: 'is privileged' }] : [];
  },
});
