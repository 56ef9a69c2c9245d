import { logGroupKey } from '../../../../policies/rules/encryption/log-group-key';
import { messagingNotPublic } from '../../../../policies/rules/encryption/messaging-not-public';
import { queueEncryption } from '../../../../policies/rules/encryption/queue-encryption';
import { topicEncryption } from '../../../../policies/rules/encryption/topic-encryption';
import { topicKeyForServices } from '../../../../policies/rules/encryption/topic-key-for-services';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { stateOf } from '../shown-universe';

describe('encryption/messaging-not-public', () => {
  const found = (Condition: object): readonly string[] => {
    const statement = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sqs:SendMessage', Resource: '*', Condition };
    const policy = JSON.stringify({ Version: '2008-10-17', Statement: [statement] });

    return linesOf(messagingNotPublic, universeOf({ 'aws_sqs_queue_policy.jobs': { queue_url: 'https://q', policy } }));
  };

  it.each<object>([
    { StringEquals: { 'SNS:Protocol': 'https' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:*:alarms' } },
    { Bool: { 'aws:SecureTransport': 'true' } },
  ])('finds a policy for everybody on %j', (condition) => {
    expect(found(condition)).toEqual(['violated aws_sqs_queue_policy.jobs: statement 1 of its policy lets everybody in']);
  });

  it.each<object>([
    { StringEquals: { 'AWS:SourceOwner': '111111111111' } },
    { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111111111111:alarms' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111111111111:*' } },
  ])('takes a policy for everybody on %j', (condition) => {
    expect(found(condition)).toEqual([]);
  });
});

describe('encryption/queue-encryption', () => {
  it.each<[object, readonly string[]]>([
    [{}, []],
    [{ sqs_managed_sse_enabled: true }, []],
    [{ sqs_managed_sse_enabled: false, kms_master_key_id: '${aws_kms_key.jobs.arn}' }, []],
    [
      { sqs_managed_sse_enabled: false, kms_master_key_id: '' },
      ['violated aws_sqs_queue.jobs: sqs_managed_sse_enabled is false'],
    ],
  ])('of %j', (queue, expected) => {
    expect(linesOf(queueEncryption, universeOf({ 'aws_sqs_queue.jobs': queue }))).toEqual(expected);
  });
});

describe('encryption/topic-encryption and encryption/log-group-key', () => {
  it('find an empty key in a state', () => {
    expect(linesOf(topicEncryption, stateOf({ 'aws_sns_topic.alarms': { kms_master_key_id: '' } }))).toEqual([
      'violated aws_sns_topic.alarms: kms_master_key_id is left out: its messages are stored in clear',
    ]);
    expect(linesOf(logGroupKey, stateOf({ 'aws_cloudwatch_log_group.app': { kms_key_id: '' } }))).toEqual([
      'violated aws_cloudwatch_log_group.app: kms_key_id is left out: CloudWatch keeps the key',
    ]);
  });

  it('take a key that only apply tells', () => {
    expect(linesOf(topicEncryption, universeOf({ 'aws_sns_topic.alarms': { kms_master_key_id: '${var.key}' } }))).toEqual([]);
    expect(linesOf(logGroupKey, universeOf({ 'aws_cloudwatch_log_group.app': { kms_key_id: '${var.key}' } }))).toEqual([]);
  });
});

describe('encryption/topic-key-for-services', () => {
  const ARN = '${aws_sns_topic.alarms.arn}';
  const found = (key: string, senders: Readonly<Record<string, object>>): readonly string[] =>
    linesOf(topicKeyForServices, universeOf({ 'aws_sns_topic.alarms': { kms_master_key_id: key }, ...senders }));

  it.each<[string, Readonly<Record<string, object>>]>([
    ['aws_cloudwatch_metric_alarm.x', { 'aws_cloudwatch_metric_alarm.x': { alarm_actions: [ARN] } }],
    ['aws_cloudwatch_metric_alarm.x', { 'aws_cloudwatch_metric_alarm.x': { alarm_actions: [], ok_actions: [ARN] } }],
    ['aws_cloudwatch_composite_alarm.x', { 'aws_cloudwatch_composite_alarm.x': { insufficient_data_actions: [ARN] } }],
    ['aws_cloudwatch_event_target.x', { 'aws_cloudwatch_event_target.x': { arn: ARN } }],
    ['aws_s3_bucket_notification.x', { 'aws_s3_bucket_notification.x': { topic: [{ topic_arn: ARN }] } }],
  ])('finds that %s sends to a topic with the key of AWS', (address, senders) => {
    expect(found('alias/aws/sns', senders)).toEqual([
      `violated aws_sns_topic.alarms: ${address} can't send to it: nobody can let services use alias/aws/sns`,
    ]);
    expect(found('${aws_kms_key.alarms.arn}', senders)).toEqual([]);
  });

  it('takes the key of AWS where no service sends', () => {
    expect(
      found('alias/aws/sns', { 'aws_cloudwatch_metric_alarm.x': { alarm_actions: ['${aws_sns_topic.other.arn}'] } }),
    ).toEqual([]);
  });

  it('joins a topic of a state by its ARN', () => {
    const arn = 'arn:aws:sns:eu-west-1:111111111111:alarms';
    const universe = stateOf({
      'aws_sns_topic.alarms': { arn, kms_master_key_id: 'arn:aws:kms:eu-west-1:111111111111:alias/aws/sns' },
      'aws_cloudwatch_metric_alarm.x': { alarm_actions: [arn] },
    });

    expect(linesOf(topicKeyForServices, universe)).toHaveLength(1);
  });
});
