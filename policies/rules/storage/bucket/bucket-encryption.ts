import type { Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { literalsAt, partsOf } from './bucket-parts';

/** How a bucket encrypts what comes without a header that says it. */
export interface BucketEncryption {
  /** Of each rule that is stated: `AES256`, `aws:kms`, `aws:kms:dsse`. */
  readonly algorithms: readonly (string | Unknown)[];
  readonly doubts: readonly string[];
}

const FORM = { type: 'aws_s3_bucket_server_side_encryption_configuration', block: 'server_side_encryption_configuration' };

/** What is stated of a bucket's encryption; S3 keeps the keys itself where nothing is. */
export function encryptionOf(universe: Universe, bucket: ResourceFact): BucketEncryption {
  const { stated, doubts } = partsOf(universe, bucket, FORM);
  const algorithms = stated.flatMap((part) =>
    literalsAt(part, 'rule.apply_server_side_encryption_by_default.sse_algorithm').map((algorithm = 'AES256') => algorithm),
  );
  return { algorithms, doubts };
}
