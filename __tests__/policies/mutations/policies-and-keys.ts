import { type Mutation, policyOf, times } from './mutation';

const WRITER = 'aws_iam_role_policy.three-tier_flow-log_cloudwatch';
const ROLE = 'aws_iam_role.three-tier_flow-log_cloudwatch';
const SELF = 'aws_iam_policy.self-rotation_self-rotation';
const KEY = 'aws_kms_key.log-archive';

/** What the texts of policies are changed to. */
export const policies: readonly Mutation[] = [
  {
    name: 'the policy of the flow logs is starred',
    mutate: ({ dev }) => {
      dev.statement(WRITER, 'policy', 'WriteFlowLogs', (statement) => ({ ...statement, Action: '*', Resource: '*' }));
    },
    findings: [
      'violated encryption/no-decrypt-on-all-keys dev:aws_iam_role_policy.three-tier_flow-log_cloudwatch',
      'violated identity/no-full-admin dev:aws_iam_role_policy.three-tier_flow-log_cloudwatch',
    ],
  },
  {
    name: 'an action of the flow logs is misspelt',
    mutate: ({ dev }) => {
      dev.statement(WRITER, 'policy', 'WriteFlowLogs', (statement) => ({ ...statement, Action: ['logs:PutLogEvent'] }));
    },
    findings: ['violated policy/known-actions dev:aws_iam_role_policy.three-tier_flow-log_cloudwatch'],
  },
  {
    name: 'the flow logs may write to a bucket by an action of CloudWatch',
    mutate: ({ dev }) => {
      dev.statement(WRITER, 'policy', 'WriteFlowLogs', (statement) => ({ ...statement, Resource: 'arn:aws:s3:::acme-logs/*' }));
    },
    findings: [...times(4, 'violated policy/known-resources dev:aws_iam_role_policy.three-tier_flow-log_cloudwatch')],
  },
  {
    name: 'the flow logs may attach policies to any role',
    mutate: ({ dev }) => {
      dev.policy(WRITER, 'policy', ({ Statement }) => {
        Statement.push({
          Sid: 'Attach',
          Effect: 'Allow',
          Action: 'iam:AttachRolePolicy',
          Resource: 'arn:aws:iam::555555555555:role/*',
        });
      });
    },
    findings: ['violated access/escalation dev:aws_iam_role.three-tier_flow-log_cloudwatch'],
  },
  {
    name: 'everybody may assume the role of the flow logs',
    mutate: ({ dev }) => {
      dev.statement(ROLE, 'assume_role_policy', 'FlowLogs', ({ Action }) => ({ Effect: 'Allow', Principal: '*', Action }));
    },
    findings: ['violated identity/trust/named-principals dev:aws_iam_role.three-tier_flow-log_cloudwatch'],
  },
  {
    name: 'a condition of the trust of the flow logs is misspelt',
    mutate: ({ dev }) => {
      dev.statement(ROLE, 'assume_role_policy', 'FlowLogs', (statement) => ({
        ...statement,
        Condition: { StringEquals: { 'aws:SourceAcount': '555555555555' } },
      }));
    },
    findings: ['violated policy/known-keys dev:aws_iam_role.three-tier_flow-log_cloudwatch'],
  },
  {
    name: 'the trust of the flow logs names a service that AWS does not have',
    mutate: ({ dev }) => {
      dev.statement(ROLE, 'assume_role_policy', 'FlowLogs', (statement) => ({
        ...statement,
        Principal: { Service: 'vpc-flowlogs.amazonaws.com' },
      }));
    },
    findings: ['violated policy/known-principals dev:aws_iam_role.three-tier_flow-log_cloudwatch'],
  },
  {
    name: 'people may do everything without MFA',
    mutate: ({ identity }) => {
      identity.statement(SELF, 'policy', 'DenyWithoutMfa', () => undefined);
    },
    findings: [
      'violated access/claims denied: management-global-identity:aws_iam_group.self-rotation iam:*AccessKey on arn:aws:iam::111111111111:user/member-of-self-rotation',
      ...times(6, 'violated access/credential-life-cycle identity:aws_iam_group.self-rotation'),
    ],
  },
  {
    name: 'people may make access keys of everybody',
    mutate: ({ identity }) => {
      identity.statement(SELF, 'policy', 'OwnCredentials', (statement) => ({ ...statement, Resource: 'arn:aws:iam::*:user/*' }));
    },
    findings: [
      'violated access/claims denied: management-global-identity:aws_iam_group.self-rotation iam:*AccessKey on arn:aws:iam::111111111111:user/somebody-else',
      ...times(5, 'violated access/credential-life-cycle identity:aws_iam_group.self-rotation'),
    ],
  },
  {
    name: 'the policy of people has the version without variables',
    mutate: ({ identity }) => {
      identity.policy(SELF, 'policy', (policy) => {
        policy.Version = '2008-10-17';
      });
    },
    findings: [
      'violated access/claims allowed: management-global-identity:aws_iam_group.self-rotation iam:CreateAccessKey, iam:DeleteAccessKey on arn:aws:iam::111111111111:user/member-of-self-rotation',
      ...times(9, 'violated access/credential-life-cycle identity:aws_iam_group.self-rotation'),
      ...times(3, 'violated policy/variables-version identity:aws_iam_policy.self-rotation_self-rotation'),
    ],
  },
  {
    name: 'a statement of people has neither action nor its opposite',
    mutate: ({ identity }) => {
      identity.statement(SELF, 'policy', 'ReadAccount', ({ Action: _, ...statement }) => statement);
    },
    findings: [
      'unknown access/claims allowed: management-global-identity:aws_iam_group.self-rotation iam:CreateAccessKey, iam:DeleteAccessKey on arn:aws:iam::111111111111:user/member-of-self-rotation',
      'unknown access/claims denied: management-global-identity:aws_iam_group.self-rotation iam:*AccessKey on arn:aws:iam::111111111111:user/member-of-self-rotation',
      'unknown access/claims denied: management-global-identity:aws_iam_group.self-rotation iam:*AccessKey on arn:aws:iam::111111111111:user/somebody-else',
      ...times(35, 'unknown access/credential-life-cycle identity:aws_iam_group.self-rotation'),
      'unknown access/escalation identity:aws_iam_group.self-rotation',
      'violated policy/grammar identity:aws_iam_policy.self-rotation_self-rotation',
    ],
  },
  {
    name: 'the policy of people is broken JSON',
    mutate: ({ identity }) => {
      identity.change(SELF, { policy: '{"Version":' });
    },
    findings: [
      'unknown access/claims allowed: management-global-identity:aws_iam_group.self-rotation iam:CreateAccessKey, iam:DeleteAccessKey on arn:aws:iam::111111111111:user/member-of-self-rotation',
      'unknown access/claims denied: management-global-identity:aws_iam_group.self-rotation iam:*AccessKey on arn:aws:iam::111111111111:user/member-of-self-rotation',
      'unknown access/claims denied: management-global-identity:aws_iam_group.self-rotation iam:*AccessKey on arn:aws:iam::111111111111:user/somebody-else',
      'unknown access/escalation identity:aws_iam_group.self-rotation',
      'violated policy/grammar identity:aws_iam_policy.self-rotation_self-rotation',
    ],
  },
  {
    name: 'people may decrypt by every key',
    mutate: ({ identity }) => {
      identity.policy(SELF, 'policy', ({ Statement }) => {
        Statement.push({ Sid: 'Decrypt', Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' });
      });
    },
    findings: ['violated encryption/no-decrypt-on-all-keys identity:aws_iam_policy.self-rotation_self-rotation'],
  },
];

/** What happens to keys. */
export const keys: readonly Mutation[] = [
  {
    name: 'the policy of the key of the logs lets everybody in',
    mutate: ({ logging }) => {
      logging.statement(KEY, 'policy', 'Account', (statement) => ({ ...statement, Principal: '*' }));
    },
    findings: [
      'violated encryption/key-policy-not-public logging:aws_kms_key.log-archive',
      'violated identity/trust/named-grantees logging:aws_kms_key.log-archive',
    ],
  },
  {
    name: 'the readers of the logs are everybody who comes by way of S3',
    mutate: ({ logging }) => {
      logging.statement(KEY, 'policy', 'ReadBuckets', (statement) => ({ ...statement, Principal: { AWS: '*' } }));
    },
    findings: [
      'violated encryption/key-policy-not-public logging:aws_kms_key.log-archive',
      'violated identity/trust/named-grantees logging:aws_kms_key.log-archive',
    ],
  },
  {
    name: 'CloudTrail may use the key of the logs for anybody',
    mutate: ({ logging }) => {
      logging.statement(KEY, 'policy', 'CloudTrail', ({ Condition: _, ...statement }) => statement);
    },
    findings: ['violated identity/trust/pinned-source logging:aws_kms_key.log-archive'],
  },
  {
    name: 'the key of the logs is not rotated',
    mutate: ({ logging }) => {
      logging.change(KEY, { enable_key_rotation: false });
    },
    findings: ['violated encryption/key-rotation logging:aws_kms_key.log-archive'],
  },
  {
    name: 'the key of the logs can be deleted within a week',
    mutate: ({ logging }) => {
      logging.change(KEY, { deletion_window_in_days: 7 });
    },
    findings: ['violated encryption/key-deletion-window logging:aws_kms_key.log-archive'],
  },
  {
    name: 'the log group of the flow logs has no key',
    mutate: ({ dev }) => {
      dev.change('aws_cloudwatch_log_group.three-tier_flow-log_cloudwatch', { kms_key_id: undefined });
    },
    findings: ['violated encryption/log-group-key dev:aws_cloudwatch_log_group.three-tier_flow-log_cloudwatch'],
  },
  {
    name: 'the topic of an alarm is encrypted by the key of AWS, which no service may use',
    mutate: ({ dev }) => {
      dev.add('aws_sns_topic.alarms', { name: 'alarms', kms_master_key_id: 'alias/aws/sns' });
      dev.add('aws_cloudwatch_metric_alarm.nat', {
        alarm_name: 'nat',
        comparison_operator: 'GreaterThanThreshold',
        evaluation_periods: 1,
        metric_name: 'ErrorPortAllocation',
        namespace: 'AWS/NATGateway',
        alarm_actions: ['${aws_sns_topic.alarms.arn}'],
      });
    },
    findings: ['violated encryption/topic-key-for-services dev:aws_sns_topic.alarms'],
  },
  {
    name: 'anybody may send to a queue',
    mutate: ({ dev }) => {
      const statement = { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' };
      dev.add('aws_sqs_queue.events', { name: 'events', sqs_managed_sse_enabled: true, policy: policyOf(statement) });
    },
    findings: [
      'violated encryption/messaging-not-public dev:aws_sqs_queue.events',
      'violated identity/trust/named-grantees dev:aws_sqs_queue.events',
    ],
  },
];
