import type { Construct } from 'constructs';

import type { LogBucket } from '../../modules/logging';
import { type Caller, OTHER as SHOP, service, session } from '../iam';
import { KINDS, ORGANIZATION, TRAIL } from './kinds';

/** An account that nobody named, in another organisation. */
export const STRANGER = '999999999999';

/** What somebody sends. */
export interface Sent {
  readonly caller: Caller;
  readonly action: string;
  /** Behind the bucket's name. */
  readonly key: string;
  readonly context: Readonly<Record<string, string>>;
}

/** How a kind of log arrives, and how the same would come from somebody else. */
export interface Delivery {
  readonly name: string;
  readonly make: (scope: Construct) => LogBucket;
  readonly sent: Sent;
  /** The same for a stranger. */
  readonly strange: Partial<Sent>;
  /** A key of another account or kind. Left out: copies keep the keys that they had. */
  readonly elsewhere?: string;
}

const OWNER = { 's3:x-amz-acl': 'bucket-owner-full-control' };
const ORGANISED = { sourceAccountIds: [], sourceOrganizationId: ORGANIZATION };

/** What AWS sends along for a source: its ARN, account and organisation. */
function source(arn: string, account: string): Record<string, string> {
  return {
    'aws:SourceArn': arn.replace('ACCOUNT', account),
    'aws:SourceAccount': account,
    'aws:SourceOrgID': account === STRANGER ? 'o-stranger12' : ORGANIZATION,
  };
}

interface FromService {
  readonly name: string;
  readonly make: Delivery['make'];
  readonly by: string;
  readonly key: string;
  readonly elsewhere: string;
  /** With ACCOUNT in it. */
  readonly arn: string;
  readonly also?: Readonly<Record<string, string>>;
}

/** The object of an account that a service writes for it. */
function byService({ name, make, by, key, elsewhere, arn, also = {} }: FromService): Delivery {
  return {
    name,
    make,
    elsewhere,
    sent: { caller: service(by), action: 's3:PutObject', key, context: { ...source(arn, SHOP), ...also } },
    strange: { context: { ...source(arn, STRANGER), ...also } },
  };
}

const LOGS = 'delivery.logs.amazonaws.com';
const BALANCERS = 'logdelivery.elasticloadbalancing.amazonaws.com';
const trail = (account: string): Record<string, string> => ({ ...source(TRAIL, account), 'aws:SourceArn': TRAIL, ...OWNER });
const strangeTrail = { ...trail(STRANGER), 'aws:SourceArn': TRAIL.replace('333333333333', STRANGER) };
const CLOUDTRAIL = { caller: service('cloudtrail.amazonaws.com'), action: 's3:PutObject' };
const BALANCER = 'arn:aws:elasticloadbalancing:eu-west-1:ACCOUNT:loadbalancer/app/shop/0a1b';
const LOG_SOURCE = 'arn:aws:logs:eu-west-1:ACCOUNT:*';
const EDGE = 'arn:aws:logs:us-east-1:ACCOUNT:delivery-source:shop';

const replicating = (account: string, bucket: string): Caller => session(`s3-replication/${bucket}`, 's3', account);

/** Each way in which logs arrive. */
export const DELIVERIES: readonly Delivery[] = [
  {
    name: "an account's trail",
    make: (scope) => KINDS.CloudTrailLogBucket(scope),
    sent: {
      ...CLOUDTRAIL,
      key: 'AWSLogs/333333333333/CloudTrail/eu-west-1/2026/11/02/a.json.gz',
      context: trail('333333333333'),
    },
    strange: { context: strangeTrail },
    elsewhere: `AWSLogs/${ORGANIZATION}/${SHOP}/CloudTrail/eu-west-1/2026/11/02/a.json.gz`,
  },
  {
    name: "an organisation's trail",
    make: (scope) => KINDS.CloudTrailLogBucket(scope, { organizationId: ORGANIZATION }),
    sent: {
      ...CLOUDTRAIL,
      key: `AWSLogs/${ORGANIZATION}/${SHOP}/CloudTrail/eu-west-1/2026/11/02/a.json.gz`,
      context: trail('333333333333'),
    },
    strange: { context: strangeTrail },
    elsewhere: `AWSLogs/o-stranger12/${SHOP}/CloudTrail/eu-west-1/2026/11/02/a.json.gz`,
  },
  ...[{}, ORGANISED].map((props) =>
    byService({
      name: `AWS Config${props === ORGANISED ? ' in an organisation' : ''}`,
      make: (scope) => KINDS.ConfigLogBucket(scope, props),
      by: 'config.amazonaws.com',
      key: `AWSLogs/${SHOP}/Config/eu-west-1/2026/1/2/ConfigSnapshot/a.json.gz`,
      elsewhere: `AWSLogs/${SHOP}/CloudTrail/a.json.gz`,
      arn: 'arn:aws:config:eu-west-1:ACCOUNT:*',
      also: OWNER,
    }),
  ),
  ...[{}, ORGANISED].map((props) =>
    byService({
      name: `flow logs${props === ORGANISED ? ' in an organisation' : ''}`,
      make: (scope) => KINDS.FlowLogBucket(scope, props),
      by: LOGS,
      key: `AWSLogs/${SHOP}/vpcflowlogs/eu-west-1/2026/11/02/a.log.gz`,
      elsewhere: `flows/${SHOP}/a.log.gz`,
      arn: LOG_SOURCE,
    }),
  ),
  byService({
    name: 'flow logs in named folders',
    make: (scope) => KINDS.FlowLogBucket(scope),
    by: LOGS,
    key: `AWSLogs/aws-account-id=${SHOP}/aws-service=vpcflowlogs/aws-region=eu-west-1/year=2026/a.parquet`,
    elsewhere: `AWSLogs/aws-account-id=${STRANGER}/a.parquet`,
    arn: LOG_SOURCE,
  }),
  ...(['alb', 'alb-connections', 'clb'] as const).map((prefix) =>
    byService({
      name: `a load balancer under ${prefix}/`,
      make: (scope) => KINDS.LoadBalancerLogBucket(scope),
      by: BALANCERS,
      key: `${prefix}/AWSLogs/${SHOP}/elasticloadbalancing/eu-west-1/2026/11/02/a.log.gz`,
      elsewhere: `nlb/AWSLogs/${SHOP}/a.log.gz`,
      arn: BALANCER,
    }),
  ),
  byService({
    name: 'a load balancer in an organisation',
    make: (scope) => KINDS.LoadBalancerLogBucket(scope, ORGANISED),
    by: BALANCERS,
    key: `alb/AWSLogs/${SHOP}/elasticloadbalancing/eu-west-1/2026/11/02/a.log.gz`,
    elsewhere: `alb/${SHOP}/a.log.gz`,
    arn: BALANCER,
  }),
  byService({
    name: 'a network load balancer',
    make: (scope) => KINDS.LoadBalancerLogBucket(scope),
    by: LOGS,
    key: `nlb/AWSLogs/${SHOP}/elasticloadbalancing/eu-west-1/2026/11/02/a.log.gz`,
    elsewhere: `alb/AWSLogs/${SHOP}/a.log.gz`,
    arn: LOG_SOURCE,
  }),
  {
    name: 'S3 access logs',
    make: (scope) => KINDS.AccessLogBucket(scope),
    sent: {
      caller: service('logging.s3.amazonaws.com'),
      action: 's3:PutObject',
      key: 'acme-pages/111111111111/eu-west-1/acme-pages/2026/11/02/a',
      context: source('arn:aws:s3:::acme-pages', '111111111111'),
    },
    strange: { context: source('arn:aws:s3:::strange-pages', STRANGER) },
    elsewhere: 'acme-shop/111111111111/eu-west-1/acme-shop/2026/11/02/a',
  },
  ...[{}, ORGANISED].map((props) =>
    byService({
      name: `CloudFront v2${props === ORGANISED ? ' in an organisation' : ''}`,
      make: (scope) => KINDS.CloudFrontLogBucket(scope, props),
      by: LOGS,
      key: `AWSLogs/${SHOP}/CloudFront/E123/2026/11/02/05/a.gz`,
      elsewhere: `AWSLogs/${SHOP}/vpcflowlogs/a.gz`,
      arn: EDGE,
    }),
  ),
  {
    name: "a session's log",
    make: (scope) => KINDS.SessionLogBucket(scope),
    sent: { caller: session('instance', 'i-0a1b', SHOP), action: 's3:PutObject', key: `${SHOP}/alice-0a1b.log`, context: {} },
    strange: { caller: session('instance', 'i-0a1b', STRANGER) },
    elsewhere: '333333333333/alice-0a1b.log',
  },
  {
    name: "a session's log in an organisation",
    make: (scope) =>
      KINDS.SessionLogBucket(scope, { writers: [], sourceOrganizationId: ORGANIZATION, writerRoleName: 'instance' }),
    sent: {
      caller: session('instance', 'i-0a1b', SHOP),
      action: 's3:PutObject',
      key: `${SHOP}/alice-0a1b.log`,
      context: { 'aws:PrincipalOrgID': ORGANIZATION },
    },
    strange: { caller: session('instance', 'i-0a1b', STRANGER), context: { 'aws:PrincipalOrgID': 'o-stranger12' } },
    elsewhere: '333333333333/alice-0a1b.log',
  },
  {
    name: 'a copy',
    make: (scope) => KINDS.ReplicaLogBucket(scope),
    sent: { caller: replicating(SHOP, 'shop-requests'), action: 's3:ReplicateObject', key: 'shop-pages/a', context: {} },
    strange: { caller: replicating(STRANGER, 'shop-requests') },
  },
  {
    name: 'a copy of another bucket in an organisation',
    make: (scope) => KINDS.ReplicaLogBucket(scope, { sourceBuckets: [], sourceOrganizationId: ORGANIZATION }),
    sent: {
      caller: replicating(SHOP, 'shop-trail'),
      action: 's3:ReplicateObject',
      key: 'a',
      context: { 'aws:PrincipalOrgID': ORGANIZATION },
    },
    strange: { caller: replicating(STRANGER, 'shop-trail'), context: { 'aws:PrincipalOrgID': 'o-stranger12' } },
  },
];
