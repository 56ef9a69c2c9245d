import type { PolicyText } from '../../model/policy/policy';
import type { Decision } from '../decision';
import type { KeyGrant, PolicySet } from '../policy-set';
import type { Asked } from './asked';
import { innerLimit } from './inside';
import { isEqual } from './text/pattern';
import { Doubt, type Truth } from './truth';

function isGrantee(grantee: PolicyText, { request: { caller } }: Asked): Truth {
  const ids = [caller.arn, ...(caller.roleArn === undefined ? [] : [caller.roleArn])];
  const answers = ids.map((id) => isEqual(grantee, id));
  return answers.includes(true) || (answers.includes('maybe') && new Doubt("who holds the grant isn't known"));
}

/**
 * "A grant is a policy instrument that allows AWS principals to use KMS keys": it allows where no other policy does. What
 * limits it besides explicit denies, and what it comes to across accounts, isn't documented well enough to be sure.
 */
export function grantDecision(set: PolicySet, asked: Asked): Decision | undefined {
  const { caller, resourceAccountId } = asked.request;
  const about = (grant: KeyGrant): boolean => grant.actions.some((action) => action.toLowerCase() === asked.action);
  const found = set.grants.filter(about).flatMap((grant) => {
    const holds = isGrantee(grant.granteeArn, asked);
    return holds === false ? [] : [{ grant, holds }];
  });
  const sure = found.find(({ grant, holds }) => holds === true && !grant.constrained);
  const isOwn = caller.accountId !== undefined && caller.accountId === resourceAccountId;
  if (sure !== undefined && isOwn && innerLimit(set, asked) === undefined) {
    return { decision: 'allowed', by: 'grant', why: `the grant ${sure.grant.key} allows it` };
  }
  const [maybe] = found;
  return maybe && { decision: 'unknown', by: 'grant', why: `whether the grant ${maybe.grant.key} allows it isn't known` };
}
