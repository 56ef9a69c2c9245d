import { arnOf } from '../../../model/arns';
import type { PolicyText } from '../../../model/policy/policy';
import type { ResourceFact } from '../../../model/universe';
import { marked } from '../../granting/text-cover';

/** One partition is written in many ways, and a bucket is in one. */
const ANY_PARTITION = /^arn:[^:]*:s3:::/;

/** A text of a policy by which a bucket may be named, to be compared with others. */
export function bucketText(text: PolicyText): string {
  return marked(text).replace(ANY_PARTITION, 'arn:aws:s3:::');
}

/** A bucket's ARN as policies have it once their references are followed. */
export function bucketArn(bucket: ResourceFact): string {
  return bucketText(arnOf(bucket));
}
