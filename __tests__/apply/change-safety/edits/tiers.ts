import { type Configuration, putFirst, turned } from '../configuration';
import type { Census, Edit } from '../edit';

const ZULU = 'zulu-us-east-1-network';

/** A tier of shop that no flow names. */
function quietTier(tier: string): Census {
  return {
    [`zulu aws_subnet.shop_${tier}_*`]: 3,
    [`zulu aws_route_table.shop_${tier}_*`]: 3,
    [`zulu aws_route_table_association.shop_${tier}_*`]: 3,
    [`zulu aws_network_acl_association.shop_${tier}_*`]: 3,
    [`zulu aws_network_acl.shop_${tier}`]: 1,
    [`zulu aws_network_acl_rule.shop_${tier}_*_anywhere_icmp--3--4`]: 2,
    [`zulu aws_security_group.shop_${tier}`]: 1,
    [`zulu aws_ssm_parameter.shop_${tier}_*`]: 2,
  };
}

/** What the flow from app to data comes to. */
export const DATA_FLOW: Census = {
  'zulu aws_network_acl_rule.shop_app_*_data_tcp--*': 2,
  'zulu aws_network_acl_rule.shop_data_*_app_tcp--*': 2,
  'zulu aws_vpc_security_group_egress_rule.shop_app_to_data_tcp--5432': 1,
  'zulu aws_vpc_security_group_ingress_rule.shop_data_from_app_tcp--5432': 1,
};

function removeData({ networks: { shop } }: Configuration): void {
  delete shop!.tiers.data;
  shop!.flows = shop!.flows!.filter(({ to }) => to !== 'data');
}

function writeDataBack({ networks: { shop } }: Configuration): void {
  shop!.tiers = putFirst({ data: { kind: 'isolated' } }, shop!.tiers);
  shop!.flows!.push({ from: 'app', to: 'data', port: 'tcp/5432', why: 'The application reads its database' });
}

export const tierEdits: readonly Edit[] = [
  {
    title: 'insert a tier first',
    steps: [({ networks: { shop } }) => void (shop!.tiers = putFirst({ batch: { kind: 'isolated' } }, shop!.tiers))],
    stacks: [ZULU],
    effect: { added: quietTier('batch') },
  },
  {
    title: 'reorder the tiers',
    steps: [({ networks: { shop } }) => void (shop!.tiers = turned(shop!.tiers))],
    stacks: [],
    effect: {},
  },
  {
    title: 'remove a tier with its flow',
    steps: [removeData],
    stacks: [ZULU],
    effect: { destroyed: { ...quietTier('data'), ...DATA_FLOW } },
  },
  { title: 'remove a tier and write it back', steps: [removeData, writeDataBack], stacks: [], effect: {} },
  {
    title: 'add a secondary range with a tier in it',
    steps: [
      ({ networks: { shop } }) => {
        shop!.ranges = { pods: { size: 20 } };
        shop!.tiers = putFirst({ pods: { kind: 'isolated', range: 'pods' } }, shop!.tiers);
      },
    ],
    stacks: [ZULU],
    effect: { added: { ...quietTier('pods'), 'zulu aws_vpc_ipv4_cidr_block_association.shop_range_pods': 1 } },
  },
  {
    title: 'switch IPv6 on',
    steps: [({ networks }) => void (networks.shop!.ipv6 = true)],
    stacks: [ZULU],
    effect: {
      added: {
        'zulu aws_egress_only_internet_gateway.shop_egress-only': 1,
        'zulu aws_route.shop_app_*_to_egress-only': 3,
        'zulu aws_route.shop_public_*_to_internet-v6': 3,
        'zulu aws_network_acl_rule.shop_*_v6_*': 18,
        'zulu aws_vpc_security_group_egress_rule.shop_app_to_anywhere-v6_tcp--443': 1,
        'zulu aws_vpc_security_group_ingress_rule.shop_public--alb_from_anywhere-v6_tcp--443': 1,
      },
      changed: { 'zulu aws_vpc.shop_vpc': 1, 'zulu aws_subnet.shop_*': 9 },
    },
  },
];
