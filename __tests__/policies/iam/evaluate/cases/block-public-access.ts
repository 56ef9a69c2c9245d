import { NOBODY, OTHER, service, user } from '../../../../iam';
import type { StatementJson } from '../../../../iam';
import { allow, type Case, type CaseBucket, type CaseRequest, casesOf, grant, openOnes, policy, type Row } from './case';

type Conditions = NonNullable<StatementJson['Condition']>;

const open = grant('*');
const openIf = (Condition: Conditions) => ({ resource: [grant('*', { Condition })], bucket: restricted });
const restricted: CaseBucket = { restrictPublicBuckets: true };
const everything = allow('*');
const nobody = { caller: NOBODY };
const bob = { caller: user('bob', OTHER) };
const from = (vpc: string): Partial<CaseRequest> => ({ ...nobody, context: { 'aws:SourceVpc': vpc } });
const by = (address: string): Partial<CaseRequest> => ({ ...nobody, context: { 'aws:SourceIp': address } });

const trail = { Sid: 'Trail', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: '*', Resource: '*' };
const account = { Sid: 'Account', Principal: { AWS: OTHER }, Action: '*', Resource: '*' };
const world = { Sid: 'World', Principal: '*' as const, Action: '*', Resource: '*' };
const three = { identity: [everything], resource: [policy(trail, account, world)], bucket: restricted };
const two = { identity: [everything], resource: [policy(trail, account)], bucket: restricted };

const BLOCKED: readonly Row[] = [
  ['a public policy lets in everybody where nothing is blocked', { resource: [open], bucket: {} }, 'allowed by resource', nobody],
  [
    'a public policy lets in nobody from outside where that is restricted',
    { resource: [open], bucket: restricted },
    'denied by resource',
    nobody,
  ],
  [
    '… nor a user of another account',
    { identity: [everything], resource: [open], bucket: restricted },
    'denied by resource',
    bob,
  ],
  ['… but users of its own account', { resource: [open], bucket: restricted }, 'allowed by resource'],
  [
    'what a public policy denies, it denies',
    { identity: [everything], resource: [policy(world, { ...world, Effect: 'Deny', Action: 's3:Get*' })], bucket: restricted },
    'denied by explicit deny',
  ],
  [
    'of three statements one is public: CloudTrail comes in',
    three,
    'allowed by resource',
    { caller: service('cloudtrail.amazonaws.com') },
  ],
  ['… and Account-2 does not, which another statement names', three, 'denied by resource', bob],
  ['without the public one Account-2 comes in', two, 'allowed by identity and resource', bob],
  [
    'a policy for one user is not public',
    { identity: [everything], resource: [grant({ AWS: bob.caller.arn })], bucket: restricted },
    'allowed by identity and resource',
    bob,
  ],
  [
    'aws:SourceVpc like vpc-* leaves a policy public',
    openIf({ StringLike: { 'aws:SourceVpc': 'vpc-*' } }),
    'denied by resource',
    from('vpc-91237329'),
  ],
  [
    '… and one of vpc-91237329 does not',
    openIf({ StringEquals: { 'aws:SourceVpc': 'vpc-91237329' } }),
    'allowed by resource',
    from('vpc-91237329'),
  ],
  [
    '… nor does StringLike without a wildcard',
    openIf({ StringLike: { 'aws:SourceVpc': 'vpc-91237329' } }),
    'allowed by resource',
    from('vpc-91237329'),
  ],
  [
    '… but any but one does',
    openIf({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }),
    'denied by resource',
    from('vpc-91237329'),
  ],
  [
    'aws:SourceIp 0.0.0.0/1 leaves a policy public',
    openIf({ IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }),
    'denied by resource',
    by('10.0.0.7'),
  ],
  ['… and 10.0.0.0/8 does not', openIf({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }), 'allowed by resource', by('10.0.0.7')],
  [
    '… 12.0.0.0/7 does beside 10.0.0.0/8',
    openIf({ IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '12.0.0.0/7'] } }),
    'denied by resource',
    by('10.0.0.7'),
  ],
  ['… 2001:db8::/31 does', openIf({ IpAddress: { 'aws:SourceIp': '2001:db8::/31' } }), 'denied by resource', by('2001:db8::5')],
  [
    '… 2001:db8::/32 does not',
    openIf({ IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }),
    'allowed by resource',
    by('2001:db8::5'),
  ],
  [
    'aws:SecureTransport leaves a policy public',
    openIf({ Bool: { 'aws:SecureTransport': 'true' } }),
    'denied by resource',
    { ...nobody, context: { 'aws:SecureTransport': 'true' } },
  ],
  [
    'aws:PrincipalOrgID of one organisation does not',
    { identity: [everything], ...openIf({ StringEquals: { 'aws:PrincipalOrgID': 'o-a' } }) },
    'allowed by identity and resource',
    { ...bob, context: { 'aws:PrincipalOrgID': 'o-a' } },
  ],
  [
    '… of any does',
    { identity: [everything], ...openIf({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } }) },
    'denied by resource',
    { ...bob, context: { 'aws:PrincipalOrgID': 'o-a' } },
  ],
  [
    'all access points of one account do not',
    {
      identity: [everything],
      ...openIf({ ArnLike: { 's3:DataAccessPointArn': 'arn:aws:s3:us-west-2:123456789012:accesspoint/*' } }),
    },
    'allowed by identity and resource',
    { ...bob, context: { 's3:DataAccessPointArn': 'arn:aws:s3:us-west-2:123456789012:accesspoint/a' } },
  ],
  [
    'what a tag of the caller makes of it, no page says',
    { identity: [everything], ...openIf({ StringEquals: { 'aws:PrincipalTag/team': 'a' } }) },
    'unknown by resource',
    { ...bob, context: { 'aws:PrincipalTag/team': 'a' } },
  ],
  [
    'what IfExists makes of it, no page says',
    openIf({ StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }),
    'unknown by resource',
    from('vpc-1'),
  ],
  [
    'what aws:userid of the pattern AROLEID:* makes of it, no page says',
    { identity: [everything], ...openIf({ StringLike: { 'aws:userid': 'AROAEXAMPLEEXAMPLE:*' } }) },
    'unknown by resource',
    { ...bob, context: { 'aws:userid': 'AROAEXAMPLEEXAMPLE:x' } },
  ],
  [
    'what a Deny for strangers makes of it, no page says',
    {
      resource: [policy(world, { ...world, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } })],
      bucket: restricted,
    },
    'unknown by resource',
    from('vpc-1'),
  ],
  [
    'who is let in is not known where nobody tells whether it is restricted',
    { resource: [open], bucket: { restrictPublicBuckets: 'hidden' } },
    'unknown by resource',
    nobody,
  ],
  [
    '… but by a policy that is not public',
    { identity: [everything], resource: [grant({ AWS: OTHER })], bucket: { restrictPublicBuckets: 'hidden' } },
    'allowed by identity and resource',
    bob,
  ],
  [
    'a public policy that is blocked is refused, or was there before',
    { resource: [open], bucket: { blockPublicPolicy: true, isStored: false } },
    'unknown by resource',
    nobody,
  ],
  ['… and one that is stored is not', { resource: [open], bucket: { blockPublicPolicy: true } }, 'allowed by resource', nobody],
  [
    'what a policy denies that is refused is not sure either',
    {
      identity: [everything],
      resource: [policy(world, { ...world, Effect: 'Deny', Action: 's3:Get*' })],
      bucket: { blockPublicPolicy: true, isStored: false },
    },
    'unknown by explicit deny',
  ],
];

/** What S3 lets a public policy do. */
export const blockPublicAccess: Readonly<Record<string, readonly Case[]>> = {
  'Block Public Access': openOnes(
    casesOf(
      'S3 UG, Blocking public access to your Amazon S3 storage: The meaning of "public"; Block public access settings',
      BLOCKED,
    ),
  ),
};
