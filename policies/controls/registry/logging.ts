import { resources, rules } from '../answers';
import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** What is recorded. */
export const logging: readonly Control[] = [
  {
    id: 'trail-all-regions',
    title: 'A trail records all Regions',
    ids: catalogue('3.1 3.1 3.1 4.1', 'CloudTrail.1 CloudTrail.3'),
    answers: rules('logging/trail-multi-region', 'plan/trails'),
  },
  {
    id: 'trail-validation',
    title: 'The trail validates its files',
    ids: catalogue('3.2 3.2 3.2 4.2', 'CloudTrail.4'),
    answers: rules('logging/trail-validation'),
  },
  {
    id: 'trail-bucket-private',
    title: "The trail's bucket is not public",
    ids: catalogue('3.3 - - -', 'CloudTrail.6'),
    answers: rules('logging/trail-bucket-private'),
  },
  {
    id: 'trail-log-group',
    title: 'The trail writes to CloudWatch Logs',
    ids: catalogue('3.4 - - -', 'CloudTrail.5'),
    answers: rules('logging/trail-log-group'),
  },
  {
    id: 'config-all-regions',
    title: 'AWS Config records everything',
    ids: catalogue('3.5 3.3 3.3 4.3', 'Config.1'),
    answers: rules('logging/config-recorder', 'logging/config-delivery'),
  },
  {
    id: 'trail-bucket-logging',
    title: "Access to the trail's bucket is logged",
    ids: catalogue('3.6 3.4 3.4 4.4', 'CloudTrail.7'),
    answers: rules('logging/trail-bucket-logging'),
  },
  {
    id: 'trail-key',
    title: 'The trail is encrypted by a key of the account',
    ids: catalogue('3.7 3.5 3.5 4.5', 'CloudTrail.2'),
    answers: rules('logging/trail-key'),
  },
  {
    id: 'flow-logs',
    title: 'Every VPC has flow logs',
    ids: catalogue('3.9 3.7 3.7 4.7', 'EC2.6'),
    answers: [...rules('network/flow-logs'), ...resources('aws_flow_log')],
  },
  {
    id: 'data-events-write',
    title: 'The trail records writes of objects',
    ids: catalogue('3.10 3.8 3.8 4.8'),
    answers: rules('logging/trail-data-events'),
  },
  {
    id: 'data-events-read',
    title: 'The trail records reads of objects',
    ids: catalogue('3.11 3.9 3.9 4.9'),
    answers: rules('logging/trail-data-events'),
  },
  {
    id: 'front-end-logging',
    title: 'What faces the internet logs its accesses',
    ids: catalogue('- - - 4.10', 'ELB.5 CloudFront.5 APIGateway.1'),
    answers: rules('delivery/front-end-logging', 'delivery/load-balancer/access-logs'),
  },
];
