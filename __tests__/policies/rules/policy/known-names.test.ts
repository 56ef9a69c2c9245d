import { knownActions } from '../../../../policies/rules/policy/known-actions';
import { knownKeys } from '../../../../policies/rules/policy/known-keys';
import { knownPrincipals } from '../../../../policies/rules/policy/known-principals';
import { knownResources } from '../../../../policies/rules/policy/known-resources';
import type { Rule } from '../../../../policies/rules/rule';
import type { Universe } from '../../../../policies/model/universe';
import { managed, ofBucket, statement, type StatementJson, trust } from './policy-documents';

/** Problems without their place. */
function problems(rule: Rule, universe: Universe): readonly string[] {
  return rule.judge(universe).map(({ verdict, problem }) => `${verdict} ${problem.replace(/^.*?(?:: )/, '')}`);
}

const GITHUB = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';

describe('policy/known-actions', () => {
  it.each<string | readonly string[]>([
    's3:GetObject',
    'S3:getobject',
    's3:Get*',
    's3:GetObjec?',
    'iam:*AccessKey*',
    '*',
    '*:*',
    's3:*',
    'elasticloadbalancing:CreateLoadBalancer',
  ])('takes %s', (action) => {
    expect(problems(knownActions, managed(statement({ Action: action, Resource: '*' })))).toEqual([]);
  });

  it.each([
    ['s3:GetObjects', 's3:GetObject'],
    ['iam:ListUser', 'iam:ListUsers'],
  ])('finds %s, and proposes %s', (action, nearest) => {
    const [finding] = knownActions.judge(managed(statement({ Action: action })));

    expect([finding?.problem, finding?.fix]).toEqual([
      `policy, statement "S": AWS has no action "${action}"`,
      `write "${nearest}"`,
    ]);
  });

  it.each(['kmz:Decrypt', 's3', 's3:', ':GetObject', 's3:Get Object'])('finds %j', (action) => {
    expect(problems(knownActions, managed(statement({ Action: action })))).toEqual([`violated AWS has no action "${action}"`]);
  });

  it('tells patterns without an action together, in whichever statement they stand, and words one by one', () => {
    const of = (sid: string, ...actions: string[]): StatementJson => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: '*',
    });
    const reading = managed(of('A', 'acm:View*', 'iam:View*', 'iam:Gett'), of('B', 'sqs:View*', 'sns:View*'));

    expect(knownActions.judge(reading).map(({ problem }) => problem)).toEqual([
      'policy, statement "A": AWS has no action "iam:Gett"',
      'policy: AWS has no action that "acm:View*", "iam:View*", "sqs:View*" or 1 more matches',
    ]);
  });

  it('judges NotAction and denies alike', () => {
    const deny = { Sid: 'S', Effect: 'Deny', NotAction: ['iam:ListUsers', 'iam:ListUserss'], Resource: '*' };

    expect(problems(knownActions, managed(deny))).toEqual(['violated AWS has no action "iam:ListUserss"']);
  });

  it('cannot tell of an action that only apply tells', () => {
    expect(problems(knownActions, managed(statement({ Action: 's3:${var.verb}' })))).toEqual([
      'unknown an action is known only after apply',
    ]);
  });
});

describe('policy/known-resources', () => {
  it.each<StatementJson>([
    {},
    { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' },
    { Action: ['s3:ListBucket', 's3:GetObject'], Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'] },
    { Action: 's3:*', Resource: 'arn:aws:s3:::reports' },
    { Action: 'iam:GetUser', Resource: 'arn:aws:iam::*:user/*/${aws:username}' },
    { Action: 'iam:GetUser', Resource: 'arn:*:iam::111111111111:user/ops/alice' },
    { Action: 'iam:ListUsers', Resource: '*' },
    { Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-west-1:111111111111:key/${var.key}' },
    { Action: 's3:GetObject', Resource: '${aws_s3_bucket.elsewhere.arn}/*' },
    { Action: '*', Resource: 'arn:aws:s3:::reports' },
    { Effect: 'Deny', Resource: undefined, NotResource: 'arn:aws:s3:::reports' },
    { Action: 's3:GetObject', Resource: 'arn:aws:s3:::*' },
    { Action: ['logs:PutLogEvents', 'logs:CreateLogStream'], Resource: 'arn:aws:logs:*' },
  ])('takes %j', (given) => {
    expect(problems(knownResources, managed(statement(given)))).toEqual([]);
  });

  it.each<[StatementJson, readonly string[]]>([
    [
      { Resource: 'arn:aws:s3:::reports' },
      ['s3:GetObject is about none of its resources', 'none of its actions is about "arn:aws:s3:::reports"'],
    ],
    [
      { Action: ['iam:ListUsers', 'iam:GetUser'], Resource: 'arn:aws:iam::111111111111:user/a' },
      ['iam:ListUsers is about none of its resources'],
    ],
    [
      { Action: 's3:GetObject', Resource: ['arn:aws:s3:::reports/*', 'arn:aws:sqs:eu-west-1:111111111111:q'] },
      ['none of its actions is about "arn:aws:sqs:eu-west-1:111111111111:q"'],
    ],
    [
      { Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-west:111111111111:key/1' },
      ['kms:Decrypt is about none of its resources', 'none of its actions is about "arn:aws:kms:eu-west:111111111111:key/1"'],
    ],
    [
      { Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-west-1:11111111111:key/1' },
      ['kms:Decrypt is about none of its resources', 'none of its actions is about "arn:aws:kms:eu-west-1:11111111111:key/1"'],
    ],
    [
      { Action: 's3:GetObject', Resource: 'arn:aws:logs:*' },
      ['s3:GetObject is about none of its resources', 'none of its actions is about "arn:aws:logs:*"'],
    ],
    [{ Effect: 'Deny', Resource: undefined, NotResource: 'reports' }, ['"reports" is no ARN']],
  ])('finds of %j: %j', (given, expected) => {
    expect(problems(knownResources, managed(statement(given)))).toEqual(expected.map((text) => `violated ${text}`));
  });
});

describe('policy/known-keys', () => {
  it.each<StatementJson>([
    { Condition: { Null: { 'AWS:sourceip': 'true' } } },
    { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } },
    { Condition: { StringEquals: { 's3:ExistingObjectTag/team': 'a' } } },
    { Action: 'kms:Decrypt', Resource: '*', Condition: { StringEquals: { 'kms:EncryptionContext:team': 'a' } } },
    { Action: '*', Resource: '*', Condition: { StringEquals: { 'kms:ViaService': 'a' } } },
    { Action: 'kms:*', Resource: '*', Condition: { StringEquals: { 'kms:EncryptionContext:team': 'a' } } },
    // AWS's own policy for the keys of log groups has it so.
    { Action: ['kms:Decrypt*', 'kms:Describe*'], Resource: '*', Condition: { ArnEquals: { 'kms:EncryptionContext:a': 'a' } } },
    // Sessions are tagged and named by the request that makes them.
    { Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: '*', Condition: { StringEquals: { 'sts:ExternalId': 'a' } } },
    { Action: 'sts:SetSourceIdentity', Resource: '*', Condition: { StringEquals: { 'sts:RoleSessionName': 'a' } } },
  ])('takes %j', (given) => {
    expect(problems(knownKeys, managed(statement(given)))).toEqual([]);
  });

  it.each<[StatementJson, string]>([
    [
      { Condition: { Bool: { 'aws:MultiFactorAuthPresence': 'true' } } },
      'AWS has no condition key "aws:MultiFactorAuthPresence"',
    ],
    [{ Condition: { StringEquals: { 'aws:PrincipalTag/': 'a' } } }, 'AWS has no condition key "aws:PrincipalTag/"'],
    [{ Condition: { StringEquals: { 'kms:ViaService': 'a' } } }, 'requests for s3:GetObject have no key "kms:ViaService"'],
    [{ Action: '*', Resource: '*', Condition: { StringEquals: { 'kms:Via': 'a' } } }, 'AWS has no condition key "kms:Via"'],
    [
      {
        Effect: 'Deny',
        Action: ['kms:Decrypt', 'kms:Describe*'],
        Resource: '*',
        Condition: { Bool: { 'kms:EncryptionContext:a': 'a' } },
      },
      'requests for kms:Describe* have no key "kms:EncryptionContext:a"',
    ],
    [
      { Action: 'sts:GetCallerIdentity', Resource: '*', Condition: { StringEquals: { 'sts:ExternalId': 'a' } } },
      'requests for sts:GetCallerIdentity have no key "sts:ExternalId"',
    ],
  ])('finds of %j: %s', (given, problem) => {
    expect(problems(knownKeys, managed(statement(given)))).toEqual([`violated ${problem}`]);
  });

  it.each([
    ['token.actions.githubusercontent.com:sub', []],
    ['token.actions.githubusercontent.com:aud', []],
    ['gitlab.example.com:sub', ['violated AWS has no condition key "gitlab.example.com:sub"']],
  ])('takes the claims of the provider that is named, and of no other: %s', (key, expected) => {
    const web = { Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: GITHUB } };

    expect(problems(knownKeys, trust(statement({ ...web, Condition: { StringEquals: { [key]: 'a' } } })))).toEqual(expected);
  });
});

describe('policy/known-principals', () => {
  it.each([
    '*',
    { AWS: '111111111111' },
    { AWS: ['arn:aws:iam::111111111111:root', 'arn:aws:iam::111111111111:role/ops/admin'] },
    { AWS: 'arn:aws-cn:iam::111111111111:user/alice' },
    { AWS: 'arn:aws:sts::111111111111:assumed-role/admin/alice' },
    { AWS: 'AIDAEXAMPLE123456789' },
    { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC' },
    { AWS: '${aws_iam_role.elsewhere.arn}' },
    {
      Service: [
        'cloudtrail.amazonaws.com',
        'logs.eu-west-1.amazonaws.com',
        'delivery.logs.amazonaws.com',
        'ecs-tasks.amazonaws.com',
        'billingreports.amazonaws.com',
        'airflow-env.amazonaws.com',
        'osis-pipelines.amazonaws.com',
      ],
    },
    { CanonicalUser: 'c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0' },
  ])('takes %j', (principal) => {
    expect(problems(knownPrincipals, ofBucket(statement({ Principal: principal })))).toEqual([]);
  });

  it.each([
    [{ AWS: '11111111111' }, 'AWS knows no principal "11111111111"'],
    [{ AWS: 'arn:aws:iam::111111111111:role/*' }, 'AWS knows no principal "arn:aws:iam::111111111111:role/*"'],
    [{ AWS: 'arn:aws:iam::111111111111:group/ops' }, 'AWS knows no principal "arn:aws:iam::111111111111:group/ops"'],
    [{ Service: 'cloudtrial.amazonaws.com' }, 'AWS has no service principal "cloudtrial.amazonaws.com"'],
    [{ Service: 'cloudtrail.amazonaws.org' }, 'AWS has no service principal "cloudtrail.amazonaws.org"'],
    [{ Federated: 'example.com' }, '"example.com" is no identity provider'],
    [{ CanonicalUser: 'c4c1' }, '"c4c1" is no canonical user id'],
  ])('finds of %j: %s', (principal, problem) => {
    expect(problems(knownPrincipals, ofBucket(statement({ Principal: principal })))).toEqual([`violated ${problem}`]);
  });

  it('takes web identities by their provider', () => {
    const web = statement({ Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: GITHUB } });

    expect(problems(knownPrincipals, trust(web))).toEqual([]);
  });
});
