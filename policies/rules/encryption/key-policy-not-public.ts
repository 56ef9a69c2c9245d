import { publicGrantFindings } from '../granting/public-grant-findings';
import type { Rule } from '../rule';

const ID = 'encryption/key-policy-not-public';

/** A key that everybody may use protects nothing. */
export const keyPolicyNotPublic: Rule = {
  id: ID,
  summary: 'No policy of a key lets everybody in',
  judge: (universe) =>
    publicGrantFindings(
      ID,
      universe,
      'policy',
      'aws_kms_key',
      'aws_kms_key_policy',
      'aws_kms_external_key',
      'aws_kms_replica_key',
      'aws_kms_replica_external_key',
    ),
};
