import type { Mutate } from './reference';

/** A change of the reference network by hand, and every finding that it must raise: no other. */
export interface Mutation {
  readonly name: string;
  readonly mutate: Mutate;
  readonly findings: readonly string[];
}

/** An entry of a network ACL of `dev`. */
export function entry(
  tier: string,
  egress: boolean,
  number: number,
  action: 'allow' | 'deny',
  more: Record<string, unknown>,
): Record<string, unknown> {
  const acl = '${aws_network_acl.three-tier_' + tier + '.id}';
  return { network_acl_id: acl, egress, rule_number: number, rule_action: action, ...more };
}
