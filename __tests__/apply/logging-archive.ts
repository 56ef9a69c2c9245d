import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { App } from 'cdktf';

import { resourceName } from '../../modules/core/resource-name';
import {
  AccessLogBucket,
  CloudFrontLogBucket,
  CloudTrailLogBucket,
  ConfigLogBucket,
  FlowLogBucket,
  LoadBalancerLogBucket,
  LogGroup,
  ReplicaLogBucket,
  SessionLogBucket,
} from '../../modules/logging';
import { SecureBucket } from '../../modules/storage';
import { AccountStack, define } from '../../modules/terraform';

/** The account that keeps the logs, and one whose logs they are. */
export const ARCHIVE = '222222222222';
export const SOURCE = '333333333333';
export const ORGANIZATION = 'o-abcde12345';

export const ARCHIVE_STACK = 'archive-eu-west-1-logging';
export const SOURCE_STACK = 'shop-eu-west-1-logging';

const LIFECYCLE = {
  transitions: [
    { storageClass: 'STANDARD_IA', afterDays: 30 },
    { storageClass: 'GLACIER', afterDays: 90 },
  ],
  expireAfterDays: 400,
} as const;
const LOCK = { mode: 'governance', days: 90 } as const;

function stackOf(app: App, name: string, id: string): AccountStack {
  return new AccountStack(app, {
    organization: 'acme',
    account: { name, id, role: 'terraform' },
    region: 'eu-west-1',
    layer: 'logging',
    backend: { kind: 'local' },
    tags: { owner: name },
  });
}

/** Every kind of log with what it may have: keys, locks, an ACL, copies, access logs of the archive itself. */
function archive(app: App, closing: boolean): void {
  const stack = stackOf(app, 'archive', ARCHIVE);
  const key = define(stack, KmsKey, resourceName('logs'), { description: 'Logs', enableKeyRotation: true });
  const names = ['acme-trail', 'acme-config'];
  const requests = new AccessLogBucket(stack, 'requests', { bucketName: 'acme-requests', sourceBuckets: names, closing });
  const sources = { sourceAccountIds: [SOURCE], closing };
  new CloudTrailLogBucket(stack, 'trail', {
    bucketName: 'acme-trail',
    trailArns: ['arn:aws:cloudtrail:eu-west-1:111111111111:trail/organisation'],
    organizationId: ORGANIZATION,
    readers: [`arn:aws:iam::${ARCHIVE}:role/auditor`],
    keyArn: key.arn,
    objectLock: LOCK,
    lifecycle: LIFECYCLE,
    accessLogs: requests.logsOf('acme-trail'),
    closing,
  });
  const copies = new ReplicaLogBucket(stack, 'copies', {
    bucketName: 'acme-copies',
    sourceBuckets: [
      { accountId: ARCHIVE, bucketName: 'acme-config' },
      { accountId: SOURCE, bucketName: 'shop-requests' },
    ],
    objectLock: LOCK,
    closing,
  });
  new ConfigLogBucket(stack, 'config', {
    ...sources,
    bucketName: 'acme-config',
    replication: { bucketArn: copies.arn, accountId: ARCHIVE, after: copies.versioning },
    accessLogs: requests.logsOf('acme-config'),
  });
  new FlowLogBucket(stack, 'flows', { ...sources, bucketName: 'acme-flows', keyArn: key.arn, lifecycle: LIFECYCLE });
  new LoadBalancerLogBucket(stack, 'balancers', { ...sources, bucketName: 'acme-balancers' });
  new CloudFrontLogBucket(stack, 'edge', { ...sources, bucketName: 'acme-edge' });
  new CloudFrontLogBucket(stack, 'edge-v1', { bucketName: 'acme-edge-v1', delivery: 'v1', closing });
  new SessionLogBucket(stack, 'sessions', {
    bucketName: 'acme-sessions',
    sourceOrganizationId: ORGANIZATION,
    writerRoleName: 'instance',
    keyArn: key.arn,
    closing,
  });
  new LogGroup(stack, 'trail-group', { name: '/acme/trail', retentionDays: 90, closing });
}

/** A bucket of the other account, whose requests reach the archive by replication. */
function source(app: App, closing: boolean): void {
  const stack = stackOf(app, 'shop', SOURCE);
  const requests = new AccessLogBucket(stack, 'requests', {
    bucketName: 'shop-requests',
    sourceBuckets: ['shop-pages'],
    replication: { bucketArn: 'arn:aws:s3:::acme-copies', accountId: ARCHIVE },
    closing,
  });
  new SecureBucket(stack, 'pages', { bucketName: 'shop-pages', accessLogs: requests.logsOf('shop-pages'), closing });
}

/** Writes both stacks, the archive's first. */
export function writeArchive(output: string, closing: boolean): void {
  mkdirSync(output, { recursive: true });
  const app = new App({ outdir: output });
  archive(app, closing);
  source(app, closing);
  app.synth();
  writeFileSync(join(output, 'order.json'), JSON.stringify({ waves: [[ARCHIVE_STACK], [SOURCE_STACK]] }));
}
