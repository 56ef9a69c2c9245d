/**
 * What an administrator may do that nobody else may do all of: an action of each service that matters, and the ARN of
 * something that exists under no such name. A policy that allows all of it has no limit that counts.
 */
export const TELLING_REQUESTS: readonly (readonly [action: string, resource: string])[] = [
  ['cloudformation:CreateStack', 'arn:aws:cloudformation:eu-west-1:000000000000:stack/zq7/0'],
  ['cloudtrail:StopLogging', 'arn:aws:cloudtrail:eu-west-1:000000000000:trail/zq7'],
  ['config:DeleteConfigurationRecorder', 'arn:aws:config:eu-west-1:000000000000:configuration-recorder/zq7/0'],
  ['dynamodb:DeleteTable', 'arn:aws:dynamodb:eu-west-1:000000000000:table/zq7'],
  ['ec2:RunInstances', 'arn:aws:ec2:eu-west-1:000000000000:instance/i-00000000000000000'],
  ['ec2:TerminateInstances', 'arn:aws:ec2:eu-west-1:000000000000:instance/i-00000000000000000'],
  ['ecs:RunTask', 'arn:aws:ecs:eu-west-1:000000000000:task-definition/zq7:1'],
  ['guardduty:DeleteDetector', 'arn:aws:guardduty:eu-west-1:000000000000:detector/zq7'],
  ['iam:AttachRolePolicy', 'arn:aws:iam::000000000000:role/zq7'],
  ['iam:CreateAccessKey', 'arn:aws:iam::000000000000:user/zq7'],
  ['iam:CreateUser', 'arn:aws:iam::000000000000:user/zq7'],
  ['iam:PassRole', 'arn:aws:iam::000000000000:role/zq7'],
  ['iam:PutRolePolicy', 'arn:aws:iam::000000000000:role/zq7'],
  ['iam:UpdateAssumeRolePolicy', 'arn:aws:iam::000000000000:role/zq7'],
  ['kms:Decrypt', 'arn:aws:kms:eu-west-1:000000000000:key/00000000-0000-0000-0000-000000000000'],
  ['kms:PutKeyPolicy', 'arn:aws:kms:eu-west-1:000000000000:key/00000000-0000-0000-0000-000000000000'],
  ['lambda:UpdateFunctionCode', 'arn:aws:lambda:eu-west-1:000000000000:function:zq7'],
  ['logs:DeleteLogGroup', 'arn:aws:logs:eu-west-1:000000000000:log-group:zq7'],
  ['rds:DeleteDBInstance', 'arn:aws:rds:eu-west-1:000000000000:db:zq7'],
  ['s3:DeleteObject', 'arn:aws:s3:::zq7/zq7'],
  ['s3:GetObject', 'arn:aws:s3:::zq7/zq7'],
  ['s3:PutBucketPolicy', 'arn:aws:s3:::zq7'],
  ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:zq7-000000'],
  ['sns:Publish', 'arn:aws:sns:eu-west-1:000000000000:zq7'],
  ['sqs:DeleteQueue', 'arn:aws:sqs:eu-west-1:000000000000:zq7'],
  ['ssm:SendCommand', 'arn:aws:ec2:eu-west-1:000000000000:instance/i-00000000000000000'],
  ['sts:AssumeRole', 'arn:aws:iam::000000000000:role/zq7'],
];
