import {
  AccessLogBucket,
  CloudFrontLogBucket,
  CloudTrailLogBucket,
  ConfigLogBucket,
  FlowLogBucket,
  LoadBalancerLogBucket,
  SessionLogBucket,
} from '../../modules/logging';
import { DELIVERIES } from './deliveries';
import { ORGANIZATION, SHOP } from './kinds';

test('the folders that queries look into are those that services write to', () => {
  expect([
    CloudTrailLogBucket.prefixOf(SHOP, 'eu-west-1'),
    CloudTrailLogBucket.prefixOf(SHOP, 'eu-west-1', ORGANIZATION),
    ConfigLogBucket.prefixOf(SHOP, 'eu-west-1'),
    FlowLogBucket.prefixOf(SHOP, 'eu-west-1'),
    FlowLogBucket.hivePrefixOf(SHOP, 'eu-west-1'),
    LoadBalancerLogBucket.prefixOf('application', SHOP, 'eu-west-1'),
    LoadBalancerLogBucket.prefixOf('applicationConnections', SHOP, 'eu-west-1'),
    LoadBalancerLogBucket.prefixOf('classic', SHOP, 'eu-west-1'),
    LoadBalancerLogBucket.prefixOf('network', SHOP, 'eu-west-1'),
    AccessLogBucket.prefixOf('acme-pages', '111111111111', 'eu-west-1'),
    CloudFrontLogBucket.prefixOf(SHOP, 'E123'),
    SessionLogBucket.prefixOf(SHOP),
  ]).toEqual([
    'AWSLogs/222222222222/CloudTrail/eu-west-1/',
    'AWSLogs/o-abcde12345/222222222222/CloudTrail/eu-west-1/',
    'AWSLogs/222222222222/Config/eu-west-1/',
    'AWSLogs/222222222222/vpcflowlogs/eu-west-1/',
    'AWSLogs/aws-account-id=222222222222/aws-service=vpcflowlogs/aws-region=eu-west-1/',
    'alb/AWSLogs/222222222222/elasticloadbalancing/eu-west-1/',
    'alb-connections/AWSLogs/222222222222/elasticloadbalancing/eu-west-1/',
    'clb/AWSLogs/222222222222/elasticloadbalancing/eu-west-1/',
    'nlb/AWSLogs/222222222222/elasticloadbalancing/eu-west-1/',
    'acme-pages/111111111111/eu-west-1/acme-pages/',
    'AWSLogs/222222222222/CloudFront/E123/',
    '222222222222/',
  ]);
});

test('AWS Config alone writes the date without zeros in front', () => {
  const dates = [
    CloudTrailLogBucket,
    ConfigLogBucket,
    FlowLogBucket,
    LoadBalancerLogBucket,
    AccessLogBucket,
    CloudFrontLogBucket,
  ];
  expect(dates.map(({ dates: form }) => form)).toEqual([
    'yyyy/MM/dd',
    'yyyy/M/d',
    'yyyy/MM/dd',
    'yyyy/MM/dd',
    'yyyy/MM/dd',
    'yyyy/MM/dd',
  ]);
});

test('deliveries that are proved to pass lie in those folders', () => {
  const folders = [
    CloudTrailLogBucket.prefixOf(SHOP, 'eu-west-1', ORGANIZATION),
    ConfigLogBucket.prefixOf(SHOP, 'eu-west-1'),
    FlowLogBucket.prefixOf(SHOP, 'eu-west-1'),
    FlowLogBucket.hivePrefixOf(SHOP, 'eu-west-1'),
    LoadBalancerLogBucket.prefixOf('application', SHOP, 'eu-west-1'),
    LoadBalancerLogBucket.prefixOf('network', SHOP, 'eu-west-1'),
    AccessLogBucket.prefixOf('acme-pages', '111111111111', 'eu-west-1'),
    CloudFrontLogBucket.prefixOf(SHOP, 'E123'),
    SessionLogBucket.prefixOf(SHOP),
  ];
  expect(folders.filter((folder) => !DELIVERIES.some(({ sent }) => sent.key.startsWith(folder)))).toEqual([]);
});
