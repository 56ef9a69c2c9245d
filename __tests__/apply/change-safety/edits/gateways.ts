import { type Configuration, putFirst } from '../configuration';
import type { Census, Edit } from '../edit';

const ZULU = 'zulu-us-east-1-network';
const MIKE = 'mike-us-east-1-network';

/** The NAT gateway of a zone with its address and the subnet that it stands in. */
export function natOf(account: string, network: string, zone: string): Census {
  return {
    [`${account} aws_*.${network}_nat_${zone}`]: 6,
    [`${account} aws_route.${network}_nat_${zone}_to_internet-v4`]: 1,
  };
}

const endpoint = (service: string): Census => ({
  [`zulu aws_vpc_endpoint.shop_endpoint_${service}`]: 1,
  [`zulu aws_security_group.shop_endpoint--${service}`]: 1,
  [`zulu aws_ssm_parameter.shop_endpoint--${service}_group_id`]: 1,
  [`zulu aws_vpc_security_group_egress_rule.shop_app_to_endpoint--${service}_tcp--443`]: 1,
  [`zulu aws_vpc_security_group_ingress_rule.shop_endpoint--${service}_from_app_tcp--443`]: 1,
});

const nat =
  (network: string, mode: string) =>
  ({ networks }: Configuration): void => {
    networks[network]!.nat = mode;
  };

function addLogsEndpoint({ networks: { shop } }: Configuration): void {
  shop!.endpoints = putFirst({ logs: { type: 'interface', tier: 'app' } }, shop!.endpoints!);
  shop!.flows!.unshift({ from: 'app', to: 'endpoint:logs', port: 'tcp/443', why: 'The application writes its logs' });
}

function removeSsmEndpoint({ networks: { shop } }: Configuration): void {
  delete shop!.endpoints!.ssm;
  shop!.flows = shop!.flows!.filter(({ to }) => to !== 'endpoint:ssm');
}

export const gatewayEdits: readonly Edit[] = [
  {
    title: 'NAT: one per zone to single',
    steps: [nat('shop', 'single')],
    stacks: [ZULU],
    effect: {
      destroyed: { ...natOf('zulu', 'shop', 'b'), ...natOf('zulu', 'shop', 'c') },
      changed: { 'zulu aws_route.shop_app_*_to_nat': 2, 'zulu aws_ssm_parameter.shop_nat_subnet_ids': 1 },
    },
  },
  {
    title: 'NAT: single to one per zone',
    steps: [nat('lab', 'one-per-zone')],
    stacks: [MIKE],
    effect: {
      added: natOf('mike', 'lab', 'c'),
      changed: { 'mike aws_route.lab_bench_c_to_nat': 1, 'mike aws_ssm_parameter.lab_nat_subnet_ids': 1 },
    },
  },
  {
    title: 'NAT: single to none, with the flow that needed it',
    steps: [
      ({ networks: { lab } }) => {
        lab!.nat = 'none';
        lab!.flows = [];
      },
    ],
    stacks: [MIKE],
    effect: {
      destroyed: {
        ...natOf('mike', 'lab', 'b'),
        'mike aws_network_acl.lab_nat': 1,
        'mike aws_network_acl_rule.lab_nat_*': 6,
        'mike aws_ssm_parameter.lab_nat_subnet_ids': 1,
        'mike aws_internet_gateway.lab_internet': 1,
        'mike aws_route.lab_bench_*_to_nat': 2,
        'mike aws_network_acl_rule.lab_bench_*_anywhere_tcp--*': 2,
        'mike aws_vpc_security_group_egress_rule.lab_bench_to_anywhere_tcp--443': 1,
      },
    },
  },
  {
    title: 'add a zone before that of the single NAT',
    steps: [({ networks }) => void networks.lab!.zones.unshift('a')],
    stacks: [MIKE],
    effect: {
      added: { 'mike aws_*.lab_bench_a': 4, 'mike aws_route.lab_bench_a_to_nat': 1 },
      changed: { 'mike aws_ssm_parameter.lab_bench_subnet_ids': 1 },
    },
  },
  { title: 'add an endpoint first', steps: [addLogsEndpoint], stacks: [ZULU], effect: { added: endpoint('logs') } },
  {
    title: 'remove an endpoint',
    steps: [removeSsmEndpoint],
    stacks: [ZULU],
    // The entries of the tier with itself were there for the endpoint's network interfaces alone.
    effect: { destroyed: { ...endpoint('ssm'), 'zulu aws_network_acl_rule.shop_app_*_app_tcp--*': 4 } },
  },
];
