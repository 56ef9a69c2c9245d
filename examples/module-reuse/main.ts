import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';

import { CustomerKey, KeyUses } from 'plinth/encryption';
import { FlowLogBucket } from 'plinth/logging';
import { Vpc } from 'plinth/network';
import { Parameter, readParameter } from 'plinth/parameters';

const REGION = 'eu-west-1';
const LOGS = '222222222222';
const WRITERS = { web: '333333333333', jobs: '444444444444' };
const BUCKET_PARAMETER = '/shared/logs/flow-log-bucket';
/** Two steps end what is protected: apply with this set, then destroy. */
const closing = process.env.PLINTH_LIFECYCLE === 'closing';

const app = new App();

/** A stack of your own: your provider, your backend, nothing of ours. */
function stackOf(name: string, accountId: string): { stack: TerraformStack; place: { region: string; accountId: string } } {
  const stack = new TerraformStack(app, name);
  new LocalBackend(stack, { path: `../../../terraform.state/${name}.tfstate` });
  new AwsProvider(stack, 'aws', {
    region: REGION,
    allowedAccountIds: [accountId],
    assumeRole: [{ roleArn: `arn:aws:iam::${accountId}:role/deploy` }],
  });
  stack.addOverride('terraform.required_providers.aws', { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' });
  return { stack, place: { region: REGION, accountId } };
}

const logs = stackOf('logs', LOGS);
const key = new CustomerKey(logs.stack, 'flow-log-key', {
  ...logs.place,
  alias: 'alias/flow-logs',
  description: 'Encrypts the flow logs of both workloads',
  uses: [KeyUses.flowLogDelivery({ accountIds: Object.values(WRITERS) })],
  closing,
});
const bucket = new FlowLogBucket(logs.stack, 'flow-logs', {
  ...logs.place,
  bucketName: `shared-flow-logs-${LOGS}`,
  keyArn: key.arn,
  sourceAccountIds: Object.values(WRITERS),
  lifecycle: { transitions: [{ storageClass: 'GLACIER_IR', afterDays: 90 }], expireAfterDays: 400 },
  closing,
});
new Parameter(logs.stack, 'flow-log-bucket', { name: BUCKET_PARAMETER, value: bucket.arn });

for (const [index, [name, accountId]] of Object.entries(WRITERS).entries()) {
  const { stack, place } = stackOf(name, accountId);
  const atLogs = new AwsProvider(stack, 'aws logs', {
    alias: 'logs',
    region: REGION,
    allowedAccountIds: [LOGS],
    assumeRole: [{ roleArn: `arn:aws:iam::${LOGS}:role/read-parameters` }],
  });
  const bucketArn = readParameter(stack, 'flow-log-bucket', { name: BUCKET_PARAMETER, provider: atLogs });
  new Vpc(stack, name, {
    ...place,
    cidr: `10.30.${String(index * 16)}.0/20`,
    zones: ['a', 'b'],
    tiers: { app: { kind: 'isolated', cidr: `10.30.${String(index * 16)}.0/23` } },
    flows: [{ from: 'app', to: 'app', port: 'tcp/8080', why: 'Members call each other' }],
    flowLogs: { s3: { bucketArn, parquet: true } },
    closing,
  });
}

app.synth();
