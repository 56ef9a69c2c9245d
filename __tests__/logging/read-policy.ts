import type { LogBucket } from '../../modules/logging';
import type { PolicyJson } from '../iam/policy-json';

/** The bucket's policy as IAM reads it, Terraform's escapes undone. */
export function readPolicy(bucket: LogBucket): PolicyJson {
  return JSON.parse((bucket.policy.policyInput ?? '').replaceAll('$${', () => '${')) as PolicyJson;
}

/** Whoever has this may do everything, as far as its own account is asked: what remains is the bucket's word. */
export const ADMINISTRATOR: PolicyJson = {
  Version: '2012-10-17',
  Statement: { Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' },
};
