import type { BucketSide, PolicySet } from '../../policy-set';
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
function isShutOut({ resource }: PolicySet, { block }: BucketSide, asked: Asked): Truth {
  return all(toldOf(block.restrictPublicBuckets), isOutsider(asked), isPublic(resource));
}

/** Whether S3 has taken a bucket's policy: a public one is refused where that is blocked, and what puts it there fails. */
function isTaken({ resource, bucket }: PolicySet): Truth {
  if (bucket === undefined || bucket.isStored) return true;
  const isRefused = all(toldOf(bucket.block.blockPublicPolicy), isPublic(resource));
  return isRefused === true ? new Doubt('S3 takes no public policy while block_public_policy is on') : not(isRefused);
}

/** What a resource's own policy denies, as far as it counts. */
export function resourceDenies(set: PolicySet, asked: Asked): Answer {
  return onlyIf(isTaken(set), ofResource(set.resource, 'Deny', asked));
}

/** What allows from the resource's side: its policy, as far as it counts, and the ACLs of a bucket. */
export function resourceAllows(set: PolicySet, asked: Asked, namings: readonly Naming[] = NAMINGS): Answer {
  const { resource, bucket } = set;
  const said = ofResource(resource, 'Allow', asked, namings);
  if (bucket === undefined) return said;
  const isShut = isShutOut(set, bucket, asked);
  const byPolicy = onlyIf(all(isTaken(set), not(isShut)), said);
  // "This setting blocks all cross-account access", and "access derived from any public policy": of ACLs that says two things.
  const isWhole = isShut === false || new Doubt('what restrict_public_buckets leaves of an ACL is not documented');
  return either([byPolicy, onlyIf(isWhole, aclAnswer(set, bucket, asked))]);
}

/** Why nothing allows from the resource's side: who is let in by its policy all the same is shut out. */
export function whyNotAllowed({ resource }: PolicySet, asked: Asked): string {
  return ofResource(resource, 'Allow', asked).is === 'yes'
    ? 'its policy is public, and restrict_public_buckets lets nobody in by it who is not of its account'
    : UNNAMED;
}
