import { DETECTION_TYPES } from '../rules/plan/detection';
import { FOUNDATION_TYPES } from '../rules/plan/foundations';
import { GUARDRAIL_TYPES } from '../rules/plan/guardrails';
import { PUBLIC_GUARDS } from '../rules/plan/public-data';
import { STATEFUL_TYPES } from '../rules/plan/stateful';
import { TRAIL_SWITCHES } from '../rules/plan/trails';
import type { Action, Rank } from './change';

/** Types that say who gets in, who may do what, and who watches; those that plan rules guard come besides. */
const SECURITY =
  /^aws_(?:.*security_group.*|.*network_acl.*|iam_.*|kms_.*|.*_policy|.*_policy_attachment|.*public_access_block|route|route_table.*|default_route_table|vpc_endpoint_route_table_association|.*vpc_peering.*|organizations_.*|cloudtrail.*|lambda_permission|ram_.*|ssoadmin_.*|identitystore_.*|s3_bucket_(?:acl|logging|ownership_controls|server_side_encryption_configuration|object_lock_configuration)|s3_access_point|vpc_block_public_access_.*|wafv2_.*|networkfirewall_.*|secretsmanager_secret_policy|cognito_.*|acm_.*|ec2_transit_gateway_route.*)$/;

const GUARDS: ReadonlySet<string> = new Set([
  ...DETECTION_TYPES,
  ...GUARDRAIL_TYPES,
  ...PUBLIC_GUARDS,
  ...Object.keys(TRAIL_SWITCHES),
]);

/** Types that hold what nobody can make again, or on which others stand. */
const HOLDING: ReadonlySet<string> = new Set([...STATEFUL_TYPES, 'aws_kms_key', 'aws_kms_replica_key']);
const CARRYING: ReadonlySet<string> = new Set([...FOUNDATION_TYPES, ...GUARDS]);

const LOSSES: ReadonlySet<Action> = new Set(['replaced', 'removed', 'unknown']);

/** Whether it says who gets in, who may do what, or who watches. */
export function isSecurity(type: string): boolean {
  return SECURITY.test(type) || GUARDS.has(type);
}

/** Where a change stands among others. */
export function rankOf(type: string, action: Action): Rank {
  if (type === 'output') return 'rest';
  if (LOSSES.has(action)) return 'loss';
  return isSecurity(type) && action !== 'moved' ? 'security' : 'rest';
}

/** How much hangs on it: data first, then what others stand on, then what guards, then everything else. */
export function weightOf(type: string): number {
  if (HOLDING.has(type)) return 0;
  if (CARRYING.has(type)) return 1;
  return isSecurity(type) ? 2 : 3;
}
