import type { BucketSide, PlacedPolicy } from '../../../../../policies/iam/policy-set';
import type { AccessRequest } from '../../../../../policies/iam/request';
import { Unknown } from '../../../../../policies/model/term';
import { admin, ALL, named, OPEN_BUCKET, OTHER, said } from '../asking';

const BUCKET: BucketSide = {
  ...OPEN_BUCKET,
  block: { ...OPEN_BUCKET.block, ignorePublicAcls: true },
  acls: false,
  isStored: false,
};
const open = named('open', { Effect: 'Allow', Principal: '*', ...ALL, Action: 's3:Get*' });

const shared = named('shared', { Effect: 'Allow', Principal: { AWS: OTHER }, ...ALL });
const nobody: AccessRequest['caller'] = { kind: 'anonymous', arn: '' };
const bob: AccessRequest['caller'] = { kind: 'user', arn: `arn:aws:iam::${OTHER}:user/bob`, accountId: OTHER };

it.each<[string, PlacedPolicy, Partial<AccessRequest>, Partial<BucketSide['block']>, string]>([
  [
    'a public policy lets in everybody where nothing blocks it, though it is not stored yet',
    open,
    { caller: nobody },
    {},
    'allowed by resource: statement 1 of open allows it',
  ],
  [
    'one that is restricted keeps out whom it lets in',
    open,
    { caller: nobody },
    { restrictPublicBuckets: true },
    'denied by resource: its policy is public, and restrict_public_buckets lets nobody in by it who is not of its account',
  ],
  [
    'one that is restricted keeps out for its own sake whom it does not let in',
    open,
    { caller: nobody, action: 's3:PutObject' },
    { restrictPublicBuckets: true },
    'denied by resource: no policy of the resource allows it',
  ],
  [
    'one that is blocked is perhaps not stored',
    open,
    { caller: nobody },
    { blockPublicPolicy: true },
    "unknown by resource: whether statement 1 of open allows it isn't known: S3 takes no public policy while block_public_policy is on",
  ],
  [
    'one that is perhaps blocked is perhaps not stored',
    open,
    { caller: nobody },
    { blockPublicPolicy: new Unknown('x') },
    "unknown by resource: whether statement 1 of open allows it isn't known: x",
  ],
  [
    'one that is not public is stored whatever is blocked',
    shared,
    { caller: bob },
    { blockPublicPolicy: true, restrictPublicBuckets: true },
    'allowed by identity and resource: both accounts allow it: statement 1 of admin allows it, and a policy of the resource does',
  ],
])('%s', (_what, policy, request, block, expected) => {
  const bucket = { ...BUCKET, block: { ...BUCKET.block, ...block } };

  expect(said({ identity: [admin], resource: [policy], bucket }, request)).toBe(expected);
});
