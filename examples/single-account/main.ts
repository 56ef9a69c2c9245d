import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { App } from 'cdktf';

import { renderPolicy, resourceName } from 'plinth/core';
import { CustomerKey, KeyUses } from 'plinth/encryption';
import { SelfRotation } from 'plinth/identity';
import { AccessLogBucket, FlowLogBucket } from 'plinth/logging';
import { Vpc } from 'plinth/network';
import { Parameter, ParameterPath, Password } from 'plinth/parameters';
import { AccountStack, define } from 'plinth/terraform';

const ACCOUNT = '111111111111';
const FLOW_LOGS = `shop-flow-logs-${ACCOUNT}`;
/** Two steps end what is protected: apply with this set, then destroy. */
const closing = process.env.PLINTH_LIFECYCLE === 'closing';

const app = new App();
const stack = new AccountStack(app, {
  organization: 'shop',
  account: { name: 'shop', id: ACCOUNT },
  region: 'eu-west-1',
  layer: 'workloads',
  backend: { kind: 'local' },
  tags: { owner: 'shop' },
});

const path = ParameterPath.of({ organization: 'shop', environment: 'prod', service: 'web' });
const key = new CustomerKey(stack, 'shop-key', {
  alias: 'alias/shop',
  description: 'Encrypts logs and secrets of the shop',
  uses: [KeyUses.logGroups({ names: ['/vpc/*'] }), KeyUses.flowLogDelivery({ accountIds: [ACCOUNT] })],
  closing,
});

const accessLogs = new AccessLogBucket(stack, 'access-logs', {
  bucketName: `shop-access-logs-${ACCOUNT}`,
  sourceBuckets: [FLOW_LOGS],
  lifecycle: { expireAfterDays: 90 },
  closing,
});
const flowLogs = new FlowLogBucket(stack, 'flow-logs', {
  bucketName: FLOW_LOGS,
  keyArn: key.arn,
  sourceAccountIds: [ACCOUNT],
  lifecycle: { expireAfterDays: 365 },
  accessLogs: accessLogs.logsOf(FLOW_LOGS),
  closing,
});

new Vpc(stack, 'shop', {
  cidr: '10.40.0.0/20',
  zones: ['a', 'b'],
  tiers: { public: { kind: 'public', cidr: '10.40.0.0/23' }, app: { kind: 'isolated', cidr: '10.40.2.0/23' } },
  flows: [
    { from: 'internet', to: 'public/alb', port: 'tcp/443', why: 'Customers reach the load balancer' },
    { from: 'public/alb', to: 'app', port: 'tcp/8080', why: 'The load balancer forwards requests' },
  ],
  flowLogs: { cloudwatch: { retentionDays: 90, kmsKeyArn: key.arn }, s3: { bucketArn: flowLogs.arn } },
  closing,
});

const web = define(stack, IamRole, resourceName('web'), {
  name: 'web',
  assumeRolePolicy: renderPolicy('trust', [
    { Sid: 'Instances', Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ]),
});
new Parameter(stack, 'log-level', { name: path.name('log-level'), value: 'info' });
new Password(stack, 'database', {
  path,
  credential: 'database',
  keyArn: key.arn,
  readerRoles: [web],
  closing,
});

new SelfRotation(stack, 'people', { mfa: true });

app.synth();
