import { keepsOthersOut, narrows, type Told } from '../../../../policies/iam/granting/narrowing';
import type { ConditionTest, PolicyText } from '../../../../policies/model/policy/policy';
import { Reference, Template, Unknown } from '../../../../policies/model/term';

const when = (operator: string, key: string, ...values: readonly PolicyText[]): ConditionTest => ({ operator, key, values });
const of = (resource: string, attribute: string): Reference => new Reference([{ key: `dev:${resource}`, attribute }]);
const EITHER = new Reference([
  { key: 'dev:aws_iam_role.a', attribute: 'id' },
  { key: 'dev:aws_iam_role.a', attribute: 'name' },
]);
const NAMED = of('aws_s3_bucket.logs', 'bucket');
const SET = new Unknown('set from outside');
const OPEN = new Template([SET]);
const TOPICS = 'arn:aws:sns:eu-west-1:111111111111:';

/** Keys that tell who calls, in the letters of AWS's pages. */
const TELLING = [
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceOwner',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:userid',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
  'kms:CallerAccount',
  's3:DataAccessPointAccount',
  's3:DataAccessPointArn',
];
const ORG = 'o-1234567890';
const ROLES = 'arn:aws:iam::111111111111:role/*';

describe('a condition keeps strangers out', () => {
  it.each(TELLING)('that asks for a value of %s', (key) => {
    expect(narrows(when('StringEquals', key, 'x'))).toBe(true);
    expect(keepsOthersOut(when('StringNotEquals', key, 'x'))).toBe(true);
  });

  it.each<[string, ConditionTest]>([
    ['the ARNs of an account', when('ArnLike', 'aws:PrincipalArn', ROLES)],
    ['… by ArnEquals, which knows wildcards too', when('ArnEquals', 'aws:PrincipalArn', ROLES)],
    ['… in any case', when('StringEqualsIgnoreCase', 'AWS:PRINCIPALARN', 'arn:aws:iam::111111111111:role/x')],
    ['a pattern without wildcards', when('StringLike', 'aws:SourceVpc', 'vpc-x')],
    ['an organisation', when('StringLike', 'aws:PrincipalOrgPaths', `${ORG}/*`)],
    ['one of its paths, of any', when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', `${ORG}/r-ab12/*`)],
    ['an account before a star', when('StringLike', 'aws:PrincipalAccount', '111111111111*')],
    ['the sessions of a role', when('StringLike', 'aws:userid', 'AROAEXAMPLEEXAMPLE:*')],
    ['the objects of a bucket', when('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::logs/*')],
    ['… whose name only apply tells', when('ArnLike', 'aws:SourceArn', new Template(['arn:aws:s3:::', NAMED, '/*']))],
    ['… and what is called only apply tells', when('ArnLike', 'aws:SourceArn', new Template(['arn:aws:s3:::logs/', SET, '*']))],
    ['what only apply tells of an account', when('ArnLike', 'aws:SourceArn', new Template([TOPICS, SET]))],
    ['whatever an API runs', when('ArnLike', 'aws:SourceArn', new Template([of('aws_api.a', 'execution_arn'), '/*/', SET]))],
    ['an organisation of the documents', when('StringLike', 'aws:PrincipalOrgPaths', new Template([of('a.b', 'id'), '/*']))],
    [
      'the sessions of a role of theirs',
      when('StringLike', 'aws:userid', new Template([of('aws_iam_role.a', 'unique_id'), ':*'])),
    ],
    ['an address', when('IpAddress', 'aws:SourceIp', '192.0.2.1')],
    ['an address of IPv6', when('IpAddress', 'aws:SourceIp', '2001:db8::1')],
    ['a /8', when('IpAddress', 'aws:SourceIp', '12.0.0.0/8')],
    ['a /32 of IPv6', when('IpAddress', 'aws:SourceIp', '2001:db8::/32')],
    ['a block that a resource tells', when('IpAddress', 'aws:SourceIp', new Template([NAMED]))],
    ['the owner of the resource', when('StringEquals', 'aws:PrincipalAccount', '${aws:ResourceAccount}')],
    ['… the other way round', when('StringEquals', 'aws:ResourceOrgID', '${aws:PrincipalOrgID}')],
    ['services of AWS', when('Bool', 'aws:PrincipalIsAWSService', 'True')],
  ])('that asks for %s', (_what, test) => {
    expect(narrows(test)).toBe(true);
  });

  it.each<[string, ConditionTest]>([
    ['no operator of IAM', when('StringIs', 'aws:PrincipalOrgID', ORG)],
    ['all but somebody', when('StringNotEquals', 'aws:PrincipalOrgID', ORG)],
    ['somebody, or nobody who tells', when('StringEqualsIfExists', 'aws:PrincipalOrgID', ORG)],
    ['all values, of which there may be none', when('ForAllValues:StringLike', 'aws:PrincipalOrgPaths', `${ORG}/*`)],
    ['a key that is there', when('Null', 'aws:PrincipalOrgID', 'false')],
    ['what everybody may say', when('StringEquals', 'aws:UserAgent', 'x')],
    ['one of two, of which one is anybody', when('StringLike', 'aws:PrincipalArn', ROLES, '*')],
    ['… in the other order', when('StringLike', 'aws:PrincipalArn', '*', ROLES)],
    ['roles of any account', when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/x')],
    ['… of any that begins so', when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::11111111111?:role/x')],
    ['an ARN without an account', when('ArnLike', 'aws:SourceArn', 'arn:aws:apigateway:eu-west-1::/restapis/*')],
    ['an ARN without its end', when('ArnLike', 'aws:SourceArn', 'arn:aws:sns*')],
    ['buckets that are called so', when('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::logs*')],
    ['any bucket', when('ArnLike', 'aws:SourceArn', 'arn:aws:s3*')],
    ['any VPC', when('StringLike', 'aws:SourceVpc', 'vpc-*')],
    ['accounts that begin so', when('StringLike', 'aws:PrincipalAccount', '1111*')],
    ['what ends in an account', when('StringLike', 'aws:userid', '*:111111111111')],
    ['what has an organisation in it', when('StringLike', 'aws:PrincipalOrgPaths', `*${ORG}/*`)],
    ['the sessions of some role', when('StringLike', 'aws:userid', 'AROA*:*')],
    ['half of the internet', when('IpAddress', 'aws:SourceIp', '0.0.0.0/1')],
    ['half of the internet beside an address', when('IpAddress', 'aws:SourceIp', '192.0.2.1', '128.0.0.0/1')],
    ['much of IPv6', when('IpAddress', 'aws:SourceIp', '2001:db8::/31')],
    // "Otherwise, … requests from an unexpected VPC that uses the same or overlapping IP address space": anybody's VPC may.
    ['an address in a VPC, whosever it is', when('IpAddress', 'aws:VpcSourceIp', '10.0.0.0/24')],
    ['the owner of the resource, who is always the same', when('StringEquals', 'aws:ResourceAccount', '111111111111')],
    ['the organisation of the resource', when('StringLike', 'aws:ResourceOrgPaths', `${ORG}/*`)],
    ['no service', when('Bool', 'aws:PrincipalIsAWSService', 'false')],
    ['a service or none', when('Bool', 'aws:PrincipalIsAWSService', 'true', 'false')],
    ['a service, or nobody who tells', when('BoolIfExists', 'aws:PrincipalIsAWSService', 'true')],
    ['a service by a text', when('StringEquals', 'aws:PrincipalIsAWSService', 'true')],
    ['a call by way of a service', when('Bool', 'aws:ViaAWSService', 'true')],
  ])('but not one that asks for %s', (_what, test) => {
    expect(narrows(test)).toBe(false);
  });

  it.each<[string, ConditionTest]>([
    ['a block of which only apply tells', when('IpAddress', 'aws:SourceIp', OPEN)],
    ['no block', when('IpAddress', 'aws:SourceIp', '300.0.0.0/8')],
    ['an address by a text', when('StringEquals', 'aws:SourceIp', '192.0.2.1')],
    ['a pattern of which only apply tells', when('StringLike', 'aws:SourceVpc', OPEN)],
    [
      'buckets of which only apply tells how they begin',
      when('ArnLike', 'aws:SourceArn', new Template(['arn:aws:s3:::', SET, '*'])),
    ],
    ['a Region, of which only apply tells what follows', when('ArnLike', 'aws:SourceArn', new Template(['arn:aws:sns:', SET]))],
    ['an account, of which only apply tells the end', when('ArnLike', 'aws:SourceArn', new Template(['arn:aws:sns:x:1', SET]))],
    ['what begins as the name of a bucket', when('ArnLike', 'aws:SourceArn', new Template([of('aws_s3_bucket.b', 'arn'), '*']))],
    ['what begins as the end of an ARN', when('StringLike', 'aws:userid', new Template([of('aws_lb.l', 'arn_suffix'), '/*']))],
    ['what begins as an id or a name', when('StringLike', 'aws:userid', new Template([EITHER, '/*']))],
    ['what begins as a name', when('StringLike', 'aws:userid', new Template([of('aws_iam_role.a', 'name'), '/*']))],
    ['one of two, of which only apply tells', when('StringLike', 'aws:SourceVpc', 'vpc-x', OPEN)],
    ["the caller's own account again", when('StringEquals', 'aws:PrincipalAccount', '${aws:PrincipalAccount}')],
    ['what begins with that of the owner', when('StringEquals', 'aws:PrincipalAccount', '${aws:ResourceAccount}x')],
    ['what ends with it', when('StringEquals', 'aws:PrincipalAccount', 'x${aws:ResourceAccount}')],
    ['an owner who is what the caller says', when('StringEquals', 'aws:ResourceAccount', '${aws:PrincipalTag/owner}')],
    ['… and more', when('StringEquals', 'aws:ResourceAccount', '${aws:PrincipalAccount}x')],
    ['… or less', when('StringEquals', 'aws:ResourceAccount', 'x${aws:PrincipalAccount}')],
    ['a number', when('NumericEquals', 'aws:PrincipalAccount', '111111111111')],
    ['a service of which only apply tells', when('Bool', 'aws:PrincipalArn', OPEN)],
  ])('and of one that asks for %s nobody knows', (_what, test) => {
    expect(narrows(test)).toBeUndefined();
  });

  it('counts a service of which only apply tells for none', () => {
    expect(narrows(when('Bool', 'aws:PrincipalIsAWSService', OPEN))).toBe(false);
  });
});

describe('a Deny reaches all others', () => {
  it.each<[string, ConditionTest, Told]>([
    ['but an organisation', when('StringNotEquals', 'aws:PrincipalOrgID', ORG), true],
    ['… also by IfExists', when('StringNotEqualsIfExists', 'aws:PrincipalOrgID', ORG), true],
    ['but the roles of an account', when('ArnNotLike', 'aws:PrincipalArn', ROLES), true],
    ['but an address', when('NotIpAddress', 'aws:SourceIp', '192.0.2.1'), true],
    // Of anonymous calls AWS says nothing: "Anonymous requests do not include this key."
    ['but services, and calls without a name', when('BoolIfExists', 'aws:PrincipalIsAWSService', 'false'), true],
    ['… not without IfExists', when('Bool', 'aws:PrincipalIsAWSService', 'false'), false],
    ['not where it hits services', when('BoolIfExists', 'aws:PrincipalIsAWSService', 'true'), false],
    ['not where it hits services as well', when('BoolIfExists', 'aws:PrincipalIsAWSService', 'false', 'true'), false],
    ['not by a text', when('StringEqualsIfExists', 'aws:PrincipalIsAWSService', 'false'), false],
    // Whoever has an account may call by way of a service of AWS's.
    ['not but calls by way of a service', when('BoolIfExists', 'aws:ViaAWSService', 'false'), false],
    ['not but addresses in whatever VPC', when('NotIpAddress', 'aws:VpcSourceIp', '10.0.0.0/24'), false],
    ['not where it hits an organisation', when('StringEquals', 'aws:PrincipalOrgID', ORG), false],
    ['not but what everybody may say', when('StringNotEquals', 'aws:UserAgent', 'x'), false],
    [
      'not but whom the owner of the resource is',
      when('StringNotEquals', 'aws:ResourceAccount', '${aws:PrincipalAccount}'),
      false,
    ],
    ['not where one of several values is enough', when('ForAnyValue:StringNotEquals', 'aws:PrincipalOrgPaths', 'x'), false],
    ['not by an operator that IAM does not know', when('StringIsNot', 'aws:PrincipalOrgID', ORG), false],
    ['not but roles of any account', when('ArnNotLike', 'aws:PrincipalArn', ROLES, 'arn:aws:iam::*:role/x'), false],
    ['perhaps', when('StringNotLike', 'aws:SourceVpc', OPEN), undefined],
  ])('%s', (_what, test, expected) => {
    expect(keepsOthersOut(test)).toBe(expected);
  });
});
