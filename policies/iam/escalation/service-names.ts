import { dnsSuffixOf } from '../../../modules/core/aws/partition';
import { textOf } from '../../model/arns';
import type { PolicyText } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';

const USUAL = 'amazonaws.com';
const ANY_END = new Unknown("by which of its names a service asks isn't told");

/**
 * Services that are handed a role by another name than that which the role trusts, or by one that no page tells.
 * @source Service authorization reference, "Amazon Managed Workflows for Apache Airflow", API operations; AWS managed policy
 * reference, "AWSAppRunnerFullAccess"
 */
const HANDED_OTHERWISE: ReadonlySet<string> = new Set([
  'airflow-env.amazonaws.com',
  'credentials.iot.amazonaws.com',
  'tasks.apprunner.amazonaws.com',
]);

/**
 * All names of a service as one that isn't told: `states.amazonaws.com`, `states.eu-west-1.amazonaws.com`, in China perhaps
 * `states.amazonaws.com.cn`.
 * @source IAM user guide, "AWS JSON policy elements: Principal": "AWS service principals in opt-in Regions"
 */
export function anyNameOf(service: string): PolicyText {
  return textOf([service.slice(0, -USUAL.length), ANY_END]);
}

/** What `iam:PassedToService` says where somebody hands a role to a service; undefined where that isn't known. */
export function findHandedName(service: string, { region }: ResourceFact): string | undefined {
  const isUsual = region !== undefined && dnsSuffixOf(region) === USUAL && !HANDED_OTHERWISE.has(service);
  return isUsual ? service : undefined;
}
