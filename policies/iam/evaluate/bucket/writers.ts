import type { NamedPrincipal } from '../../../model/policy/policy';
import { Unknown } from '../../../model/term';
import type { PlacedPolicy, PolicySet } from '../../policy-set';
import { isLike, unitsOf } from '../text/pattern';
import { folded } from '../text/policy-pattern';

const PUT = unitsOf('s3:putobject', false);

/** A user, role or root user of an account, or the account by its number. */
function isOf({ kind, text }: NamedPrincipal, account: string | undefined): boolean {
  const [, named] = typeof text === 'string' ? (/^(?:arn:[\w-]+:(?:iam|sts)::)?(\d{12})(?::.+)?$/.exec(text) ?? []) : [];
  return kind === 'AWS' && named !== undefined && named === account;
}

function letsOthersWrite({ policy }: PlacedPolicy, account: string | undefined): boolean {
  if (policy instanceof Unknown || policy.faults.length > 0) return true;
  return policy.statements.some(({ effect, principals, actions }) => {
    if (effect === 'Deny' || principals === undefined) return false;
    const isPut = actions.items.some((action) => isLike(unitsOf(folded(action), true), PUT) !== false);
    const isForeign = principals.except || principals.items.some((one) => !isOf(one, account));
    return isForeign && (actions.except || isPut);
  });
}

/** Whether somebody of another account, or a service, perhaps writes into a bucket: objects are his who wrote them then. */
export function mayOthersWrite({ resource, bucket }: PolicySet, account: string | undefined): boolean {
  const grants = bucket?.grants ?? [];
  const byAcl = grants instanceof Unknown || grants.some(({ permission }) => /^(WRITE|FULL_CONTROL)$/.test(permission));
  return byAcl || resource.some((policy) => letsOthersWrite(policy, account));
}
