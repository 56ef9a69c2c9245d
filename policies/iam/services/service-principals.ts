import { REGION } from '../../../modules/core/aws/region';
import { isService } from './service-data';

/**
 * Services that IAM knows by another name than their actions have, and services within services.
 * @source the user guides of each: "service-linked roles", "log delivery", "trust policy"
 */
const OTHER_NAMES: ReadonlySet<string> = new Set([
  'airflow-env',
  'backup-storage',
  'batchoperations.s3',
  'billingconsole',
  'billingreports',
  'bots.lexv2',
  'cloudtrail',
  'cloudwatch-crossaccount',
  'config-conforms',
  'config-multiaccountsetup',
  'delivery.logs',
  'ecs-tasks',
  'edgelambda',
  'eks-fargate-pods',
  'eks-nodegroup',
  'elasticmapreduce',
  'export.rds',
  'guardduty',
  'lakeformation',
  'logdelivery.elasticloadbalancing',
  'logger.cloudfront',
  'logging.s3',
  'malware-protection-plan',
  'member.org.stacksets.cloudformation',
  'monitoring.rds',
  'network.elasticmapreduce',
  'opensearchservice',
  'ops.apigateway',
  'osis-pipelines',
  'pods.eks',
  'replication.dynamodb',
  'replicator',
  'spotfleet',
  'streams.metrics.cloudwatch',
  'task.glue',
  'vpc-flow-logs',
]);
const PLACE = new RegExp(`^(?:${REGION}|global)$`);

/** Whether AWS has a service principal of this name: `delivery.logs.amazonaws.com`, `logs.eu-west-1.amazonaws.com`. */
export function isServicePrincipal(name: string): boolean {
  const [, labels = ''] = /^([a-z0-9.-]+)\.(?:amazonaws\.com(?:\.cn)?|api\.aws|amazon\.com|aws\.internal)$/.exec(name) ?? [];
  const service = labels
    .split('.')
    .filter((label) => !PLACE.test(label))
    .join('.');
  return OTHER_NAMES.has(service) || isService(service) || isService(service.split('.').at(-1) ?? '');
}
