import { textOf } from '../../model/arns';
import type { BucketGates } from '../../model/identity/bucket-gates';
import type { Policy, PolicyText } from '../../model/policy/policy';
import { Unknown } from '../../model/term';

const CANONICAL = textOf([new Unknown("whose canonical user id it is isn't told")]);

/** The users, roles and accounts that a resource's policy lets in, on whatever condition; `*` where it lets in all but some. */
export function* letIn({ statements }: Policy): Generator<PolicyText> {
  for (const { effect, principals } of statements) {
    if (effect === 'Deny' || principals === undefined) continue;
    if (principals.except) yield '*';
    else {
      for (const { kind, text } of principals.items) {
        if (kind === 'AWS') yield text;
        else if (kind === 'CanonicalUser') yield CANONICAL;
      }
    }
  }
}

/** Whom the ACLs of a bucket let in. Those of its objects, which no document tells, perhaps let in others. */
export function* letInByAcl({ acls, grants }: BucketGates): Generator<PolicyText> {
  if (acls === false) return;
  yield CANONICAL;
  if (!(grants instanceof Unknown) && grants.some(({ grantee }) => grantee === 'everybody')) yield '*';
}
