import type { AclGrant } from '../../../../../policies/model/identity/bucket-gates';
import type { BucketSide, PolicySet } from '../../../../../policies/iam/policy-set';
import type { AccessRequest } from '../../../../../policies/iam/request';
import { textOf } from '../../../../../policies/model/arns';
import { Reference, Unknown } from '../../../../../policies/model/term';
import { admin, ALL, ask, named, OPEN_BUCKET, OTHER } from '../asking';

const off = OPEN_BUCKET.block;
const bucket = (more: Partial<BucketSide>): BucketSide => ({ ...OPEN_BUCKET, ...more });
const BUCKET = 'arn:aws:s3:::logs';
const READ: BucketSide['grants'] = [{ grantee: 'everybody', permission: 'READ' }];
const hole = (resource: string, attribute: string): Reference => new Reference([{ key: `dev:${resource}`, attribute }]);
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
      { ...list(NOBODY), resource: textOf(['arn:aws:s3:::', hole('aws_s3_bucket.b', 'bucket')]) },
      'allowed: the ACL of b allows it',
    ],
    [
      '… and perhaps where it may have one',
      { grants: READ },
      { ...list(NOBODY), resource: textOf(['arn:aws:s3:::', hole('aws_iam_role.r', 'name')]) },
      "unknown: whether an object is asked for isn't known",
    ],
    ['that nothing blocks is stored', { grants: READ, isStored: false }, list(NOBODY), 'allowed: the ACL of b allows it'],
    [
      '… and perhaps is not where nobody tells whether it is blocked',
      { grants: READ, isStored: false, block: { ...off, blockPublicAcls: new Unknown('x') } },
      list(NOBODY),
      'unknown: x',
    ],
  ])('%s', (_what, side, request, expected) => {
    expect(said(side, request)).toBe(expected);
  });

  it('that is stored gives what a block keeps new ones from giving', () => {
    const side = { grants: [{ grantee: 'everybody', permission: 'READ' }], block: { ...off, blockPublicAcls: true } } as const;

    expect(said(side, list(NOBODY))).toBe('allowed: the ACL of b allows it');
    expect(said({ ...side, isStored: false }, list(NOBODY))).toMatch(/^unknown: S3 stores no public ACL/);
  });

  it('that decides is named with its bucket', () => {
    const key = 'dev:aws_s3_bucket.logs';
    const { statement } = ask({ bucket: bucket({ key, grants: READ }) }, list(NOBODY));

    expect(statement).toEqual({ policy: { name: 'the ACL of b', key, policy: new Unknown('it is an ACL') } });
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
    ['… and not where public ACLs are ignored', ignoring, { caller: NOBODY }, denied],
    [
      '… but where anybody may have written it',
      { ...ignoring, grants: [{ grantee: 'other', permission: 'WRITE' }] },
      { caller: NOBODY },
      untold,
    ],
    [
      '… nor may do more to it who is of the account of the bucket and has no policies',
      { ...ignoring, grants: [{ grantee: 'other', permission: 'WRITE' }] },
      { action: 's3:PutObjectTagging' },
      "denied: no policy of the caller's allows it",
    ],
    ['another account perhaps may tag it', {}, { caller: bob, action: 's3:PutObjectTagging' }, untold],
    ['nobody may do with it what is no action of S3', {}, { caller: bob, action: 'kms:Decrypt' }, denied],
    ['a service perhaps may read it', ignoring, { caller: { kind: 'federated', arn: 'x' } }, untold],
  ])('%s', (_what, side, request, expected) => {
    expect(said(side, request, { identity: request.caller === undefined ? [] : [admin] })).toBe(expected);
  });

  it.each<[string, string]>([
    ['s3:GetObject', untold],
    ['s3:GetObjectVersion', untold],
    ['s3:GetObjectAcl', untold],
    ['s3:GetObjectVersionAcl', untold],
    ['s3:PutObjectAcl', untold],
    ['s3:PutObjectVersionAcl', untold],
    ['s3:GetObjectTagging', denied],
    ['s3:PutObjectTagging', denied],
    ['s3:GetObjectRetention', denied],
  ])('everybody may do %s: %s', (action, expected) => {
    expect(said({}, { caller: NOBODY, action })).toBe(expected);
  });
});

/** S3 user guide, "Access control list (ACL) overview": Mapping of ACL permissions and access policy permissions. */
describe('what the permissions of a bucket allow everybody', () => {
  const LISTING = ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'];
  const WRITING = [
    's3:PutObject',
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:AbortMultipartUpload',
    's3:ListMultipartUploadParts',
  ];
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
