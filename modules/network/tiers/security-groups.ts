import type { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';

import { Cidr } from '../../core/cidr';
import { type GroupPeer, SecurityGroup } from '../access/security-group';
import type { GroupRule, RulePeer } from '../flows/compiled-network';
import type { Endpoints } from '../endpoints/endpoints';
import type { VpcPlan } from '../vpc/vpc-plan';

/** Every security group that flows speak of, still without rules: endpoints need the groups, and rules the endpoints. */
export class SecurityGroups extends Construct {
  /** By `tier`, `tier/group` or `endpoint:<service>`. */
  readonly byName: ReadonlyMap<string, SecurityGroup>;

  constructor(
    scope: Construct,
    private readonly plan: VpcPlan,
    vpc: Vpc,
  ) {
    super(scope, 'security-groups');
    const { names, physical, quotas } = plan;
    this.byName = new Map(
      plan.flows.groups.map((group) => {
        const resourceName = names.of(names.group(group));
        const name = `${physical.network}/${physical.group(group)}`;
        return [
          group,
          new SecurityGroup(this, group.replaceAll('/', '.'), {
            vpcId: vpc.id,
            name,
            resourceName,
            ruleLimit: quotas.groupRules,
          }),
        ];
      }),
    );
  }

  /** The group of that name. */
  get(name: string): SecurityGroup {
    const group = this.byName.get(name);
    if (group === undefined) throw new Error(`no security group is called ${name}`);
    return group;
  }

  /** Writes down the rules of the flows inside this network, and counts those that stand with a peering. */
  addRules(rules: readonly GroupRule[], endpoints: Endpoints): void {
    for (const { group, direction, peer, port, why } of rules) {
      this.get(group).addRule(direction, this.#peer(peer, endpoints), port, why, this.plan.names.rulePeer(peer));
    }
    for (const { group, direction, peer, port, why } of this.plan.flows.peeringRules) {
      if (peer.kind === 'group') {
        this.get(group).countRule(direction, { kind: 'group-id', id: '', name: `${peer.network}/${peer.group}` }, port, why);
      }
    }
  }

  #peer(peer: RulePeer, endpoints: Endpoints): GroupPeer {
    switch (peer.kind) {
      case 'group':
        return { kind: 'group', group: this.get(peer.group) };
      case 'anywhere':
        return { kind: 'cidr', cidr: peer.family === 'v4' ? Cidr.anyIpv4 : Cidr.anyIpv6 };
      case 'cidr':
        return peer;
      case 'prefix-list':
        return { kind: 'prefix-list', id: peer.id, name: peer.id };
      case 'service': {
        const endpoint: VpcEndpoint = endpoints.gateway(peer.service);
        return { kind: 'prefix-list', id: endpoint.prefixListId, name: peer.service };
      }
    }
  }
}
