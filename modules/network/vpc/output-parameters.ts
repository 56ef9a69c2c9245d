import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';

import type { NamePart } from '../../core/resource-name';
import { define } from '../../terraform';
import type { SecurityGroups } from '../tiers/security-groups';
import type { TierSubnets } from '../tiers/subnets';
import type { VpcPlan } from './vpc-plan';

/** Names of the parameters that a network leaves for other stacks, below its path. */
export const NetworkParameters = {
  vpcId: (path: string): string => `${path}/vpc_id`,
  subnetIds: (path: string, tier: string): string => `${path}/tiers/${tier}/subnet_ids`,
  routeTableId: (path: string, tier: string, zone: string): string => `${path}/tiers/${tier}/route_table_ids/${zone}`,
  groupId: (path: string, group: string): string => `${path}/groups/${group.replaceAll(':', '/')}/id`,
} as const;

/** What other stacks need of this network, as SSM parameters: no stack ever reads another's state. */
export class OutputParameters extends Construct {
  constructor(
    scope: Construct,
    private readonly plan: VpcPlan,
    private readonly path: string,
  ) {
    super(scope, 'outputs');
  }

  /** Writes the parameters of the whole network. */
  write(vpc: Vpc, tiers: ReadonlyMap<string, TierSubnets>, groups: SecurityGroups): void {
    const { names, physical, flows } = this.plan;
    this.#parameter(NetworkParameters.vpcId(this.path), vpc.id, ['vpc_id']);
    for (const [tier, { zones }] of tiers) {
      const ids = [...zones.values()].map(({ subnet }) => subnet.id);
      this.#parameter(
        NetworkParameters.subnetIds(this.path, physical.tier(tier)),
        ids.join(','),
        [names.tier(tier), 'subnet_ids'],
        'StringList',
      );
    }
    for (const [name, group] of groups.byName) {
      this.#parameter(NetworkParameters.groupId(this.path, physical.group(name)), group.id, [names.group(name), 'group_id']);
    }
    // Only a peer that adds routes here needs the tables.
    for (const tier of new Set(flows.routes.filter((need) => need.kind === 'peering').map((need) => need.tier))) {
      for (const [zone, { routeTable }] of tiers.get(tier)?.zones ?? []) {
        this.#parameter(NetworkParameters.routeTableId(this.path, physical.tier(tier), zone), routeTable.id, [
          names.tier(tier),
          zone,
          'route_table_id',
        ]);
      }
    }
  }

  #parameter(name: string, value: string, parts: readonly NamePart[], type: 'String' | 'StringList' = 'String'): void {
    define(this, SsmParameter, this.plan.names.of(...parts), {
      name,
      type,
      value,
      description: 'For other stacks. Managed by Terraform.',
    });
  }
}
