import { Unknown } from '../../model/term';
import type { Rule } from '../rule';
import { bucketRule, missing } from './bucket/bucket-rule';
import { encryptionOf } from './bucket/bucket-encryption';
import type { LogKind } from './bucket/log-writer';
import { logWritersOf } from './bucket/log-writers';

/** Logs that AWS writes only where S3 keeps the keys: storage/log-delivery. */
const WITHOUT_KMS: ReadonlySet<LogKind> = new Set(['load-balancer', 's3-access']);

/** Who reads objects needs the key besides, and each use of it is recorded. */
export const encryptionByKey: Rule = bucketRule({
  id: 'storage/encryption-by-key',
  summary: 'Buckets are encrypted by a key of KMS, but for logs that AWS writes only without',
  fix: 'add aws_s3_bucket_server_side_encryption_configuration with sse_algorithm = "aws:kms" and a kms_master_key_id',
  judgeBucket: (bucket, universe) => {
    if (logWritersOf(universe, bucket).some(({ kind }) => WITHOUT_KMS.has(kind))) return [];
    const { algorithms, doubts } = encryptionOf(universe, bucket);
    const open = algorithms.find((algorithm) => algorithm instanceof Unknown);
    const [weak] = algorithms.flatMap((each) => (typeof each === 'string' && !each.startsWith('aws:kms') ? [each] : []));
    if (weak !== undefined) return [{ problem: `it is encrypted by ${weak}, with keys that S3 keeps` }];
    if (open !== undefined) return [{ problem: `how it is encrypted isn't known: ${open.why}`, verdict: 'unknown' }];
    return algorithms.length > 0 ? [] : [missing('nothing says how it is encrypted: with keys that S3 keeps', doubts)];
  },
});
