import { bucketArn, iamArn, type Place } from '../../core/aws/arn';
import type { Statement } from '../../core/policy/statement';
import type { Phase } from '../trust/deliverer';
import { boundaryArn, ownArns } from './boundary';
import type { LayerRights } from './layer-rights';

/** Where a stack's state lies, when it is a bucket that the role gets at by itself. */
export interface StateObject {
  readonly bucket: string;
  readonly key: string;
  /** The key that the bucket encrypts with, by the ARN of it or of its alias. Left out: S3's own. */
  readonly kmsKeyArn?: string;
}

/** What a role is for. */
export interface RoleScope {
  readonly place: Place;
  readonly rights: LayerRights;
  /** Left out: the state comes by other ways. */
  readonly state?: StateObject;
}

/**
 * What decides over a role's rights, where IAM can ask for its boundary.
 * @source IAM user guide, "Delegating permission management to others using permissions boundaries"
 */
const ROLE_GRANTS = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
];
const ROLE_SETTINGS = [
  'iam:DeleteRole',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
];

/**
 * What the gate after an apply asks for: how alarms and rules of AWS Config stand, and nothing of what is recorded.
 * @source Service Authorization Reference, "Amazon CloudWatch" and "AWS Config"
 */
const GATE_READ = [
  'cloudwatch:DescribeAlarms',
  'config:DescribeComplianceByConfigRule',
  'config:DescribeConfigurationRecorderStatus',
  'config:GetComplianceDetailsByConfigRule',
];

function allow(Sid: string, Action: readonly string[], Resource: string | readonly string[] = '*'): Statement {
  return { Sid, Effect: 'Allow', Action: [...Action].sort(), Resource };
}

/** A key that is named by its alias is met by a condition: to IAM an alias is no name of a key. */
function stateKeyStatement(arn: string): Statement {
  const statement = allow('StateKey', ['kms:Decrypt', 'kms:GenerateDataKey'], arn.replace(/:alias\/.*$/, ':key/*'));
  const alias = /:(alias\/.*)$/.exec(arn)?.[1];
  return alias === undefined
    ? statement
    : { ...statement, Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': alias } } };
}

/** A plan reads the state and holds its lock; only an apply writes it. */
function stateStatements({ place, state }: RoleScope, phase: Phase): readonly Statement[] {
  if (state === undefined) return [];
  const { bucket, key, kmsKeyArn } = state;
  const object = bucketArn(place.region, bucket, key);
  return [
    {
      ...allow('StateList', ['s3:ListBucket'], bucketArn(place.region, bucket)),
      Condition: { StringLike: { 's3:prefix': `${key}*` } },
    },
    allow('State', phase === 'plan' ? ['s3:GetObject'] : ['s3:GetObject', 's3:PutObject'], object),
    allow('StateLock', ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], `${object}.tflock`),
    ...(kmsKeyArn === undefined ? [] : [stateKeyStatement(kmsKeyArn)]),
  ];
}

/** Roles of the layer's own: each made within the boundary, and passed to nobody but the services it is for. */
function serviceRoleStatements({ place, rights: { roles } }: RoleScope): readonly Statement[] {
  if (roles === undefined) return [];
  const named = iamArn(place, `role/${roles.named}`);
  return [
    {
      ...allow('RolesWithinBoundary', ROLE_GRANTS, named),
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundaryArn(place) } },
    },
    allow('Roles', ROLE_SETTINGS, named),
    { ...allow('RolesPassed', ['iam:PassRole'], named), Condition: { StringEquals: { 'iam:PassedToService': roles.passedTo } } },
  ];
}

/** What a role may do in a phase: to read for a plan and a gate, to change for an apply, and never to touch what lets it in. */
export function roleStatementsOf(scope: RoleScope, phase: Phase): readonly Statement[] {
  const { place, rights } = scope;
  const read = [allow('Read', rights.read), ...stateStatements(scope, phase)];
  if (phase === 'plan') return [...read, allow('Gate', GATE_READ)];
  return [
    ...read,
    allow('Manage', rights.manage),
    ...serviceRoleStatements(scope),
    { Sid: 'DeliveryItself', Effect: 'Deny', NotAction: ['iam:Get*', 'iam:List*'], Resource: ownArns(place) },
  ];
}
