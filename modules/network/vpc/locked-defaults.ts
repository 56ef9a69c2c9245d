import { DefaultNetworkAcl } from '@cdktf/provider-aws/lib/default-network-acl';
import { DefaultRouteTable } from '@cdktf/provider-aws/lib/default-route-table';
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { Construct } from 'constructs';

import { define } from '../../terraform';
import type { VpcPlan } from './vpc-plan';

/**
 * Takes over what AWS makes with every VPC and leaves it empty: no rule, no entry, no route (CIS 5.4, FSBP EC2.2).
 * The lists are stated though they are empty: where they are left out, the provider takes what others add for given.
 */
export function lockDefaults(scope: Construct, { names, physical }: VpcPlan, vpc: Vpc): void {
  const name = names.of('default');
  const tags = { Name: `${physical.network}/default (locked)` };
  define(scope, DefaultSecurityGroup, name, { vpcId: vpc.id, ingress: [], egress: [], tags });
  define(scope, DefaultNetworkAcl, name, { defaultNetworkAclId: vpc.defaultNetworkAclId, tags });
  define(scope, DefaultRouteTable, name, { defaultRouteTableId: vpc.defaultRouteTableId, route: [], tags });
}
