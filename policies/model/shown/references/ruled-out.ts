import { type JsonRecord, listOf } from '../../json';

/** Arguments that the provider fills in, and those that AWS takes in their stead: where one of these is given, nobody gave the other. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'aws_security_group_rule.source_security_group_id': ['cidr_blocks', 'ipv6_cidr_blocks', 'self'],
};

/**
 * Whether what else a resource was given rules an argument out, whatever its expression refers to: of rules that are made of one
 * map, `each.value.source` is a group's id for some and null for others.
 * @source Terraform, AWS provider, Resource aws_security_group_rule, source_security_group_id
 */
export function isRuledOut(type: string, argument: string, after: JsonRecord): boolean {
  const instead = INSTEAD[`${type}.${argument}`] ?? [];
  return instead.some((name) => listOf(after[name]).some((given) => given !== false));
}
