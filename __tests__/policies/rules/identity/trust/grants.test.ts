import type { Json } from '../../../../../policies/model/universe';
import { noUserPolicies } from '../../../../../policies/rules/identity/no-user-policies';
import { namedGrantees } from '../../../../../policies/rules/identity/trust/named-grantees';
import { namedPrincipals } from '../../../../../policies/rules/identity/trust/named-principals';
import { noStrangers } from '../../../../../policies/rules/identity/trust/no-strangers';
import { pinnedSource } from '../../../../../policies/rules/identity/trust/pinned-source';
import type { Rule } from '../../../../../policies/rules/rule';
import { type Bodies, found } from '../found';
import { allow, deny, policy, trust, type Written } from '../written';

const trusting = (text: string): Bodies => ({ 'aws_iam_role.r': { name: 'r', assume_role_policy: text } });
const topic = (...statements: readonly Written[]): Bodies => ({
  'aws_sns_topic_policy.t': { arn: 'arn:aws:sns:eu-west-1:111111111111:t', policy: policy(...statements) },
});
const letting = (action: string, principal: Json, condition?: Json): Written =>
  allow(action, { Principal: principal, ...(condition === undefined ? {} : { Condition: condition }) });
const publishing = (principal: Json, condition?: Json): Bodies => topic(letting('sns:Publish', principal, condition));
const mounting = (condition: Json): Bodies => ({
  'aws_efs_file_system_policy.f': { policy: policy(letting('elasticfilesystem:ClientMount', '*', condition)) },
});
const logsKey = (condition?: Json, service = 'logs.eu-west-1.amazonaws.com'): Bodies => ({
  'aws_kms_key.k': { policy: policy(letting('kms:*', { Service: service }, condition)) },
});

describe('who is let in without a name is found', () => {
  it.each<[string, Rule, Bodies, string]>([
    [
      'as "*" of a trust policy',
      namedPrincipals,
      trusting(trust('*')),
      'violated aws_iam_role.r: statement 1 of its assume_role_policy lets everybody in',
    ],
    [
      'as "*" among names',
      namedPrincipals,
      trusting(trust({ AWS: ['arn:aws:iam::111111111111:root', '*'] })),
      'violated aws_iam_role.r: statement 1 of its assume_role_policy lets everybody in',
    ],
    [
      'as everybody but one',
      namedGrantees,
      topic({ Effect: 'Allow', NotPrincipal: { AWS: '999999999999' }, Action: 'sns:Publish', Resource: '*' }),
      'violated aws_sns_topic_policy.t: statement 1 of policy lets everybody in',
    ],
    [
      'behind a condition that holds for all',
      namedGrantees,
      publishing('*', { StringLike: { 'aws:PrincipalArn': '*' } }),
      'violated aws_sns_topic_policy.t: statement 1 of policy lets everybody in',
    ],
    [
      'behind a condition on a key that strangers lack',
      namedGrantees,
      publishing('*', { StringNotEquals: { 'aws:PrincipalAccount': '999999999999' } }),
      'violated aws_sns_topic_policy.t: statement 1 of policy lets everybody in',
    ],
    [
      'behind a mount target, where there is one',
      namedGrantees,
      mounting({ BoolIfExists: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } }),
      'violated aws_efs_file_system_policy.f: statement 1 of policy lets everybody in',
    ],
    [
      'past the mount targets',
      namedGrantees,
      mounting({ Bool: { 'elasticfilesystem:AccessedViaMountTarget': ['true', 'false'] } }),
      'violated aws_efs_file_system_policy.f: statement 1 of policy lets everybody in',
    ],
    [
      'behind IfExists',
      namedGrantees,
      publishing('*', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      'violated aws_sns_topic_policy.t: statement 1 of policy lets everybody in',
    ],
    [
      'as a service for anybody',
      pinnedSource,
      publishing({ Service: 's3.amazonaws.com' }),
      'violated aws_sns_topic_policy.t: statement 1 of policy lets s3.amazonaws.com act for anybody',
    ],
    [
      'as a service for any account',
      pinnedSource,
      publishing({ Service: 'events.amazonaws.com' }, { ArnLike: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:*:rule/*' } }),
      'violated aws_sns_topic_policy.t: statement 1 of policy lets events.amazonaws.com act for anybody',
    ],
    [
      'as a service of a Region',
      pinnedSource,
      logsKey(),
      'violated aws_kms_key.k: statement 1 of policy lets logs.eu-west-1.amazonaws.com act for anybody',
    ],
    [
      'as a service for log groups of any account',
      pinnedSource,
      logsKey({ ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:*:log-group:app' } }),
      'violated aws_kms_key.k: statement 1 of policy lets logs.eu-west-1.amazonaws.com act for anybody',
    ],
    [
      'maybe, as a service for a log group that only the apply tells',
      pinnedSource,
      logsKey({ ArnLike: { 'kms:EncryptionContext:aws:logs:arn': '${var.group}' } }),
      "unknown aws_kms_key.k: statement 1 of policy may let logs.eu-west-1.amazonaws.com act for anybody: whether its condition says for whom isn't known",
    ],
    [
      'as a service of a Region that only the apply tells',
      pinnedSource,
      logsKey(undefined, 'logs.${var.region}.amazonaws.com'),
      'violated aws_kms_key.k: statement 1 of policy lets "logs.<not known (it is set from outside: ${var.region})>.amazonaws.com" act for anybody',
    ],
    [
      'as a service, by a permission of a function',
      pinnedSource,
      { 'aws_lambda_permission.p': { action: 'lambda:InvokeFunction', function_name: 'f', principal: 's3.amazonaws.com' } },
      'violated aws_lambda_permission.p: it lets s3.amazonaws.com call the function for anybody',
    ],
    [
      'maybe, as a service for what only the apply tells',
      pinnedSource,
      {
        'aws_lambda_permission.p': {
          action: 'lambda:InvokeFunction',
          function_name: 'f',
          principal: 's3.amazonaws.com',
          source_arn: '${var.arn}',
        },
      },
      'unknown aws_lambda_permission.p: it may let s3.amazonaws.com call the function for anybody: it is set from outside: ${var.arn}',
    ],
    [
      'as a user with a policy by an exclusive list',
      noUserPolicies,
      {
        'aws_iam_user_policy_attachments_exclusive.u': {
          user_name: 'ann',
          policy_arns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        },
      },
      "violated aws_iam_user_policy_attachments_exclusive.u: it gives users a policy directly: policy_arns isn't empty",
    ],
  ])('%s', (_, rule, bodies, line) => {
    expect(found(rule, bodies)).toEqual([line]);
  });
});

describe('who has a name is', () => {
  it.each<[string, Rule, Bodies]>([
    ['an account of the documents', noStrangers, trusting(trust({ AWS: 'arn:aws:iam::111111111111:root' }))],
    [
      'a vendor with an external id',
      noStrangers,
      trusting(trust({ AWS: '999999999999' }, { StringEquals: { 'sts:ExternalId': 'acme' } })),
    ],
    ["one's organisation", namedGrantees, publishing('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
    [
      'everybody who calls a private domain of an API',
      namedGrantees,
      { 'aws_api_gateway_domain_name.d': { policy: policy(letting('execute-api:Invoke', '*')) } },
    ],
    [
      'whoever mounts a file system in its VPC',
      namedGrantees,
      mounting({ Bool: { 'elasticfilesystem:AccessedViaMountTarget': true } }),
    ],
    ['everybody who is denied', namedGrantees, topic({ Effect: 'Deny', Principal: '*', Action: 'sns:*', Resource: '*' })],
    [
      'a service for an account',
      pinnedSource,
      publishing({ Service: 's3.amazonaws.com' }, { StringEquals: { 'aws:sourceaccount': '111111111111' } }),
    ],
    [
      "a service for a log group of one's own",
      pinnedSource,
      logsKey({ ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111111111111:*' } }),
    ],
    ['a service that acts for nobody', pinnedSource, publishing({ Service: 'ec2.amazonaws.com' })],
    [
      'a user who is only denied something',
      noUserPolicies,
      { 'aws_iam_user_policy.u': { user: 'ann', policy: policy(deny('*')) } },
    ],
  ])('%s', (_, rule, bodies) => {
    expect(found(rule, bodies)).toEqual([]);
  });
});
