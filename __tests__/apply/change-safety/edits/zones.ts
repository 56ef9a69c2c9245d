import type { Configuration } from '../configuration';
import type { Census, Edit } from '../edit';

const ZULU = 'zulu-us-east-1-network';
const BRAVO = 'bravo-us-east-1-network';

/** Everything that shop has in a zone. */
function zoneOfShop(zone: string): Census {
  return {
    [`zulu aws_subnet.shop_*_${zone}`]: 4,
    [`zulu aws_route_table.shop_*_${zone}`]: 4,
    [`zulu aws_route_table_association.shop_*_${zone}`]: 4,
    [`zulu aws_network_acl_association.shop_*_${zone}`]: 4,
    [`zulu aws_route.shop_*_${zone}_to_*`]: 4,
    [`zulu aws_vpc_endpoint_route_table_association.shop_app_${zone}_to_endpoint--s3`]: 1,
    [`zulu aws_ssm_parameter.shop_app_${zone}_route_table_id`]: 1,
    [`zulu aws_nat_gateway.shop_nat_${zone}`]: 1,
    [`zulu aws_eip.shop_nat_${zone}`]: 1,
  };
}

/** What lists the subnets of a tier. */
const LISTS = { 'zulu aws_ssm_parameter.shop_*_subnet_ids': 4, 'zulu aws_vpc_endpoint.shop_endpoint_ssm': 1 };

/** A fifth zone takes a second block of every tier: each entry and route that names the tier gets a second one. */
const SECOND_BLOCKS = {
  'zulu aws_network_acl_rule.shop_*-2_tcp--*': 14,
  'zulu aws_route.bravo--hub--services_*_to_zulu--shop--app_2': 2,
  'bravo aws_network_acl_rule.hub_services_*_zulu--shop--app-2_tcp--*': 2,
};

const zones =
  (...letters: string[]) =>
  ({ networks }: Configuration): void => {
    networks.shop!.zones = letters;
  };

export const zoneEdits: readonly Edit[] = [
  {
    title: 'drop the middle zone',
    steps: [zones('a', 'c')],
    stacks: [ZULU],
    effect: { destroyed: zoneOfShop('b'), changed: LISTS },
  },
  {
    title: 'drop the first zone',
    steps: [zones('b', 'c')],
    stacks: [ZULU],
    effect: { destroyed: zoneOfShop('a'), changed: LISTS },
  },
  { title: 'reorder the zones', steps: [zones('c', 'a', 'b')], stacks: [], effect: {} },
  {
    title: 'add a fourth zone, first in the list',
    steps: [zones('d', 'a', 'b', 'c')],
    stacks: [ZULU],
    effect: { added: zoneOfShop('d'), changed: LISTS },
  },
  {
    title: 'add a fourth and a fifth zone',
    steps: [zones('d', 'e', 'a', 'b', 'c')],
    stacks: [BRAVO, ZULU],
    effect: { added: { ...zoneOfShop('d'), ...zoneOfShop('e'), ...SECOND_BLOCKS }, changed: LISTS },
  },
];
