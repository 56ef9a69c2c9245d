import { asWritten, InputError } from '../../../../modules/core/input-error';
import type { Key, NetworkFacts } from '../../../model/network';
import { groupPlace } from './group-place';
import { hostPlace } from './host-place';
import { nowhere, type Place } from '../place';
import { madeUpEnd, spotsIn } from './subnet-ends';

/** Types of resources that stand somewhere in a network; where, the documents needn't tell. */
const PLACED: ReadonlySet<string> = new Set([
  'aws_alb',
  'aws_autoscaling_group',
  'aws_db_instance',
  'aws_default_security_group',
  'aws_default_subnet',
  'aws_default_vpc',
  'aws_docdb_cluster',
  'aws_ecs_service',
  'aws_elasticache_cluster',
  'aws_elasticache_replication_group',
  'aws_elb',
  'aws_instance',
  'aws_lambda_function',
  'aws_launch_configuration',
  'aws_launch_template',
  'aws_lb',
  'aws_memorydb_cluster',
  'aws_neptune_cluster',
  'aws_network_interface',
  'aws_rds_cluster',
  'aws_redshift_cluster',
  'aws_security_group',
  'aws_subnet',
  'aws_vpc',
  'aws_vpc_endpoint',
]);

const KINDS =
  'ask about a subnet, a security group, a VPC, an endpoint, a network interface, an instance, a launch template, an auto scaling group, a load balancer, an ECS service, a database, a cache or a function';

/** What a resource is called, and of which type. */
export interface Named {
  readonly key: Key;
  /** @default - it lies outside of the documents */
  readonly type?: string;
}

/**
 * What a resource stands for: a subnet for its routes and ACLs, with no group; a group for what carries it; a host for
 * its interfaces; a VPC for all its subnets; a gateway endpoint for the service behind it.
 * @throws InputError LZ-REACH-4 it has no place in a network
 */
export function resourcePlace(name: string, { key, type }: Named, facts: NetworkFacts): Place {
  const subnet = facts.subnets.get(key);
  if (subnet !== undefined) {
    return { name, spots: [{ name: key, ends: [madeUpEnd(subnet, facts, { name: key, groups: 'open' })] }], assumed: [] };
  }
  const group = facts.groups.get(key);
  if (group !== undefined) return groupPlace(name, group, facts);
  const host = facts.hosts.get(key);
  if (host !== undefined) return hostPlace(name, host, facts);
  const endpoint = facts.gatewayEndpoints.get(key);
  if (endpoint !== undefined) {
    return { name, spots: [{ name: key, ends: [{ kind: 'service', name: key, list: endpoint.list.key }] }], assumed: [] };
  }
  if (facts.vpcs.has(key)) {
    const spots = spotsIn(key, facts, 'open');
    return spots.length === 0 ? nowhere(name, `the documents tell no subnet of ${key}`) : { name, spots, assumed: [] };
  }
  if (type !== undefined && !PLACED.has(type)) {
    throw InputError.of({
      problem: `${type} is nothing that stands in a network here`,
      got: asWritten(name),
      remedy: KINDS,
      code: 'LZ-REACH-4',
    });
  }
  return nowhere(name, `the documents don't tell where ${key} stands`);
}
