import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { App } from 'cdktf';

import { Cidr } from '../../modules/core/cidr';
import { resourceName } from '../../modules/core/resource-name';
import { GroupPeers, NetworkAcl, SecurityGroup, Vpc } from '../../modules/network';
import { AccountStack, define } from '../../modules/terraform';
import { livesOf, liveAndDie } from './applied';

/** A library user's own app: no YAML, no ledger; flow logs to a bucket, and the escape hatches beside the flows. */
function build(output: string, closing: boolean): void {
  const app = new App({ outdir: output });
  const stack = new AccountStack(app, {
    organization: 'acme',
    account: { name: 'shop', id: '123456789012' },
    region: 'eu-west-1',
    layer: 'network',
    backend: { kind: 'local' },
    tags: { owner: 'shop' },
  });
  const bucket = define(stack, S3Bucket, resourceName('flow-logs'), { bucket: 'shop-flow-logs', forceDestroy: closing });
  const vpc = new Vpc(stack, 'shop', {
    cidr: '10.20.0.0/20',
    zones: ['a', 'b'],
    tiers: { public: { kind: 'public', cidr: '10.20.0.0/23' }, app: { kind: 'private', cidr: '10.20.2.0/23' } },
    flows: [{ from: 'internet', to: 'public/alb', port: 'tcp/443', why: 'Customers' }],
    flowLogs: { s3: { bucketArn: bucket.arn, parquet: true } },
    parameterPath: '/lz/shop/network/shop',
    closing,
  });
  const jobs = new SecurityGroup(stack, 'shop_jobs', { vpcId: vpc.resource.id, name: 'shop/jobs' });
  jobs.allowFrom(vpc.groups.get('public/alb'), 'tcp/9000-9010', 'Jobs are started by hand');
  jobs.allowTo(GroupPeers.cidr('192.0.2.0/24'), 'udp/514', 'Logs go to the old collector');
  jobs.allowTo(jobs, 'icmp/8', 'Members look for each other');
  const acl = new NetworkAcl(stack, 'shop_quarantine', { vpcId: vpc.resource.id, name: 'shop/quarantine' });
  acl.addEntry({ direction: 'in', number: 1, peer: Cidr.parse('192.0.2.0/24'), port: 'all', action: 'deny' });
  acl.addEntry({ direction: 'out', number: 1, peer: Cidr.anyIpv4, port: 'icmp', action: 'deny' });
  vpc.resource.addOverride('enable_network_address_usage_metrics', true);
  app.synth();
  writeFileSync(join(output, 'order.json'), JSON.stringify({ waves: [[stack.node.id]] }));
}

test("a library user's VPC with flow logs to S3, groups and an ACL by hand and an override lives and dies", async () => {
  const result = await liveAndDie((output, lifecycle) => {
    build(output, lifecycle === 'closing');
    return Promise.resolve();
  });

  expect(livesOf(result)).toEqual([{ name: 'shop-eu-west-1-network', secondPlanChanges: 0, leftOver: 0 }]);
});
