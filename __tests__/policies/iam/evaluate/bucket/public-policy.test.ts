import { isPublic } from '../../../../../policies/iam/evaluate/bucket/public-policy';
import { Doubt } from '../../../../../policies/iam/evaluate/truth';
import type { PlacedPolicy } from '../../../../../policies/iam/policy-set';
import { readPolicy } from '../../../../../policies/model/policy/read-policy';
import { Reference, Template, Unknown } from '../../../../../policies/model/term';

const OPEN = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' };
const SHUT = { ...OPEN, Effect: 'Deny' };
const told = (...statements: readonly object[]): PlacedPolicy => ({
  name: 'it',
  policy: readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements })),
});
/** One whose text has a part that only apply tells, where `@` stands. */
function holed(statement: object, hole: Reference | Unknown): PlacedPolicy {
  const [before = '', after = ''] = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }).split('@');
  return { name: 'it', policy: readPolicy(new Template([before, hole, after])) };
}
const says = (...policies: readonly PlacedPolicy[]): boolean | string => {
  const truth = isPublic(policies);
  return truth instanceof Doubt ? truth.why : truth;
};
const when = (operator: string, key: string, ...values: readonly string[]): object => ({
  ...OPEN,
  Condition: { [operator]: { [key]: values } },
});
const ref = (key: string, attribute: string): Reference => new Reference([{ key, attribute }]);
const silent = (what: string): string => `whether ${what} keeps a bucket's policy from being public isn't documented`;

/** S3 user guide, "Blocking public access to your Amazon S3 storage": The meaning of "public", Bucket policies. */
describe('a policy is public', () => {
  it.each<[string, PlacedPolicy, boolean | string]>([
    ['not without a statement that allows', told(SHUT), false],
    ['where it lets in everybody', told(OPEN), true],
    ['where it lets in everybody beside one', told({ ...OPEN, Principal: { AWS: ['111111111111', '*'] } }), true],
    ['where it lets in all but one', told({ ...OPEN, Principal: undefined, NotPrincipal: { AWS: '111111111111' } }), true],
    ['where one of two statements does', told({ ...OPEN, Principal: { AWS: '111111111111' } }, OPEN), true],
    ['not for an account', told({ ...OPEN, Principal: { AWS: '111111111111' } }), false],
    ['not for a service', told({ ...OPEN, Principal: { Service: 'logs.amazonaws.com' } }), false],
    ['not for an account by its canonical id', told({ ...OPEN, Principal: { CanonicalUser: 'f'.repeat(64) } }), false],
    ['perhaps for whom a provider vouches', told({ ...OPEN, Principal: { Federated: 'x' } }), silent('whom it names')],
    ['perhaps for any service', told({ ...OPEN, Principal: { Service: '*' } }), silent('whom it names')],
    ['perhaps for a user of any one letter', told({ ...OPEN, Principal: { AWS: 'AIDA?' } }), silent('whom it names')],
    ['perhaps for nobody', told({ ...OPEN, Principal: undefined }), silent('a statement that names nobody')],
    ['by a key that says nothing of callers', told(when('StringEquals', 's3:prefix', 'a')), true],
    ['not by one value', told(when('StringEquals', 'aws:SourceVpce', 'vpce-1')), false],
    ['not by an organisation', told(when('StringEquals', 'aws:PrincipalOrgID', 'o-abcdefghij')), false],
    ['not by the account that owns the source', told(when('StringEquals', 'aws:SourceOwner', '111111111111')), false],
    ['not by a VPC', told(when('StringEquals', 'aws:SourceVpc', 'vpc-1')), false],
    ['not by a user', told(when('StringEquals', 'aws:userid', 'AIDAEXAMPLE')), false],
    ['not by the account of access points', told(when('StringEquals', 's3:DataAccessPointAccount', '111111111111')), false],
    [
      'not by the access points of an account, whatever they are called',
      told(when('ArnLike', 's3:DataAccessPointArn', 'arn:aws:s3:eu-west-1:111111111111:accesspoint/*')),
      false,
    ],
    [
      'perhaps by such a pattern of another key',
      told(when('ArnLike', 'aws:SourceArn', 'arn:aws:s3:eu-west-1:111111111111:accesspoint/*')),
      silent('this aws:SourceArn'),
    ],
    ['by one letter that may be any', told(when('StringLike', 'aws:SourceVpce', 'vpce-1?')), true],
    [
      'perhaps by a topic with one letter that may be any',
      told(when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:111111111111:a?')),
      silent('this aws:SourceArn'),
    ],
    [
      'perhaps by one topic, or one with one letter that may be any',
      told(when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:111111111111:a', 'arn:aws:sns:eu-west-1:111111111111:b?')),
      silent('this aws:SourceArn'),
    ],
    [
      'perhaps by the account of the bucket, whichever it is',
      told(when('StringEquals', 'aws:SourceAccount', '${aws:ResourceAccount}')),
      silent('this aws:SourceAccount'),
    ],
    [
      'perhaps by an address that is compared as a text',
      told(when('StringEquals', 'aws:SourceIp', '10.0.0.0/8')),
      silent('this aws:SourceIp'),
    ],
    ['by all endpoints but one, or none', told(when('StringNotEqualsIfExists', 'aws:SourceVpce', 'vpce-1')), true],
    [
      'perhaps by whose instance it is',
      told(when('StringEquals', 'aws:Ec2InstanceSourceVpc', 'vpc-1')),
      silent('aws:Ec2InstanceSourceVpc'),
    ],
    [
      'perhaps by who grants access',
      told(when('StringEquals', 's3:AccessGrantsInstanceArn', 'arn:aws:s3:eu-west-1:111111111111:access-grants/default')),
      silent('s3:AccessGrantsInstanceArn'),
    ],
    [
      'not by an access point beside a condition of another key',
      told({
        ...OPEN,
        Condition: {
          StringEquals: { 's3:DataAccessPointAccount': '111111111111' },
          StringLike: { 's3:prefix': 'a*' },
        },
      }),
      false,
    ],
    [
      'perhaps where a Deny of one of two keys is about callers',
      told(OPEN, { ...SHUT, Condition: { StringEquals: { 's3:prefix': 'a', 'aws:SourceVpc': 'vpc-1' } } }),
      silent('a Deny'),
    ],
    ['not by two', told(when('StringEquals', 'AWS:sourcevpce', 'vpce-1', 'vpce-2')), false],
    ['by two of which one is a pattern', told(when('StringLike', 'aws:SourceVpce', 'vpce-1', 'vpce-*')), true],
    ['by any but one', told(when('StringNotEquals', 'aws:SourceVpce', 'vpce-1')), true],
    [
      'not by one of several keys that is fixed',
      told({ ...OPEN, Condition: { StringEquals: { 's3:prefix': 'a', 'aws:SourceAccount': '111111111111' } } }),
      false,
    ],
    [
      'perhaps by a variable',
      told(when('StringEquals', 'aws:SourceAccount', '${aws:PrincipalAccount}')),
      silent('this aws:SourceAccount'),
    ],
    [
      'perhaps by a pattern within one account',
      told(when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111111111111:*')),
      silent('this aws:SourceArn'),
    ],
    ['perhaps by a key that is there', told(when('Null', 'aws:SourceVpce', 'false')), silent('Null of aws:SourceVpce')],
    [
      'perhaps by any of several',
      told(when('ForAnyValue:StringEquals', 'aws:SourceVpce', 'v')),
      silent('ForAnyValue:StringEquals of aws:SourceVpce'),
    ],
    [
      'perhaps by IfExists',
      told(when('StringEqualsIfExists', 'aws:SourceVpce', 'v')),
      silent('StringEqualsIfExists of aws:SourceVpce'),
    ],
    ['perhaps by who calls', told(when('StringEquals', 'aws:PrincipalAccount', '111111111111')), silent('aws:PrincipalAccount')],
    [
      'perhaps by the key of an object',
      told(when('StringEquals', 's3:x-amz-server-side-encryption-aws-kms-key-id', 'k')),
      silent('s3:x-amz-server-side-encryption-aws-kms-key-id'),
    ],
    [
      'perhaps by what nobody knows',
      told(when('StringIs', 'aws:SourceVpce', 'v')),
      "whether a policy is public that AWS doesn't take isn't known",
    ],
    [
      'not by all access points of an account',
      told(when('ArnLike', 's3:DataAccessPointArn', 'arn:aws:s3:eu-west-1:111111111111:accesspoint/*')),
      false,
    ],
    [
      'not by those whose name begins so',
      told(when('ArnLike', 's3:DataAccessPointArn', 'arn:aws:s3:eu-west-1:111111111111:accesspoint/app-*')),
      false,
    ],
    [
      'perhaps by those of all Regions',
      told(when('ArnLike', 's3:DataAccessPointArn', 'arn:aws:s3:*:111111111111:accesspoint/*')),
      silent('this s3:DataAccessPointArn'),
    ],
    [
      'where a Deny is about something else',
      told(OPEN, { ...SHUT, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      true,
    ],
    [
      'perhaps where a Deny keeps strangers out',
      told(OPEN, { ...SHUT, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a' } } }),
      silent('a Deny'),
    ],
    ['perhaps where a Deny keeps all out', told(OPEN, SHUT), silent('a Deny')],
    [
      'perhaps where a Deny keeps out who is of no account',
      told(OPEN, { ...SHUT, Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'a' } } }),
      silent('a Deny'),
    ],
    [
      'perhaps where a Deny keeps out who comes by no access point',
      told(OPEN, { ...SHUT, Condition: { StringNotEquals: { 's3:DataAccessPointAccount': '111111111111' } } }),
      silent('a Deny'),
    ],
  ])('%s', (_what, policy, expected) => {
    expect(says(policy)).toBe(expected);
  });

  it.each<[string, PlacedPolicy, boolean | string]>([
    [
      'not by the id of an endpoint',
      holed(when('StringEquals', 'aws:SourceVpce', '@'), ref('a:aws_vpc_endpoint.e', 'id')),
      false,
    ],
    [
      'perhaps by a value',
      holed(when('StringEquals', 'aws:SourceVpce', '@'), ref('a:aws_ssm_parameter.p', 'value')),
      silent('this aws:SourceVpce'),
    ],
    [
      'perhaps by a text with a value in it',
      holed(when('StringEquals', 'aws:SourceVpce', 'vpce-@'), ref('a:aws_ssm_parameter.p', 'value')),
      silent('this aws:SourceVpce'),
    ],
    [
      'perhaps by an address by its id',
      holed(when('IpAddress', 'aws:SourceIp', '@'), ref('a:aws_vpc_ipam_pool_cidr.c', 'id')),
      silent('this aws:SourceIp'),
    ],
    ['perhaps by a key', holed(when('StringEquals', '@', 'x'), new Unknown('x')), silent('a condition of StringEquals')],
    [
      'perhaps by an expression',
      holed(when('StringEquals', 'aws:SourceVpce', '@'), new Unknown('x')),
      silent('this aws:SourceVpce'),
    ],
    [
      'perhaps by a block',
      holed(when('IpAddress', 'aws:SourceIp', '@'), ref('a:aws_vpc.v', 'cidr_block')),
      silent('this aws:SourceIp'),
    ],
    ['not for an account by its number', holed({ ...OPEN, Principal: { AWS: 'arn:aws:iam::@:root' } }, new Unknown('x')), false],
    ['not for a role by its ARN', holed({ ...OPEN, Principal: { AWS: '@' } }, ref('a:aws_iam_role.r', 'arn')), false],
    [
      'not for an account by its canonical id',
      holed({ ...OPEN, Principal: { CanonicalUser: '@' } }, ref('a:data.aws_canonical_user_id.me', 'id')),
      false,
    ],
    [
      'perhaps for whom an expression names',
      holed({ ...OPEN, Principal: { AWS: '@' } }, new Unknown('x')),
      silent('whom it names'),
    ],
  ])('%s that only apply tells', (_what, policy, expected) => {
    expect(says(policy)).toBe(expected);
  });

  it('perhaps where it is not known, or another one is', () => {
    const hidden: PlacedPolicy = { name: 'far', policy: new Unknown('it is read from another state') };

    expect(says(hidden)).toBe("whether far is public isn't known: it is read from another state");
    expect([says(hidden, told(OPEN)), says()]).toEqual([true, false]);
  });
});
