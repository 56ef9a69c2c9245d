import type { PolicySet } from '../../policy-set';
import { isOutsider } from '../accounts';
import { type Answer, either, ofResource, onlyIf } from '../answer';
import type { Asked } from '../asked';
import { type Naming, NAMINGS } from '../naming';
import { all, Doubt, not, type Truth } from '../truth';
import { aclAnswer, toldOf } from './acl';
import { isPublic } from './public-policy';

const UNNAMED = 'no policy of the resource allows it';

/**
 * Whether a policy of a bucket lets nobody in from outside, since it is public.
 * @source S3 user guide, "Blocking public access to your Amazon S3 storage": Block public access settings, RestrictPublicBuckets
 */
function isShutOut({ resource, bucket }: PolicySet, asked: Asked): Truth {
  if (bucket === undefined) return false;
  return all(toldOf(bucket.block.restrictPublicBuckets), isOutsider(asked), isPublic(resource));
}

/** Whether S3 has taken a bucket's policy: a public one is refused where that is blocked, and what puts it there fails. */
function isTaken({ resource, bucket }: PolicySet): Truth {
  if (bucket === undefined || bucket.isStored || bucket.block.blockPublicPolicy !== true) return true;
  return isPublic(resource) === false || new Doubt('S3 takes no public policy while block_public_policy is on');
}

/** What a resource's own policy denies, as far as it counts. */
export function resourceDenies(set: PolicySet, asked: Asked): Answer {
  return onlyIf(isTaken(set), ofResource(set.resource, 'Deny', asked));
}

/** What allows from the resource's side: its policy, as far as it counts, and the ACLs of a bucket. */
export function resourceAllows(set: PolicySet, asked: Asked, namings: readonly Naming[] = NAMINGS): Answer {
  const said = ofResource(set.resource, 'Allow', asked, namings);
  if (set.bucket === undefined) return said;
  const isShut = isShutOut(set, asked);
  const byPolicy = said.is === 'no' ? said : onlyIf(all(isTaken(set), not(isShut)), said);
  // "This setting blocks all cross-account access", and "access derived from any public policy": of ACLs that says two things.
  const isLimited = isShut === false ? true : new Doubt('what restrict_public_buckets leaves of an ACL is not documented');
  return either([byPolicy, onlyIf(isLimited, aclAnswer(set, asked))]);
}

/** Why nothing allows from the resource's side. */
export function whyNotAllowed(set: PolicySet, asked: Asked): string {
  const isBlocked = ofResource(set.resource, 'Allow', asked).is === 'yes' && isShutOut(set, asked) === true;
  return isBlocked ? 'its policy is public, and restrict_public_buckets lets nobody in by it who is not of its account' : UNNAMED;
}
