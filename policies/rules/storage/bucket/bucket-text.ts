import type { PolicyText } from '../../../model/policy/policy';
import type { Reference } from '../../../model/term';
import type { ResourceFact } from '../../../model/universe';
import { marked } from '../../granting/text-cover';

/** How a bucket is written in policies. */
export interface BucketText {
  /** `arn:aws:s3:::acme-logs`; a mark in the place of a name that only apply tells. */
  readonly arn: string;
  /** A text of a policy in which the bucket is written like that, however it was named. */
  readonly of: (text: PolicyText) => string;
}

/** How to compare texts of policies with a bucket. */
export function bucketText({ key, body }: ResourceFact): BucketText {
  const name = typeof body.bucket === 'string' && body.bucket !== '' ? body.bucket : `\u0001${key.replaceAll(/[:*?]/g, ' ')}`;
  const arn = `arn:aws:s3:::${name}`;
  const found = ({ targets: [{ key: target, attribute }, ...others] }: Reference): string | undefined => {
    if (target !== key || others.length > 0) return undefined;
    return attribute === 'arn' ? arn : attribute === 'id' || attribute === 'bucket' ? name : undefined;
  };
  // One partition is written in many ways, and a bucket is in one.
  return { arn, of: (text) => marked(text, found).replace(/^arn:[^:]*:s3:::/, 'arn:aws:s3:::') };
}
