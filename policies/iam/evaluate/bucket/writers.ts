import { partsOf } from '../../../model/arns';
import type { NamedPrincipal } from '../../../model/policy/policy';
import { Unknown } from '../../../model/term';
import type { BucketSide, PlacedPolicy } from '../../policy-set';
import { isLike, unitsOf } from '../text/pattern';
import { folded } from '../text/policy-pattern';

/** What puts objects there. @source S3 user guide, "Changing the replica owner": "the owner of the source object also owns the replica" */
const WRITING = ['s3:putobject', 's3:replicateobject'].map((action) => unitsOf(action, false));

/** A user, role or root user of an account, or the account by its number. */
function isOf({ kind, text }: NamedPrincipal, account: string | undefined): boolean {
  const [head] = partsOf(text);
  if (kind !== 'AWS' || typeof head !== 'string') return false;
  const [whole, , , , named = whole] = head.split(':');
  return named === account;
}

function letsOthersWrite({ policy }: PlacedPolicy, account: string | undefined): boolean {
  if (policy instanceof Unknown || policy.faults.length > 0) return true;
  return policy.statements.some(({ effect, principals, actions }) => {
    if (effect === 'Deny' || principals === undefined) return false;
    const written = actions.items.map((action) => unitsOf(folded(action), true));
    const writes = WRITING.some((action) => written.some((one) => isLike(one, action) !== false));
    const isForeign = principals.except || principals.items.some((one) => !isOf(one, account));
    return isForeign && (actions.except || writes);
  });
}

/** Whether somebody of another account, or a service, perhaps writes into a bucket: objects are his who wrote them then. */
export function mayOthersWrite({ grants }: BucketSide, policies: readonly PlacedPolicy[], account: string | undefined): boolean {
  const byAcl = grants instanceof Unknown || grants.some(({ permission }) => ['WRITE', 'FULL_CONTROL'].includes(permission));
  return byAcl || policies.some((policy) => letsOthersWrite(policy, account));
}
