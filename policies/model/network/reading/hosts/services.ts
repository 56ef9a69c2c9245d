import type { Host } from '../../hosts';
import type { Interfaces } from './interfaces';

/** Services of containers with interfaces of their own. Without a network configuration they use those of their instances. */
function containers(interfaces: Interfaces): readonly Host[] {
  return interfaces.sources.of('aws_ecs_service').flatMap((section) =>
    section.sections('network_configuration').items.map((network): Host => {
      const { origin } = section;
      const subnets = interfaces.listed(network, 'subnets');
      return {
        key: origin.key,
        kind: 'service',
        origin,
        subnets,
        groups: interfaces.groups(network, 'security_groups', subnets),
        publicIpv4: network.flag('assign_public_ip', false),
        ipv6: interfaces.mayHaveIpv6(subnets, 'a setting of the account gives containers IPv6 addresses'),
      };
    }),
  );
}

/** Functions in a VPC. They never have a public address. */
function functions(interfaces: Interfaces): readonly Host[] {
  return interfaces.sources.of('aws_lambda_function').flatMap((section) =>
    section.sections('vpc_config').items.flatMap((network): readonly Host[] => {
      const { origin } = section;
      const subnets = interfaces.listed(network, 'subnet_ids');
      // An empty list is how a function leaves its VPC.
      if (Array.isArray(subnets) && subnets.length === 0) return [];
      return [
        {
          key: origin.key,
          kind: 'function',
          origin,
          subnets,
          groups: interfaces.groups(network, 'security_group_ids', subnets),
          publicIpv4: false,
          ipv6: network.flag('ipv6_allowed_for_dual_stack', false),
        },
      ];
    }),
  );
}

/** What runs without instances of one's own. */
export function services(interfaces: Interfaces): readonly Host[] {
  return [...containers(interfaces), ...functions(interfaces)];
}
