import type { StatementJson } from '../policy-json';
import { policyFaults } from './policy-faults';

const faultsOf = async (statement: Partial<StatementJson>): Promise<string[]> =>
  policyFaults({ Version: '2012-10-17', Statement: [{ Sid: 'S', Effect: 'Allow', ...statement }] });

const CONTEXT = 'kms:EncryptionContext:aws:logs:arn';
const PROVIDER = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
const asked = { Action: 'sts:AssumeRole', Principal: '*' } as const;

describe('takes what AWS has', () => {
  it.each<[string, Partial<StatementJson>]>([
    ['an action in any case', { Action: 'S3:putobject', Resource: 'arn:aws:s3:::logs/*' }],
    ['a pattern of actions', { Action: 'iam:*AccessKey*', Resource: 'arn:aws:iam::*:user/${aws:username}' }],
    ['an action without resource', { Action: 'iam:ListUsers', Resource: '*' }],
    ['a bucket and its objects', { Action: ['s3:ListBucket', 's3:GetObject'], Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::a/*'] }],
    ['a user with a path', { Action: 'iam:GetUser', Resource: 'arn:aws:iam::111111111111:user/ops/alice' }],
    ['a reference', { Action: 'kms:Decrypt', Resource: '${aws_kms_key.archive.arn}' }],
    ['a path below a reference', { Action: 's3:PutObject', Resource: '${aws_s3_bucket.archive.arn}/AWSLogs/*' }],
    ['a reference within an ARN', { Action: 's3:PutObject', Resource: 'arn:aws:s3:::${aws_s3_bucket.archive.id}/*' }],
    ['a template of a key', { Action: 'kms:Decrypt', Resource: '*', Condition: { ArnLike: { [CONTEXT]: 'arn:aws:logs:*' } } }],
    ['a global key in any case', { Action: 'iam:GetUser', Resource: '*', Condition: { Null: { 'AWS:sourceip': 'true' } } }],
    ['a tag', { Action: 's3:GetObject', Resource: '*', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } }],
    [
      'a claim of the provider that is named',
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: PROVIDER },
        Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'a' } },
      },
    ],
    [
      'a key of the resource in a trust policy, which names none',
      { Action: 'sts:AssumeRole', Principal: '*', Condition: { StringEquals: { 'iam:ResourceTag/team': 'a' } } },
    ],
    ['a service', { Action: 'sts:AssumeRole', Principal: { Service: 'vpc-flow-logs.amazonaws.com' } }],
    ['a service in a service', { Action: 's3:PutObject', Resource: '*', Principal: { Service: 'delivery.logs.amazonaws.com' } }],
    ['a service of a Region', { Action: 'kms:Decrypt', Resource: '*', Principal: { Service: 'logs.eu-west-1.amazonaws.com' } }],
    ['everything', { Action: '*', Resource: '*' }],
    ['everything but', { Effect: 'Deny', NotAction: 'iam:ListUsers', Resource: '*' }],
  ])('%s', async (_what, statement) => {
    expect(await faultsOf(statement)).toEqual([]);
  });
});

describe('refuses what AWS has not', () => {
  it.each<[Partial<StatementJson>, string]>([
    [{ Action: 'iam:CreateAccessKeys', Resource: '*' }, 'no action: iam:CreateAccessKeys'],
    [{ Action: 'iam:*AccesKey*', Resource: '*' }, 'no action: iam:*AccesKey*'],
    [{ Action: 'kmz:Decrypt', Resource: '*' }, 'no action: kmz:Decrypt'],
    [{ Action: 'iam', Resource: '*' }, 'no action: iam'],
    [{ Effect: 'Deny', NotAction: 'iam:ListUser', Resource: '*' }, 'no action: iam:ListUser'],
    [{ Action: 's3:GetObject', Resource: 'logs/*' }, 'no ARN: logs/*'],
    [{ Effect: 'Deny', Action: 's3:*', NotResource: 'logs/*' }, 'no ARN: logs/*'],
    [{ Effect: 'Deny', NotAction: 'iam:ListUsers', Resource: 'arn:aws:iam:' }, 'no ARN: arn:aws:iam:'],
    [{ Action: 'iam:GetUser', Resource: 'arn:aws:iam::111111111111' }, 'no ARN: arn:aws:iam::111111111111'],
    [{ Action: 's3:GetBucketVersion', Resource: '*' }, 'no action: s3:GetBucketVersion'],
    [asked, ''],
    [{ ...asked, Principal: { Service: 'cloudtrial.amazonaws.com' } }, 'no service principal: cloudtrial.amazonaws.com'],
    [{ ...asked, Principal: { Service: 'ddelivery.logs.amazonaws.com' } }, 'no service principal: ddelivery.logs.amazonaws.com'],
    [{ ...asked, Principal: { Service: 'ec2.amazonaws.org' } }, 'no service principal: ec2.amazonaws.org'],
    [{ ...asked, Principal: { AWS: '11111111111' } }, 'no principal: 11111111111'],
    [{ ...asked, Principal: { AWS: 'arn:aws:iam::111111111111:role/*' } }, 'no principal: arn:aws:iam::111111111111:role/*'],
    [{ ...asked, Principal: { Federated: 'example.com' } }, 'no identity provider: example.com'],
    [{ ...asked, Principal: { Aws: '*' } }, 'no kind of principal: Aws'],
    [{ ...asked, Condition: { StringsEqual: { 'aws:username': 'a' } } }, 'no condition operator: StringsEqual'],
    [
      { ...asked, Condition: { Bool: { 'aws:MultiFactorAuthPresence': 'true' } } },
      'sts:AssumeRole has no condition key aws:MultiFactorAuthPresence',
    ],
    [
      { ...asked, Condition: { StringEquals: { 'sts:ExternalID2': 'a' } } },
      'sts:AssumeRole has no condition key sts:ExternalID2',
    ],
    [{ Action: '*', Resource: '*', Condition: { Bool: { 'aws:Nothing': 'true' } } }, 'no condition key: aws:Nothing'],
  ])('%j: %s', async (statement, fault) => {
    expect(await faultsOf(statement)).toEqual(fault === '' ? [] : [`S: ${fault}`]);
  });

  it.each([
    ['s3:PutObject', 'arn:aws:s3:::logs'],
    ['s3:ListBucket', 'arn:aws:s3:::logs/*'],
    ['s3:PutObject', 'arn:aws:s3:eu-west-1:111111111111:logs/*'],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111111111111:alias/logs'],
    ['kms:Decrypt', 'arn:aws:kms:eu-west:111111111111:key/1'],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:11111111111:key/1'],
    ['kms:Decrypt', 'arn:awz:kms:eu-west-1:111111111111:key/1'],
    ['kms:Decrypt', '${aws_s3_bucket.archive.arn}'],
    ['iam:GetUser', 'arn:aws:iam:eu-west-1:111111111111:user/alice'],
    ['iam:GetUser', 'arn:aws:iam::111111111111:users/alice'],
    ['ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111111111111:acme/prod/db'],
    ['iam:ListUsers', 'arn:aws:iam::111111111111:user/alice'],
  ])('%s on %s', async (action, resource) => {
    expect(await faultsOf({ Action: action, Resource: resource })).toEqual([
      `S: ${action} takes none of the resources: ${resource}`,
      `S: no action takes the resource: ${resource}`,
    ]);
  });

  it('an action beside others whose resources are not its own', async () => {
    expect(await faultsOf({ Action: ['iam:GetUser', 'iam:ListUsers'], Resource: 'arn:aws:iam::*:user/alice' })).toEqual([
      'S: iam:ListUsers takes none of the resources: arn:aws:iam::*:user/alice',
    ]);
  });

  it('a key that one of the actions never has', async () => {
    const condition = { ArnLike: { [CONTEXT]: 'arn:aws:logs:*' } };

    expect(await faultsOf({ Action: ['kms:Decrypt', 'kms:DescribeKey'], Resource: '*', Condition: condition })).toEqual([
      `S: kms:DescribeKey has no condition key ${CONTEXT}`,
    ]);
  });

  it("a claim of another provider than the one that's named", async () => {
    const condition = { StringEquals: { 'token.actions.githubusercontent.de:sub': 'a' } };
    const statement = { Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: PROVIDER }, Condition: condition };

    expect(await faultsOf(statement)).toEqual([
      'S: sts:AssumeRoleWithWebIdentity has no condition key token.actions.githubusercontent.de:sub',
    ]);
  });

  it('a policy of the old version', async () => {
    const document = { Statement: { Sid: 'S', Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' } };

    expect([await policyFaults(document), await policyFaults({ ...document, Version: '2008-10-17' })]).toEqual([
      ['no variables in version (none)'],
      ['no variables in version 2008-10-17'],
    ]);
  });
});
