import { type Account, type Configuration, putFirst, turned } from '../configuration';
import type { Census, Edit } from '../edit';

const BRAVO = 'bravo-us-east-1-network';
const MIKE = 'mike-us-east-1-network';
const ZULU = 'zulu-us-east-1-network';

/** What only the peering needs, the entries of the network ACLs and the ids for the other side included. */
const PEERING: Census = {
  'zulu aws_vpc_peering_connection.shop_peering_bravo--hub': 1,
  'zulu aws_vpc_peering_connection_accepter.shop_peering_bravo--hub': 1,
  'zulu aws_route.shop_app_*_to_bravo--hub--services': 3,
  'zulu aws_route.bravo--hub--services_*_to_zulu--shop--app': 2,
  'zulu aws_vpc_security_group_egress_rule.shop_app_to_bravo--hub--services_tcp--3128': 1,
  'zulu aws_vpc_security_group_ingress_rule.bravo--hub--services_from_zulu--shop--app_tcp--3128': 1,
  'zulu aws_network_acl_rule.shop_app_*_bravo--hub--services_tcp--*': 2,
  'zulu aws_ssm_parameter.shop_app_*_route_table_id': 3,
};
const PEERING_AT_HUB: Census = {
  'bravo aws_network_acl_rule.hub_services_*_zulu--shop--app_tcp--*': 2,
  'bravo aws_ssm_parameter.hub_services_*_route_table_id': 2,
};

function withoutProxy({ networks: { shop } }: Configuration): void {
  shop!.flows = shop!.flows!.filter(({ to }) => to !== 'bravo/hub/services');
}

const end =
  (account: string) =>
  (zone: Configuration): void => {
    withoutProxy(zone);
    zone.accounts[account]!.lifecycle = zone.accounts[account]!.lifecycle === 'closing' ? 'closed' : 'closing';
  };

export const organisationEdits: readonly Edit[] = [
  {
    title: 'add an account first',
    steps: [
      (zone) => {
        const alpha: Account = { id: '999999999999', unit: 'workloads', regions: ['us-east-1'], networks: { hub: {} } };
        zone.accounts = putFirst({ alpha }, zone.accounts);
      },
    ],
    stacks: ['alpha-us-east-1-network'],
    effect: { added: { 'alpha aws_*': 25 } },
  },
  {
    title: 'add a Region first',
    steps: [({ organization }) => void organization.regions.unshift('eu-west-1')],
    stacks: ['mike-eu-west-1-network'],
    effect: { added: { 'mike aws_*': 46 } },
  },
  {
    title: 'reorder accounts and networks',
    steps: [
      (zone) => {
        zone.accounts = turned(zone.accounts);
        zone.networks = turned(zone.networks);
      },
    ],
    stacks: [],
    effect: {},
  },
  {
    title: 'change a default tag',
    steps: [({ tags }) => void (tags.owner = 'network')],
    stacks: [BRAVO, MIKE, ZULU],
    effect: { changed: { 'bravo aws_*': 19, 'mike aws_*': 25, 'zulu aws_*': 76 } },
  },
  {
    title: 'remove the peering with its flow',
    steps: [
      (zone) => {
        zone.peerings = [];
        withoutProxy(zone);
      },
    ],
    stacks: [BRAVO, ZULU],
    effect: { destroyed: { ...PEERING, ...PEERING_AT_HUB } },
  },
  {
    title: 'close the account that others are peered with',
    steps: [end('bravo'), end('bravo')],
    stacks: [BRAVO, ZULU],
    effect: { destroyed: { ...PEERING, 'bravo aws_*': 29 } },
  },
  {
    title: 'close the account that holds the peering',
    steps: [end('zulu'), end('zulu')],
    stacks: [BRAVO, ZULU],
    effect: { destroyed: { ...PEERING_AT_HUB, 'zulu aws_*': 149 } },
  },
];
