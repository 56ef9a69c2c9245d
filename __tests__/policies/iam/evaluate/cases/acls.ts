import { HOME, NOBODY, OTHER, rootUser, user } from '../../../../iam';
import type { AclGrant } from '../../../../iam';
import { allow, BUCKET, type Case, type CaseBucket, type CaseRequest, casesOf, deny, grant, openOnes, type Row } from './case';

const everything = allow('*');
const nobody = { caller: NOBODY };
const bob = { caller: user('bob', OTHER) };

const acl = (permission: AclGrant['permission'], to = 'AllUsers', more: CaseBucket = {}) => ({
  bucket: { acls: true, acl: [{ to, permission }], ...more },
});
const listing = { action: 's3:ListBucket', resource: BUCKET };
const asking = (action: string): Partial<CaseRequest> => ({ ...nobody, action: `s3:${action}`, resource: BUCKET });
const foreign = { identity: [everything], resource: [grant({ AWS: OTHER }, { Action: 's3:PutObject' })] };

const ACLS: readonly Row[] = [
  ['public-read lets everybody list', acl('READ'), 'allowed by resource', { ...nobody, ...listing }],
  [
    '… not where the owner of the bucket owns all',
    acl('READ', 'AllUsers', { acls: false }),
    'denied by resource',
    { ...nobody, ...listing },
  ],
  [
    '… not where public ACLs are ignored',
    acl('READ', 'AllUsers', { ignorePublicAcls: true }),
    'denied by resource',
    { ...nobody, ...listing },
  ],
  [
    '… not what its policy denies',
    { resource: [deny('s3:*', { Principal: '*' })], ...acl('READ') },
    'denied by explicit deny',
    { ...nobody, ...listing },
  ],
  [
    '… a user of another account, whose own policies allow it',
    { identity: [everything], ...acl('READ') },
    'allowed by identity and resource',
    { ...bob, ...listing },
  ],
  ['… and no user whose own do not', acl('READ'), 'denied by identity', { ...bob, ...listing }],
  ['what it gives within the account, no page says', acl('READ'), 'unknown by resource', listing],
  ['READ lets everybody list versions', acl('READ'), 'allowed by resource', asking('ListBucketVersions')],
  ['READ lets everybody list uploads', acl('READ'), 'allowed by resource', asking('ListBucketMultipartUploads')],
  ['READ shows nobody the ACL', acl('READ'), 'denied by resource', asking('GetBucketAcl')],
  ['READ_ACP shows everybody the ACL', acl('READ_ACP'), 'allowed by resource', asking('GetBucketAcl')],
  ['WRITE_ACP lets everybody change the ACL', acl('WRITE_ACP'), 'allowed by resource', asking('PutBucketAcl')],
  ['FULL_CONTROL lets everybody list', acl('FULL_CONTROL'), 'allowed by resource', asking('ListBucket')],
  ['FULL_CONTROL lets nobody change the policy', acl('FULL_CONTROL'), 'denied by resource', asking('PutBucketPolicy')],
  [
    'WRITE lets everybody add an object, and replace none of others',
    acl('WRITE'),
    'unknown by resource',
    { ...nobody, action: 's3:PutObject' },
  ],
  ['authenticated-read lets in no stranger', acl('READ', 'AuthenticatedUsers'), 'denied by resource', { ...nobody, ...listing }],
  [
    '… the root user of another account',
    acl('READ', 'AuthenticatedUsers'),
    'allowed by identity and resource',
    { caller: rootUser(OTHER), ...listing },
  ],
  [
    'whom an ACL names by an id is not told',
    { identity: [everything], ...acl('READ', 'somebody') },
    'unknown by resource',
    { ...bob, ...listing },
  ],
  ['… and nobody who has no account', acl('READ', 'somebody'), 'denied by resource', { ...nobody, ...listing }],
  [
    'what is public of an ACL that is blocked is perhaps not stored',
    acl('READ', 'AllUsers', { blockPublicAcls: true, isStored: false }),
    'unknown by resource',
    { ...nobody, ...listing },
  ],
  ['what the ACL of an object gives, no document tells', { bucket: { acls: true } }, 'unknown by resource', nobody],
  [
    '… but nothing to everybody where public ACLs are ignored',
    { bucket: { acls: true, ignorePublicAcls: true } },
    'denied by resource',
    nobody,
  ],
  [
    '… perhaps something to another account',
    { identity: [everything], bucket: { acls: true, ignorePublicAcls: true } },
    'unknown by resource',
    bob,
  ],
  [
    '… nothing at all where ACLs do not count',
    { bucket: { objectOwner: HOME, objectAcl: [{ to: 'AllUsers', permission: 'READ' }] } },
    'denied by resource',
    nobody,
  ],
];

const OWNERS: readonly Row[] = [
  [
    'an object that another account wrote is perhaps not its to allow',
    { ...foreign, bucket: { acls: true } },
    'unknown by resource',
  ],
  ['… nor one that somebody wrote by the ACL', { identity: [everything], ...acl('WRITE') }, 'unknown by resource'],
  [
    '… nor one that a service wrote',
    { identity: [everything], resource: [grant({ Service: 'x.amazonaws.com' })], bucket: { acls: true } },
    'unknown by resource',
  ],
  ["… it is the bucket owner's where he owns all", { ...foreign, bucket: {} }, 'allowed by identity'],
  [
    '… and where nobody else may write',
    { identity: [everything], resource: [grant({ AWS: OTHER }, { Action: 's3:Get*' })], bucket: { acls: true } },
    'allowed by identity',
  ],
  [
    '… and where only his own users may',
    { identity: [everything], resource: [grant({ AWS: [HOME, user('a').arn] })], bucket: { acls: true } },
    'allowed by identity',
  ],
  [
    'the owner of the bucket deletes any object',
    { ...foreign, bucket: { acls: true } },
    'allowed by identity',
    { action: 's3:DeleteObject' },
  ],
  ['… and lists all', { ...foreign, bucket: { acls: true } }, 'allowed by identity', listing],
];

/** What ACLs of buckets give, and who owns objects. */
export const acls: Readonly<Record<string, readonly Case[]>> = {
  'ACLs of buckets': openOnes(
    casesOf(
      'S3 UG, Access control list (ACL) overview: Who is a grantee?; Mapping of ACL permissions and access policy permissions',
      ACLS,
    ),
  ),
  'Owners of objects': openOnes(
    casesOf(
      'S3 UG, How Amazon S3 authorizes a request for an object operation; Controlling ownership of objects and disabling ACLs',
      OWNERS,
    ),
  ),
};
