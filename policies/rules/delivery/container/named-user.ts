import { Unknown } from '../../../model/term';
import { asWritten } from '../../../../modules/core/input-error';
import { findLiteral } from '../../literal';
import type { Rule } from '../../rule';
import { containerRule } from './containers';

const BY_IMAGE = new Unknown('user is left out, so its image decides');

/** No container runs as root. */
export const namedUser: Rule = containerRule({
  id: 'delivery/container/named-user',
  summary: 'Containers run as a user other than root',
  fix: 'set user to one other than root: "1000:1000"',
  judge: (container) => {
    const user = findLiteral(container.find('user')) ?? BY_IMAGE;
    if (user instanceof Unknown) return [{ problem: 'may run as root', doubt: user }];
    return /^(root|0+)(:|$)/.test(user) ? [{ problem: `runs as root: user is ${asWritten(user)}` }] : [];
  },
});
