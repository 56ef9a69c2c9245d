import { noPublicPolicy } from '../../../../policies/rules/storage/no-public-policy';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { stateOf } from '../shown-universe';

const ARN = 'arn:aws:s3:::acme-data/*';
const ALLOW = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: ARN };
const OPEN = 'violated aws_s3_bucket_policy.data: statement 1 of its policy lets everybody in';

const found = (...statements: readonly object[]): readonly string[] =>
  linesOf(
    noPublicPolicy,
    universeOf({
      'aws_s3_bucket_policy.data': {
        bucket: 'acme-data',
        policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
      },
      'aws_vpc_endpoint.s3': { vpc_id: 'vpc-0123456789abcdef0' },
    }),
  );
const onCondition = (Condition: object): readonly string[] => found({ ...ALLOW, Condition });

describe('a policy lets everybody in', () => {
  it.each<[string, object]>([
    ['"*"', {}],
    ['AWS "*"', { Principal: { AWS: ['arn:aws:iam::111111111111:root', '*'] } }],
    ['NotPrincipal', { Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111111111111:root' } }],
  ])('by %s', (_, change) => {
    expect(found({ ...ALLOW, ...change })).toEqual([OPEN]);
  });

  it.each<[string, object]>([
    ['TLS', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['a referer, which anybody may send', { StringLike: { 'aws:Referer': 'https://acme.example/*' } }],
    ['a user agent', { StringEquals: { 'aws:UserAgent': 'secret' } }],
    ['any organisation', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }],
    ['one organisation, or none', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }],
    ['all values of none', { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } }],
    ['all organisations but one', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }],
    ['a role of this name in any account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }],
    ['one account or any', { StringLike: { 'aws:PrincipalAccount': ['111111111111', '*'] } }],
    ['buckets that anybody may name so', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::acme-*' } }],
    ['the whole internet', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }],
    ['half the internet', { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }],
    ['a /7', { IpAddress: { 'aws:SourceIp': '12.0.0.0/7' } }],
    ['a /31 of IPv6', { IpAddress: { 'aws:SourceIp': '2001:db8::/31' } }],
    ['anybody who is somebody', { Null: { 'aws:PrincipalOrgID': 'false' } }],
    ['the owner of the bucket, who is always the same', { StringEquals: { 'aws:ResourceAccount': '111111111111' } }],
    ['calls that no service makes', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }],
  ])('on the condition of %s', (_, condition) => {
    expect(onCondition(condition)).toEqual([OPEN]);
  });
});

describe('a policy lets only those in that it knows', () => {
  it.each<[string, object]>([
    ['an account', { Principal: { AWS: '111111111111' } }],
    ['a service', { Principal: { Service: 'cloudtrail.amazonaws.com' } }],
    [
      'a role that only apply tells the name of',
      { Principal: { AWS: 'arn:aws:iam::111111111111:role/${aws_vpc_endpoint.s3.id}' } },
    ],
    ['nobody: it is a Deny', { Effect: 'Deny' }],
  ])('by naming %s', (_, change) => {
    expect(found({ ...ALLOW, ...change })).toEqual([]);
  });

  it.each<[string, object]>([
    ['an organisation', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }],
    ['an organisation, the key in another case', { StringEquals: { 'AWS:principalorgid': 'o-a1b2c3d4e5' } }],
    ['a unit of it', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/*' } }],
    ['an account and TLS', { StringEquals: { 'aws:SourceAccount': '111111111111' }, Bool: { 'aws:SecureTransport': 'true' } }],
    ['roles of an account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/*' } }],
    ['one bucket', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:acme-data' } }],
    ['an endpoint', { StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } }],
    ['an endpoint that only apply tells', { StringEquals: { 'aws:SourceVpce': '${aws_vpc_endpoint.s3.id}' } }],
    ['a /8', { IpAddress: { 'aws:SourceIp': '12.0.0.0/8' } }],
    ['a /32 of IPv6', { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }],
    ['the organisation of the bucket', { StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } }],
    ['services of AWS', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }],
  ])('on the condition of %s', (_, condition) => {
    const written = JSON.parse(JSON.stringify(condition).replace('${aws:', '$${aws:')) as object;

    expect(onCondition(written)).toEqual([]);
  });

  it('by a Deny for all others', () => {
    const others = { StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } };

    expect(found(ALLOW, { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: others })).toEqual([]);
  });

  it.each<[string, object]>([
    ['other actions', { Action: 's3:PutObject' }],
    ['other objects', { Resource: 'arn:aws:s3:::acme-other/*' }],
    ['some of them', { Principal: { AWS: '111111111111' } }],
    ['those without TLS', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
    ['everybody of any organisation', { Condition: { StringNotLike: { 'aws:PrincipalOrgID': 'o-*' } } }],
  ])('and not by a Deny for %s', (_, change) => {
    const others = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: others };

    expect(found(ALLOW, { ...deny, ...change })).toEqual([OPEN]);
  });
});

describe('whether a policy lets everybody in is unknown', () => {
  it('where only apply tells whom it names', () => {
    expect(found({ ...ALLOW, Principal: { AWS: '${var.who}' } })).toEqual([
      'unknown aws_s3_bucket_policy.data: statement 1 of its policy may let everybody in: whom it names is known only after apply',
    ]);
  });

  it('where a pattern may be anything', () => {
    expect(onCondition({ StringLike: { 'aws:PrincipalOrgID': '${var.organisation}' } })).toEqual([
      "unknown aws_s3_bucket_policy.data: statement 1 of its policy may let everybody in: whether its condition keeps strangers out isn't known",
    ]);
  });
});

describe('an ACL lets everybody in', () => {
  it.each(['public-read', 'public-read-write', 'authenticated-read'])('that is %s', (acl) => {
    expect(linesOf(noPublicPolicy, universeOf({ 'aws_s3_bucket_acl.data': { bucket: 'acme-data', acl } }))).toEqual([
      `violated aws_s3_bucket_acl.data: its ACL ${acl} lets everybody in`,
    ]);
  });

  it('that grants to a group of everybody, in a state', () => {
    const grant = [{ type: 'Group', uri: 'http://acs.amazonaws.com/groups/global/AllUsers', permissions: ['READ'], id: '' }];

    expect(
      linesOf(noPublicPolicy, stateOf({ 'aws_s3_bucket.data': { bucket: 'acme-data', acl: null, policy: '', grant } })),
    ).toEqual(['violated aws_s3_bucket.data: a grant of its ACL to AllUsers lets everybody in']);
  });

  it.each(['private', 'log-delivery-write', 'bucket-owner-full-control'])('and not one that is %s', (acl) => {
    expect(linesOf(noPublicPolicy, universeOf({ 'aws_s3_bucket_acl.data': { bucket: 'acme-data', acl } }))).toEqual([]);
  });
});
