import { arnOf } from '../../../model/arns';
import type { PolicyText, Statement } from '../../../model/policy/policy';
import type { ResourceFact } from '../../../model/universe';
import type { Told } from '../../../iam/granting/narrowing';
import { hasMark, hasOpenPart, marked, patternCovers } from '../../../iam/granting/text-cover';

/** One partition is written in many ways, and a bucket is in one. */
const ANY_PARTITION = /^arn:[^:]*:s3:::/;

/** A text of a policy by which a bucket may be named, to be compared with others. */
function bucketText(text: PolicyText): string {
  return marked(text).replace(ANY_PARTITION, 'arn:aws:s3:::');
}

/** Whether a statement is for a bucket, or for all of its objects; undefined where only apply tells. Of `NotResource` it is for none. */
export function isForBucket({ resources }: Statement, bucket: ResourceFact, what: 'bucket' | 'objects'): Told {
  if (resources?.except !== false) return false;
  const arn = bucketText(arnOf(bucket));
  const wanted = what === 'objects' ? `${arn}/*` : arn;
  if (resources.items.some((item) => patternCovers(bucketText(item), wanted))) return true;
  // A bucket whose name isn't told may have the one that is written.
  const isOpen = (item: PolicyText): boolean => hasOpenPart(item) || (hasMark(arn) && !hasMark(bucketText(item)));
  return resources.items.some(isOpen) ? undefined : false;
}

/** Whether a statement names some of a bucket's objects. */
export function isForSomeObjects({ resources }: Statement, bucket: ResourceFact): boolean {
  const within = `${bucketText(arnOf(bucket))}/`;
  return resources?.except === false && resources.items.some((item) => bucketText(item).startsWith(within));
}
