import { iamArn, type Place } from '../../core/aws/arn';
import type { Statement } from '../../core/policy/statement';

/** Everything of delivery has this path, in every account: what is under it no pipeline touches. */
export const DELIVERY_PATH = '/plinth/';
/** The name of the boundary of all roles that a pipeline makes. */
export const BOUNDARY_NAME = 'delivered';

/** The boundary's ARN, which is known before it is there. */
export function boundaryArn(place: Place): string {
  return iamArn(place, `policy${DELIVERY_PATH}${BOUNDARY_NAME}`);
}

/** What belongs to delivery itself: its roles, the boundary, and the trust in whoever delivers. */
export function ownArns(place: Place): readonly string[] {
  return [`policy${DELIVERY_PATH}*`, `role${DELIVERY_PATH}*`, 'oidc-provider/*'].map((resource) => iamArn(place, resource));
}

/**
 * The most that a role made by a pipeline can have, whatever is granted to it. Without such a boundary whoever may make a
 * role may make an administrator.
 */
export function boundaryStatements(actions: readonly string[]): readonly Statement[] {
  return [{ Sid: 'AtMost', Effect: 'Allow', Action: [...new Set(actions)], Resource: '*' }];
}
