import type { AclGrant } from '../../../../../policies/model/identity/bucket-gates';
import type { BucketSide, PolicySet } from '../../../../../policies/iam/policy-set';
import type { AccessRequest } from '../../../../../policies/iam/request';
import { textOf } from '../../../../../policies/model/arns';
import { Reference, Unknown } from '../../../../../policies/model/term';
import { admin, ALL, ask, HOME, named, OTHER } from '../asking';

const off = { blockPublicAcls: false, ignorePublicAcls: false, blockPublicPolicy: false, restrictPublicBuckets: false };
const bucket = (more: Partial<BucketSide>): BucketSide => ({
  name: 'the ACL of b',
  block: off,
  acls: true,
  grants: [],
  isStored: true,
  ...more,
});
const BUCKET = 'arn:aws:s3:::logs';
const NOBODY: AccessRequest['caller'] = { kind: 'anonymous', arn: '' };
const bob: AccessRequest['caller'] = { kind: 'user', arn: `arn:aws:iam::${OTHER}:user/bob`, accountId: OTHER };
const service: AccessRequest['caller'] = { kind: 'service', arn: 'logging.s3.amazonaws.com' };

function said(side: Partial<BucketSide>, request: Partial<AccessRequest>, set: Partial<PolicySet> = {}): string {
  const { decision, why } = ask({ identity: [admin], bucket: bucket(side), ...set }, request);
  return `${decision}: ${why.replace("whether the ACL of b allows it isn't known: ", '')}`;
}

describe('an ACL', () => {
  const list = (caller: AccessRequest['caller']) => ({ caller, action: 's3:ListBucket', resource: BUCKET });

  it.each<[string, Partial<BucketSide>, Partial<AccessRequest>, string]>([
    [
      'that is not known perhaps lets somebody list',
      { grants: new Unknown('x') },
      list(NOBODY),
      "unknown: what it gives isn't known: x",
    ],
    [
      '… and gives nothing that no ACL can',
      { grants: new Unknown('x') },
      { ...list(NOBODY), action: 's3:PutBucketPolicy' },
      'denied: no policy of the resource allows it',
    ],
    [
      '… and does not count where none does',
      { grants: new Unknown('x'), acls: false },
      list(NOBODY),
      'denied: no policy of the resource allows it',
    ],
    [
      'perhaps counts where nobody tells',
      { grants: [{ grantee: 'everybody', permission: 'READ' }], acls: new Unknown('x') },
      list(NOBODY),
      'unknown: x',
    ],
    [
      'perhaps gives a service what everybody has',
      { grants: [{ grantee: 'everybody', permission: 'READ' }] },
      list(service),
      "unknown: what an ACL for everybody gives within the account and to services isn't documented",
    ],
    [
      'perhaps gives a service what only an id tells',
      { grants: [{ grantee: 'other', permission: 'WRITE' }] },
      { caller: service, action: 's3:PutObject' },
      "unknown: whose the object is that is written or deleted isn't told",
    ],
    [
      'perhaps is ignored',
      { grants: [{ grantee: 'everybody', permission: 'READ' }], block: { ...off, ignorePublicAcls: new Unknown('x') } },
      list(NOBODY),
      'unknown: x',
    ],
    [
      'for one account is not ignored',
      { grants: [{ grantee: 'other', permission: 'READ' }], block: { ...off, ignorePublicAcls: true } },
      list(bob),
      "unknown: whom its ACL names isn't told",
    ],
    [
      'gives nothing of what is asked of an object',
      { grants: [{ grantee: 'everybody', permission: 'READ' }] },
      { ...list(NOBODY), resource: `${BUCKET}/a` },
      'denied: no policy of the resource allows it',
    ],
    [
      '… and perhaps something where only apply tells what is asked for',
      { grants: [{ grantee: 'everybody', permission: 'READ' }] },
      { ...list(NOBODY), resource: textOf([BUCKET, new Unknown('x')]) },
      "unknown: whether an object is asked for isn't known",
    ],
    [
      '… and surely something where that has no slash',
      { grants: [{ grantee: 'everybody', permission: 'READ' }] },
      { ...list(NOBODY), resource: textOf(['arn:aws:s3:::', new Reference([{ key: 'dev:aws_s3_bucket.b', attribute: 'bucket' }])]) },
      'allowed: the ACL of b allows it',
    ],
  ])('%s', (_what, side, request, expected) => {
    expect(said(side, request)).toBe(expected);
  });

  it('that is stored gives what a block keeps new ones from giving', () => {
    const side = { grants: [{ grantee: 'everybody', permission: 'READ' }], block: { ...off, blockPublicAcls: true } } as const;

    expect(said(side, list(NOBODY))).toBe('allowed: the ACL of b allows it');
    expect(said({ ...side, isStored: false }, list(NOBODY))).toMatch(/^unknown: S3 stores no public ACL/);
  });

  it('that names an account gives nothing to those of its own, whose policies decide', () => {
    const own = { action: 's3:ListBucket', resource: BUCKET };

    expect(said({ grants: [{ grantee: 'other', permission: 'READ' }] }, own, { identity: [] })).toBe(
      "denied: no policy of the caller's allows it",
    );
  });

  it('perhaps is limited, too, where a public policy is', () => {
    const open = named('open', { Effect: 'Allow', Principal: '*', ...ALL, Action: 's3:Get*' });
    const side = {
      grants: [{ grantee: 'everybody', permission: 'READ' }],
      block: { ...off, restrictPublicBuckets: true },
    } as const;

    expect(said(side, list(NOBODY), { resource: [open] })).toBe(
      'unknown: what restrict_public_buckets leaves of an ACL is not documented',
    );
  });
});

describe('of an object whose ACL no document tells', () => {
  const untold = "unknown: the ACLs of objects aren't in the documents";
  const denied = 'denied: no policy of the resource allows it';
  const ignoring = { block: { ...off, ignorePublicAcls: true } };

  it.each<[string, Partial<BucketSide>, Partial<AccessRequest>, string]>([
    ['everybody perhaps may read it', {}, { caller: NOBODY }, untold],
    ['… and not where public ACLs are ignored', ignoring, { caller: NOBODY }, denied],
    [
      '… but where anybody may have written it',
      { ...ignoring, grants: [{ grantee: 'other', permission: 'WRITE' }] },
      { caller: NOBODY },
      untold,
    ],
    ['everybody surely may not tag it', {}, { caller: NOBODY, action: 's3:PutObjectTagging' }, denied],
    ['another account perhaps may tag it', {}, { caller: bob, action: 's3:PutObjectTagging' }, untold],
    ['nobody may do with it what is no action of S3', {}, { caller: bob, action: 'kms:Decrypt' }, denied],
    ['a service perhaps may read it', ignoring, { caller: { kind: 'federated', arn: 'x' } }, untold],
  ])('%s', (_what, side, request, expected) => {
    expect(said(side, request)).toBe(expected);
  });
});

describe('an object is perhaps of somebody else', () => {
  const mine = { caller: { kind: 'root' as const, arn: `arn:aws:iam::${HOME}:root`, accountId: HOME } };
  const reads = (statement: object): string =>
    said({}, mine, { resource: [named('p', { Effect: 'Allow', Resource: '*', ...statement })] }).split(':')[0] ?? '';

  it.each<[string, object, string]>([
    ['where another account may write', { Principal: { AWS: OTHER }, Action: 's3:Put*' }, 'unknown'],
    ['where all but one may', { NotPrincipal: { AWS: HOME }, Action: 's3:PutObject' }, 'unknown'],
    ['where it may all but something', { Principal: { AWS: OTHER }, NotAction: 's3:GetObject' }, 'unknown'],
    ['not where a role of its own may', { Principal: { AWS: `arn:aws:iam::${HOME}:role/a` }, Action: 's3:PutObject' }, 'allowed'],
    [
      'not where a session of its own may',
      { Principal: { AWS: `arn:aws:sts::${HOME}:assumed-role/a/b` }, Action: 's3:PutObject' },
      'allowed',
    ],
    [
      'where a user may whose id tells no account',
      { Principal: { AWS: 'AIDACKCEVSQ6C2EXAMPLE' }, Action: 's3:PutObject' },
      'unknown',
    ],
    ['not where it may only read', { Principal: { AWS: OTHER }, Action: 's3:GetObject' }, 'allowed'],
    ['where one of two who may is of another account', { Principal: { AWS: [HOME, OTHER] }, Action: 's3:PutObject' }, 'unknown'],
    ['where one of two things that it may is to write', { Principal: { AWS: OTHER }, Action: ['s3:Get*', 's3:Put*'] }, 'unknown'],
    ['where a service may', { Principal: { Service: 'logging.s3.amazonaws.com' }, Action: 's3:PutObject' }, 'unknown'],
    [
      'not where another account is kept from it',
      { Effect: 'Deny', Principal: { AWS: OTHER }, Action: 's3:PutObject' },
      'allowed',
    ],
  ])('%s', (_what, statement, expected) => {
    expect(reads(statement)).toBe(expected);
  });

  it('where its policy or ACL is not known', () => {
    const hidden = { name: 'far', policy: new Unknown('x') };

    expect(said({ grants: new Unknown('x') }, mine)).toMatch(/^unknown: who owns the object/);
    expect(said({}, mine, { resource: [hidden] })).toMatch(/^unknown: /);
  });
});

/** S3 user guide, "Access control list (ACL) overview": Mapping of ACL permissions and access policy permissions. */
describe('what the permissions of a bucket allow everybody', () => {
  const LISTING = ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'];
  const WRITING = ['s3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:AbortMultipartUpload'];
  const EVERY = [...LISTING, ...WRITING, 's3:GetBucketAcl', 's3:PutBucketAcl', 's3:GetBucketPolicy'];
  const decided = (permission: AclGrant['permission'], action: string): string => {
    const resource = WRITING.includes(action) ? `${BUCKET}/a` : BUCKET;
    const [decision = ''] = said({ grants: [{ grantee: 'everybody', permission }] }, { caller: NOBODY, action, resource }).split(
      ':',
    );
    return decision;
  };

  it.each<[AclGrant['permission'], readonly string[], readonly string[]]>([
    ['READ', LISTING, []],
    ['WRITE', [], WRITING],
    ['READ_ACP', ['s3:GetBucketAcl'], []],
    ['WRITE_ACP', ['s3:PutBucketAcl'], []],
    ['FULL_CONTROL', [...LISTING, 's3:GetBucketAcl', 's3:PutBucketAcl'], WRITING],
  ])('%s: surely %j, perhaps %j', (permission, surely, perhaps) => {
    expect(EVERY.filter((action) => decided(permission, action) === 'allowed').sort()).toEqual([...surely].sort());
    expect(EVERY.filter((action) => decided(permission, action) === 'unknown').sort()).toEqual([...perhaps].sort());
  });

  it('authenticated lets in whoever has an account, and nobody else', () => {
    const grants: BucketSide['grants'] = [{ grantee: 'authenticated', permission: 'READ' }];
    const list = (caller: AccessRequest['caller']): string =>
      said({ grants }, { caller, action: 's3:ListBucket', resource: BUCKET });

    expect(list(bob)).toMatch(/^allowed: /);
    expect(list(NOBODY)).toBe('denied: no policy of the resource allows it');
  });
});
