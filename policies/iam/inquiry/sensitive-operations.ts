/** Something that few should be able to do, and what it is done to. */
export interface SensitiveOperation {
  /** Its name in reports: `delete-key`. */
  readonly id: string;
  /** Goes on from somebody's name: `may`, `perhaps may`. */
  readonly title: string;
  /** Each of them does it. */
  readonly actions: readonly string[];
  /**
   * Types of the resources that it is done to; `objects` means what lies in buckets. `account`: the account itself, or what
   * an action knows of it or of the organisation, whether or not the documents make that.
   */
  readonly on: readonly string[] | 'objects' | 'account';
}

/** Whoever can do one of these can undo what a landing zone is for. */
export const SENSITIVE_OPERATIONS: readonly SensitiveOperation[] = [
  {
    id: 'delete-key',
    title: 'delete or disable a key, or change who may use it',
    actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy', 'kms:CreateGrant'],
    on: ['aws_kms_key', 'aws_kms_replica_key'],
  },
  {
    id: 'delete-logs',
    title: 'delete what a bucket holds',
    actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'],
    on: 'objects',
  },
  {
    id: 'open-bucket',
    title: 'delete a bucket, or change who may use it',
    actions: [
      's3:DeleteBucket',
      's3:PutBucketPolicy',
      's3:DeleteBucketPolicy',
      's3:PutBucketPublicAccessBlock',
      's3:PutLifecycleConfiguration',
    ],
    on: ['aws_s3_bucket'],
  },
  {
    id: 'stop-trail',
    title: 'stop or change a trail',
    actions: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'cloudtrail:UpdateTrail', 'cloudtrail:PutEventSelectors'],
    on: ['aws_cloudtrail'],
  },
  {
    id: 'delete-log-group',
    title: 'delete a log group, or shorten how long it keeps',
    actions: ['logs:DeleteLogGroup', 'logs:PutRetentionPolicy', 'logs:DeleteLogStream'],
    on: ['aws_cloudwatch_log_group'],
  },
  {
    id: 'stop-recording',
    title: 'stop AWS Config, GuardDuty or Security Hub',
    actions: [
      'config:StopConfigurationRecorder',
      'config:DeleteConfigurationRecorder',
      'guardduty:DeleteDetector',
      'securityhub:DisableSecurityHub',
    ],
    on: 'account',
  },
  {
    id: 'leave-organization',
    title: 'take the account out of the organisation, or change its guardrails',
    actions: ['organizations:LeaveOrganization', 'organizations:DetachPolicy', 'organizations:UpdatePolicy'],
    on: 'account',
  },
  {
    id: 'weaken-passwords',
    title: 'change the password policy',
    actions: ['iam:UpdateAccountPasswordPolicy', 'iam:DeleteAccountPasswordPolicy'],
    on: 'account',
  },
  {
    id: 'take-role',
    title: 'hand a role to a service, or change what it may do or who may take it',
    actions: ['iam:PassRole', 'iam:UpdateAssumeRolePolicy', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'],
    on: ['aws_iam_role'],
  },
];
