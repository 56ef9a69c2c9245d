import type { Configuration } from '../configuration';
import type { Census, Edit } from '../edit';
import { natOf } from './gateways';

const MIKE = 'mike-us-east-1-network';
const ZULU = 'zulu-us-east-1-network';

/** An edit that AWS can only answer by making something anew. */
export interface ForcedEdit extends Edit {
  /** What AWS, or its provider, can't change in place. */
  readonly by: string;
}

/** A zone of lab without NAT. */
function benchOf(zone: string): Census {
  return { [`mike aws_*.lab_bench_${zone}`]: 4, [`mike aws_route.lab_bench_${zone}_to_nat`]: 1 };
}

const closing =
  (cidr: { cidr?: string } = {}) =>
  ({ accounts }: Configuration): void => {
    accounts.mike!.networks = { lab: { lifecycle: 'closing', ...cidr } };
  };

/** The edits of this file are the only ones that may replace anything, and what they may replace is named here. */
export const FORCED: readonly ForcedEdit[] = [
  {
    title: 'the CIDR of a VPC that is closing',
    by: "a VPC's primary range can't change, and everything in a VPC lives in it; a living one is refused",
    steps: [closing(), closing({ cidr: '172.20.0.0/20' })],
    stacks: [MIKE],
    effect: { replaced: { 'mike aws_*': 35 }, changed: { 'mike aws_*': 5 } },
  },
  {
    title: "the size of a tier's subnets",
    by: "a subnet's range can't change, and the provider makes an ACL entry of another block anew",
    steps: [({ networks }) => void (networks.shop!.tiers.data!.subnet_size = 26)],
    stacks: [ZULU],
    effect: {
      replaced: {
        'zulu aws_subnet.shop_data_*': 3,
        'zulu aws_route_table_association.shop_data_*': 3,
        'zulu aws_network_acl_association.shop_data_*': 3,
        'zulu aws_network_acl_rule.shop_app_*_data_tcp--*': 2,
      },
      changed: { 'zulu aws_ssm_parameter.shop_data_subnet_ids': 1 },
    },
  },
  {
    title: 'zones by id instead of their letters',
    by: 'which zone a letter means is known to the account alone, so the subnets may have to move',
    steps: [({ networks }) => void (networks.lab!.zones = ['use1-az4', 'use1-az6'])],
    stacks: [MIKE],
    effect: {
      destroyed: { ...benchOf('b'), ...benchOf('c'), ...natOf('mike', 'lab', 'b') },
      added: { ...benchOf('use1-az4'), ...benchOf('use1-az6'), ...natOf('mike', 'lab', 'use1-az4') },
      changed: { 'mike aws_ssm_parameter.lab_*_subnet_ids': 2 },
    },
  },
  {
    title: 'the zone of a single NAT',
    by: "a NAT gateway can't change its subnet",
    steps: [({ networks }) => void (networks.lab!.nat_zone = 'c')],
    stacks: [MIKE],
    effect: {
      destroyed: natOf('mike', 'lab', 'b'),
      added: natOf('mike', 'lab', 'c'),
      changed: { 'mike aws_route.lab_bench_*_to_nat': 2, 'mike aws_ssm_parameter.lab_nat_subnet_ids': 1 },
    },
  },
];
