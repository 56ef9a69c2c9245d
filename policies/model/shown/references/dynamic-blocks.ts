import type { JsonRecord } from '../../json';

/**
 * Blocks that decide about networks. The arguments beside them that rule them out: where one of those is written, nobody
 * wrote the block, and the provider fills it in.
 */
const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  'aws_autoscaling_group.launch_template': [],
  'aws_ec2_managed_prefix_list.entry': [],
  'aws_ecs_service.network_configuration': [],
  'aws_eks_cluster.vpc_config': [],
  'aws_instance.launch_template': [],
  'aws_instance.network_interface': ['subnet_id', 'vpc_security_group_ids'],
  'aws_lambda_function.vpc_config': [],
  'aws_launch_template.network_interfaces': [],
  'aws_lb.subnet_mapping': ['subnets'],
};

/**
 * Whether blocks of a resource that the configuration doesn't show may have been written all the same: a `dynamic` block of
 * which not even the number is known leaves no trace in a plan. Inline rules, routes and entries do: Terraform takes them
 * for attributes, and shows one element that isn't known, which stands for any number.
 */
export function isMaybeWritten(type: string, name: string, expressions: JsonRecord): boolean {
  const instead = BLOCKS[`${type}.${name}`];
  return instead !== undefined && !instead.some((other) => other in expressions);
}
