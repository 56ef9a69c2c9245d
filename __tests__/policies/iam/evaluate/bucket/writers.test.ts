import { decide } from '../../../../../policies/iam/evaluate/decide';
import type { BucketSide, PlacedPolicy, PolicySet } from '../../../../../policies/iam/policy-set';
import type { AccessRequest } from '../../../../../policies/iam/request';
import { textOf, type TextPart } from '../../../../../policies/model/arns';
import { readPolicy } from '../../../../../policies/model/policy/read-policy';
import { Reference, Unknown } from '../../../../../policies/model/term';
import { HOME, named, OPEN_BUCKET, OTHER, REQUEST, root } from '../asking';

const NONE: PolicySet = { identity: [], resource: [], resourceKind: 'other', grants: [], doubts: [] };
const mine: AccessRequest = { ...REQUEST, caller: root(HOME) };
const writing = { Effect: 'Allow', Resource: '*', Action: 's3:PutObject' };

/** What the root user of the bucket's account is told, who may all that nobody else decides. */
function told(side: Partial<BucketSide>, resource: readonly PlacedPolicy[], request = mine): string {
  const { decision, why } = decide({ ...NONE, resource, bucket: { ...OPEN_BUCKET, ...side } }, request);
  return decision === 'unknown' ? why : decision;
}
const reads = (...statements: readonly object[]): string => told({}, [named('p', ...statements)]);

const ALLOWED = 'allowed';
const UNTOLD = "who owns the object isn't told: another account may have written it, and decides then";

describe('an object is perhaps of somebody else', () => {
  it.each<[string, object, string]>([
    ['where another account may write', { Principal: { AWS: OTHER }, Action: 's3:Put*' }, UNTOLD],
    ['where all but one may', { NotPrincipal: { AWS: HOME } }, UNTOLD],
    ['where it may all but something', { Principal: { AWS: OTHER }, Action: undefined, NotAction: 's3:GetObject' }, UNTOLD],
    ['not where a role of its own may', { Principal: { AWS: `arn:aws:iam::${HOME}:role/a` } }, ALLOWED],
    ['not where a session of its own may', { Principal: { AWS: `arn:aws:sts::${HOME}:assumed-role/a/b` } }, ALLOWED],
    ['where a user may whose id tells no account', { Principal: { AWS: 'AIDACKCEVSQ6C2EXAMPLE' } }, UNTOLD],
    ['where whom its provider vouches for may', { Principal: { Federated: `arn:aws:iam::${HOME}:saml-provider/p` } }, UNTOLD],
    ['where another account replicates what stays its own', { Principal: { AWS: OTHER }, Action: 's3:ReplicateObject' }, UNTOLD],
    ['not where it may only read', { Principal: { AWS: OTHER }, Action: 's3:GetObject' }, ALLOWED],
    ['not where nobody is named', {}, ALLOWED],
    ['where one of two who may is of another account', { Principal: { AWS: [HOME, OTHER] } }, UNTOLD],
    ['where one of two things that it may is to write', { Principal: { AWS: OTHER }, Action: ['s3:Get*', 's3:Put*'] }, UNTOLD],
    ['where a service may', { Principal: { Service: 'logging.s3.amazonaws.com' } }, UNTOLD],
    ['not where another account is kept from it', { Effect: 'Deny', Principal: { AWS: OTHER } }, ALLOWED],
  ])('%s', (_what, statement, expected) => {
    expect(reads({ ...writing, ...statement })).toBe(expected);
  });

  it('where the second of two statements lets another account write', () => {
    expect(reads({ ...writing, Principal: { AWS: HOME } }, { ...writing, Principal: { AWS: OTHER } })).toBe(UNTOLD);
  });

  it.each<[BucketSide['grants'], string]>([
    [[{ grantee: 'other', permission: 'WRITE' }], UNTOLD],
    [[{ grantee: 'other', permission: 'FULL_CONTROL' }], UNTOLD],
    [[{ grantee: 'other', permission: 'WRITE_ACP' }], ALLOWED],
    [new Unknown('x'), UNTOLD],
  ])('where its ACL %j lets others write: %s', (grants, expected) => {
    expect(told({ grants }, [])).toBe(expected);
  });

  const hole = (attribute: string): Reference => new Reference([{ key: 'dev:aws_iam_role.r', attribute }]);
  it.each<[string, readonly TextPart[], string]>([
    ['who may write', [hole('arn')], UNTOLD],
    ['… but for the name of a role of its own', [`arn:aws:iam::${HOME}:role/`, hole('name')], ALLOWED],
    ['… and of another account', [`arn:aws:iam::${OTHER}:role/`, hole('name')], UNTOLD],
  ])('where apply alone tells %s', (_what, parts, expected) => {
    const statement = { ...writing, Principal: { AWS: '@' } };
    const [before = '', after = ''] = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }).split('@');

    expect(told({}, [{ name: 'p', policy: readPolicy(textOf([before, ...parts, after])) }])).toBe(expected);
  });

  it('where a service may write into the own bucket of an account that is not told', () => {
    const { resourceAccountId: _account, ...asked } = REQUEST;
    const request: AccessRequest = { ...asked, caller: { kind: 'root', arn: 'arn:aws:iam:::root' }, isOwn: true };
    const policy = named('p', { ...writing, Principal: { Service: 'logging.s3.amazonaws.com' } });

    expect(told({}, [policy], request)).toBe(UNTOLD);
  });

  it('where its policy is not known, or is none that AWS takes', () => {
    expect(told({}, [{ name: 'far', policy: new Unknown('x') }])).toBe(UNTOLD);
    expect(reads({ ...writing, Principal: { AWS: HOME }, Action: undefined })).toBe(UNTOLD);
  });

  it.each([
    ['s3:PutObject', ALLOWED],
    ['s3:DeleteObject', ALLOWED],
    ['s3:DeleteObjectVersion', ALLOWED],
    ['s3:AbortMultipartUpload', ALLOWED],
    ['s3:ListMultipartUploadParts', ALLOWED],
    ['s3:RestoreObject', ALLOWED],
    ['s3:PutObjectTagging', UNTOLD],
    ['s3:GetObjectVersion', UNTOLD],
  ])('to which the owner of the bucket may do %s all the same: %s', (action, expected) => {
    expect(told({}, [named('p', { ...writing, Principal: { AWS: OTHER } })], { ...mine, action })).toBe(expected);
  });
});
