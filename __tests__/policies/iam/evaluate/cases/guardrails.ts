import { HOME, NOBODY, OTHER, rootUser, service, session, user } from '../../../../iam';
import { allow, BUCKET, type Case, type CaseRequest, casesOf, deny, grant, policy, type Row } from './case';

const named = { Principal: '*' as const };
const outside = { caller: session('reader', 'work', OTHER) };
const everything = allow('*');
const s3 = allow('s3:*');
const full = allow('*', named);
const region = deny('*', { Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } } });
const linked = { caller: session('aws-service-role/x.amazonaws.com/AWSServiceRoleForX') };
const confused = deny('s3:*', {
  ...named,
  Condition: { StringNotEqualsIfExists: { 'aws:SourceAccount': HOME }, Bool: { 'aws:PrincipalIsAWSService': 'true' } },
});
const perimeter = deny('s3:*', {
  ...named,
  Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
});
const trail = { caller: service('cloudtrail.amazonaws.com'), action: 's3:PutObject' };
const toTrail = grant({ Service: 'cloudtrail.amazonaws.com' });

const GUARDS: readonly Row[] = [
  ['a service control policy gives nothing', { scp: [[everything]] }, 'denied by identity'],
  ['what it allows, the identity may have', { identity: [s3], scp: [[everything]] }, 'allowed by identity'],
  ['what it does not allow, nobody has', { identity: [s3], scp: [[allow('ec2:*')]] }, 'denied by scp'],
  [
    'each level has to allow: the root does not',
    { identity: [s3], scp: [[allow('ec2:*')], [everything], [everything]] },
    'denied by scp',
  ],
  [
    'each level has to allow: the account does not',
    { identity: [s3], scp: [[everything], [everything], [allow('ec2:*')]] },
    'denied by scp',
  ],
  ['one policy of a level is enough', { identity: [s3], scp: [[allow('ec2:*'), s3], [everything]] }, 'allowed by identity'],
  [
    'a Deny at any level ends it',
    { identity: [s3], scp: [[everything], [everything, deny('s3:*')], [everything]] },
    'denied by explicit deny',
  ],
  [
    "it limits what a resource gives to the account's users",
    { resource: [grant({ AWS: user('alice').arn })], scp: [[allow('ec2:*')]] },
    'denied by scp',
  ],
  ['it limits the root user', { scp: [[allow('ec2:*')]] }, 'denied by scp', { caller: rootUser() }],
  ['it limits no service', { resource: [toTrail], scp: [[deny('*')]] }, 'allowed by resource', trail],
  ['it limits no service-linked role', { identity: [s3], scp: [[deny('*')]] }, 'allowed by identity', linked],
  [
    'other Regions are denied',
    { identity: [s3], scp: [[everything, region]] },
    'denied by explicit deny',
    { context: { 'aws:RequestedRegion': 'us-east-1' } },
  ],
  [
    'the own Region is not',
    { identity: [s3], scp: [[everything, region]] },
    'allowed by identity',
    { context: { 'aws:RequestedRegion': 'eu-west-1' } },
  ],
  ['a resource control policy gives nothing', { rcp: [[full]] }, 'denied by identity'],
  ['a resource control policy lets pass what it allows', { identity: [s3], rcp: [[full], [full]] }, 'allowed by identity'],
  [
    'a Deny of a resource control policy ends it',
    { identity: [s3], rcp: [[full, deny('s3:*', named)]] },
    'denied by explicit deny',
  ],
  [
    'a level of resource control without Allow ends it',
    { identity: [s3], rcp: [[full], [allow('kms:*', named)]] },
    'denied by rcp',
  ],
  [
    'a resource control policy limits services too',
    { resource: [toTrail], rcp: [[full, confused]] },
    'denied by explicit deny',
    { ...trail, context: { 'aws:SourceAccount': OTHER } },
  ],
  [
    'a service for the own account passes it',
    { resource: [toTrail], rcp: [[full, confused]] },
    'allowed by resource',
    { ...trail, context: { 'aws:SourceAccount': HOME } },
  ],
  [
    'a resource control policy limits the root user',
    { rcp: [[full, deny('s3:*', named)]] },
    'denied by explicit deny',
    { caller: rootUser() },
  ],
  [
    'a resource control policy limits no service-linked role',
    { identity: [s3], rcp: [[deny('*', named)]] },
    'allowed by identity',
    linked,
  ],
  [
    'strangers stay outside the perimeter',
    { identity: [s3], resource: [grant('*')], rcp: [[full, perimeter]] },
    'denied by explicit deny',
    { ...outside, context: { 'aws:PrincipalOrgID': 'o-b' } },
  ],
  [
    'members are inside the perimeter',
    { identity: [s3], resource: [grant('*')], rcp: [[full, perimeter]] },
    'allowed by identity and resource',
    { ...outside, context: { 'aws:PrincipalOrgID': 'o-a' } },
  ],
  ['services are spared by the perimeter', { resource: [toTrail], rcp: [[full, perimeter]] }, 'allowed by resource', trail],
];

const tls = deny('s3:*', { ...named, Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
const source = (value: string): Partial<CaseRequest> => ({ ...trail, context: { 'aws:SourceArn': value } });
const OWN_TRAIL = `arn:aws:cloudtrail:eu-west-1:${HOME}:trail/main`;
const fromTrail = grant({ Service: 'cloudtrail.amazonaws.com' }, { Condition: { ArnEquals: { 'aws:SourceArn': OWN_TRAIL } } });
const vpce = deny('s3:*', { ...named, Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } });

const OTHERS: readonly Row[] = [
  ['a service is let in by its name', { resource: [toTrail] }, 'allowed by resource', trail],
  [
    'another service is not',
    { resource: [toTrail] },
    'denied by resource',
    { ...trail, caller: service('config.amazonaws.com') },
  ],
  ['a service for the own trail', { resource: [fromTrail] }, 'allowed by resource', source(OWN_TRAIL)],
  [
    "a service for somebody else's trail",
    { resource: [fromTrail] },
    'denied by resource',
    source(`arn:aws:cloudtrail:eu-west-1:${OTHER}:trail/main`),
  ],
  ['a service that names no source', { resource: [fromTrail] }, 'denied by resource', source('absent')],
  [
    'a service has no name of a user',
    { resource: [grant('*', { Condition: { Null: { 'aws:username': 'true' } } })] },
    'allowed by resource',
    trail,
  ],
  ['nobody is let in by a star', { resource: [grant('*')] }, 'allowed by resource', { caller: NOBODY }],
  ['nobody is let in by {"AWS": "*"} too', { resource: [grant({ AWS: '*' })] }, 'allowed by resource', { caller: NOBODY }],
  ['nobody is of an account', { resource: [grant({ AWS: [HOME, OTHER] })] }, 'denied by resource', { caller: NOBODY }],
  [
    'nobody has no ARN',
    { resource: [grant('*', { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:*' } } })] },
    'denied by resource',
    { caller: NOBODY },
  ],
  [
    "nobody's type is Anonymous",
    { resource: [grant('*', { Condition: { StringEquals: { 'aws:PrincipalType': 'Anonymous' } } })] },
    'allowed by resource',
    { caller: NOBODY },
  ],
  [
    'nobody is member of an organisation',
    { resource: [grant('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a' } } })] },
    'denied by resource',
    { caller: NOBODY },
  ],
  [
    'in clear text nothing passes',
    { identity: [s3], resource: [tls] },
    'denied by explicit deny',
    { context: { 'aws:SecureTransport': 'false' } },
  ],
  [
    'in clear text no service passes either',
    { resource: [toTrail, tls] },
    'denied by explicit deny',
    { ...trail, context: { 'aws:SecureTransport': 'false' } },
  ],
  [
    'encrypted it passes',
    { identity: [s3], resource: [tls] },
    'allowed by identity',
    { context: { 'aws:SecureTransport': 'true' } },
  ],
  [
    'by the endpoint it passes',
    { identity: [s3], resource: [vpce] },
    'allowed by identity',
    { context: { 'aws:SourceVpce': 'vpce-1' } },
  ],
  [
    'by another endpoint it does not',
    { identity: [s3], resource: [vpce] },
    'denied by explicit deny',
    { context: { 'aws:SourceVpce': 'vpce-2' } },
  ],
  [
    'by no endpoint it does not',
    { identity: [s3], resource: [vpce] },
    'denied by explicit deny',
    { context: { 'aws:SourceVpce': 'absent' } },
  ],
  ['the default policy of an endpoint lets everything pass', { identity: [s3], endpoint: grant('*') }, 'allowed by identity'],
  ['an endpoint gives nothing', { endpoint: grant('*') }, 'denied by identity'],
  [
    'an endpoint limits what passes it',
    { identity: [s3], endpoint: grant('*', { Resource: 'arn:aws:s3:::other/*' }) },
    'denied by endpoint',
  ],
  [
    'an endpoint limits the root user',
    { endpoint: grant('*', { Action: 's3:PutObject' }) },
    'denied by endpoint',
    { caller: rootUser() },
  ],
  [
    'an endpoint denies explicitly',
    {
      identity: [s3],
      endpoint: policy(
        { Sid: 'All', ...named, Action: '*', Resource: '*' },
        { Sid: 'No', Effect: 'Deny', ...named, Action: 's3:*', Resource: `${BUCKET}/*` },
      ),
    },
    'denied by explicit deny',
  ],
  ['an endpoint for the account lets its users pass', { identity: [s3], endpoint: grant({ AWS: HOME }) }, 'allowed by identity'],
  [
    'an endpoint for another account lets nobody of this one pass',
    { identity: [s3], endpoint: grant({ AWS: OTHER }) },
    'denied by endpoint',
  ],
];

/** What limits whole organisations, and who is of none. */
export const guardrails: Readonly<Record<string, readonly Case[]>> = {
  'Service and resource control policies': casesOf('Organizations UG, SCP evaluation; RCP evaluation', GUARDS),
  'Services, anonymous requests and endpoints': casesOf('IAM UG, Principal; Confused deputy; VPC UG, Endpoint policies', OTHERS),
};
