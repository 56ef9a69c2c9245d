import type { TerraformJson } from './terraform-json';

/** Flow logs to CloudWatch Logs and, as Parquet, to the archive's bucket. */
export function hubFlowLogs(bucket: string): TerraformJson {
  const assume = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'vpc-flow-logs.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  const write = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' }],
  };
  const vpc = { vpc_id: '${aws_vpc.this.id}', traffic_type: 'ALL', max_aggregation_interval: 60 };
  return {
    aws_cloudwatch_log_group: { flow_logs: { name: '/vpc/hub', retention_in_days: 30, tags: { Name: 'hub' } } },
    aws_iam_role: {
      flow_logs: { name: 'hub-flow-logs', description: 'Writes flow logs', assume_role_policy: JSON.stringify(assume) },
    },
    aws_iam_role_policy: {
      flow_logs: { name: 'write', role: '${aws_iam_role.flow_logs.id}', policy: JSON.stringify(write) },
    },
    aws_flow_log: {
      to_logs: {
        ...vpc,
        log_destination: '${aws_cloudwatch_log_group.flow_logs.arn}',
        iam_role_arn: '${aws_iam_role.flow_logs.arn}',
        tags: { Name: 'to-logs' },
      },
      to_s3: {
        ...vpc,
        log_destination_type: 's3',
        log_destination: `arn:aws:s3:::${bucket}`,
        log_format: '$${version} $${vpc-id} $${subnet-id} $${srcaddr} $${dstaddr}',
        destination_options: { file_format: 'parquet', hive_compatible_partitions: true, per_hour_partition: true },
      },
    },
  };
}
