import { decide } from '../../../../policies/iam/evaluate/decide';
import type { BucketSide, PlacedPolicy, PolicySet } from '../../../../policies/iam/policy-set';
import type { AccessRequest } from '../../../../policies/iam/request';
import { readPolicy } from '../../../../policies/model/policy/read-policy';
import { Unknown } from '../../../../policies/model/term';

export const HOME = '111111111111';
export const ALL = { Action: '*', Resource: '*' };

export function named(name: string, ...statements: object[]): PlacedPolicy {
  return {
    name,
    key: `dev:aws_iam_policy.${name}`,
    policy: readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements })),
  };
}
export const admin = named('admin', { Effect: 'Allow', ...ALL });
export const byMfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

export const unknown = (name: string, why: string): PlacedPolicy => ({ name, policy: new Unknown(why) });

export const REQUEST: AccessRequest = {
  caller: { kind: 'user', arn: `arn:aws:iam::${HOME}:user/alice`, accountId: HOME },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::logs/a',
  resourceAccountId: HOME,
  context: new Map(),
};
export const ask = (set: Partial<PolicySet>, request: Partial<AccessRequest> = {}) =>
  decide({ identity: [], resource: [], resourceKind: 'other', grants: [], doubts: [], ...set }, { ...REQUEST, ...request });
export const said = (set: Partial<PolicySet>, request: Partial<AccessRequest> = {}): string => {
  const { decision, by, why } = ask(set, request);
  return `${decision} by ${by}: ${why}`;
};

/** Nothing blocks public access to it, its ACLs count and give nothing. */
export const OPEN_BUCKET: BucketSide = {
  name: 'the ACL of b',
  block: { blockPublicAcls: false, ignorePublicAcls: false, blockPublicPolicy: false, restrictPublicBuckets: false },
  acls: true,
  grants: [],
  isStored: true,
};

export const root = (accountId: string): AccessRequest['caller'] => ({
  kind: 'root',
  arn: `arn:aws:iam::${accountId}:root`,
  accountId,
});
export const OTHER = '222222222222';
export const shut = named('shut', { Effect: 'Deny', Principal: '*', ...ALL });
export const opened = (to: string): PlacedPolicy =>
  named('opened', { Sid: 'Open', Effect: 'Allow', Principal: { AWS: to }, ...ALL });
