import type { Asked } from './asked';
import { isLike, unitsOf } from './text/pattern';

const CHANGES =
  /^iam:((attach|detach|put|delete)rolepolicy|(put|delete)rolepermissionsboundary|updateassumerolepolicy|updaterole(description)?|deleterole)$/;
const RESERVED = unitsOf('arn:*:iam::*:role/aws-reserved/*', true);

/**
 * Whether a call surely changes a role that AWS keeps to itself, as those which IAM Identity Center makes of permission sets.
 * @source AWS re:Post, "How do I resolve the IAM error 'Cannot perform the operation on the protected role AWSReservedSSO'?":
 * "this role is only modifiable by AWS"
 */
export function changesProtectedRole({ action, resourceUnits }: Asked): boolean {
  return CHANGES.test(action) && isLike(RESERVED, resourceUnits) === true;
}
