import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';

import { regionalArn } from '../../core/aws/arn';
import { renderPolicy } from '../../core/policy/render-policy';
import { define } from '../../terraform';
import type { VpcPlan } from './vpc-plan';

/** A year: what investigations look back on. */
const DEFAULT_RETENTION_DAYS = 365;

/** Who may write the logs: the flow log service, for flow logs of this account and region only. */
function trustPolicy(plan: VpcPlan): string {
  return renderPolicy('trust', [
    {
      Sid: 'FlowLogs',
      Effect: 'Allow',
      Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': plan.accountId },
        ArnLike: { 'aws:SourceArn': regionalArn(plan, 'ec2', 'vpc-flow-log/*') },
      },
    },
  ]);
}

function writePolicy(plan: VpcPlan, logGroup: string): string {
  const arn = regionalArn(plan, 'logs', `log-group:${logGroup}`);
  const actions = ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
  return renderPolicy('role', [
    { Sid: 'WriteFlowLogs', Effect: 'Allow', Action: actions, Resource: [arn, `${arn}:log-stream:*`] },
  ]);
}

/** Flow logs of the whole VPC, every accepted and refused packet: to CloudWatch Logs, to S3, or to both. */
export class FlowLogs extends Construct {
  /** The log group, where logs go to CloudWatch Logs. */
  readonly logGroup?: CloudwatchLogGroup;

  constructor(scope: Construct, plan: VpcPlan, vpc: Vpc) {
    super(scope, 'flow-logs');
    const { cloudwatch = plan.flowLogs.s3 === undefined && plan.flowLogs.accept === undefined ? {} : false, s3 } = plan.flowLogs;
    if (cloudwatch !== false) this.logGroup = this.#toCloudWatch(plan, vpc, cloudwatch);
    if (s3 === undefined) return;
    define(this, FlowLog, plan.names.of('flow-log', 's3'), {
      vpcId: vpc.id,
      trafficType: 'ALL',
      logDestinationType: 's3',
      logDestination: s3.bucketArn,
      maxAggregationInterval: 600,
      ...(s3.parquet === true
        ? { destinationOptions: { fileFormat: 'parquet', hiveCompatiblePartitions: true, perHourPartition: true } }
        : {}),
      tags: { Name: `${plan.physical.network}/s3` },
    });
  }

  #toCloudWatch(
    plan: VpcPlan,
    vpc: Vpc,
    { retentionDays = DEFAULT_RETENTION_DAYS, kmsKeyArn }: { retentionDays?: number; kmsKeyArn?: string },
  ): CloudwatchLogGroup {
    const { names, physical, region, closing } = plan;
    const name = names.of('flow-log', 'cloudwatch');
    const logGroupName = `/vpc/${physical.network}/flow-logs`;
    const tags = { Name: `${physical.network}/flow-logs` };
    const logGroup = define(this, CloudwatchLogGroup, name, {
      name: logGroupName,
      retentionInDays: retentionDays,
      ...(kmsKeyArn === undefined ? {} : { kmsKeyId: kmsKeyArn }),
      tags,
      ...(closing ? {} : { lifecycle: { preventDestroy: true } }),
    });
    const role = define(this, IamRole, name, {
      name: `${physical.network}-flow-logs-${region}`,
      assumeRolePolicy: trustPolicy(plan),
      tags,
    });
    define(this, IamRolePolicy, name, { role: role.name, name: 'write-flow-logs', policy: writePolicy(plan, logGroupName) });
    define(this, FlowLog, name, {
      vpcId: vpc.id,
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      maxAggregationInterval: 600,
      tags,
    });
    return logGroup;
  }
}
