import type { IntentEndpoint, IntentNetwork, IntentTier } from '../../core/intent';
import { NAT_TIER, type NetworkNames, type VpcPlan } from '../../network';
import { stackName } from '../../terraform';
import type { NetworkPlans } from './network-plans';

function tierOf(tier: string, { names, tiers, flows, addresses }: VpcPlan): IntentTier {
  const name = names.tier(tier);
  const groups = flows.groups.filter((group) => group.split('/')[0] === tier);
  return {
    tier,
    kind: tier === NAT_TIER ? 'nat' : (tiers.get(tier)?.kind ?? 'isolated'),
    subnets: [...(addresses.tiers.get(tier)?.subnets.keys() ?? [])].map((zone) => `aws_subnet.${names.of(name, zone).current}`),
    acl: `aws_network_acl.${names.of(name).current}`,
    groups: groups.map((group) => ({ name: group, address: groupAddress(names, group) })),
  };
}

function groupAddress(names: NetworkNames, group: string): string {
  return `aws_security_group.${names.of(names.group(group)).current}`;
}

function endpointsOf({ names, endpoints }: VpcPlan): IntentEndpoint[] {
  return [...endpoints].map(([service, options]) => ({
    service,
    address: `aws_vpc_endpoint.${names.of('endpoint', service).current}`,
    ...(options.type === 'interface'
      ? { interface: { tier: options.tier, group: groupAddress(names, `endpoint:${service}`) } }
      : {}),
  }));
}

/** What the names in flows and claims stand for, by the addresses that the stacks give them. */
export function intentNetworks({ networks, plans, peerings }: NetworkPlans): IntentNetwork[] {
  return networks.flatMap(({ key, account, region }): IntentNetwork[] => {
    const plan = plans.get(key);
    if (plan === undefined) return [];
    const peered = peerings.flatMap(({ requester, accepter }) =>
      requester === key ? [accepter] : accepter === key ? [requester] : [],
    );
    return [
      {
        network: key,
        stack: stackName(account, region, 'network'),
        vpc: `aws_vpc.${plan.names.of('vpc').current}`,
        dualStack: plan.dualStack,
        tiers: [...plan.addresses.tiers.keys()].map((tier) => tierOf(tier, plan)),
        endpoints: endpointsOf(plan),
        onPremises: [...plan.onPremises].map(([name, { cidrs }]) => ({ name, cidrs: cidrs.map(String) })),
        peered: peered.sort(),
      },
    ];
  });
}
