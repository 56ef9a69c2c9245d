import type { Configuration, Flow } from '../configuration';
import type { Edit } from '../edit';
import { DATA_FLOW } from './tiers';

const ZULU = 'zulu-us-east-1-network';

const first =
  (flow: Flow) =>
  ({ networks }: Configuration): void =>
    void networks.shop!.flows!.unshift(flow);

const reword =
  (to: string, why: string) =>
  ({ networks }: Configuration): void => {
    networks.shop!.flows!.find((flow) => flow.to === to)!.why = why;
  };

export const flowEdits: readonly Edit[] = [
  {
    title: 'insert a network ACL rule first',
    steps: [first({ from: 'app', to: 'data', port: 'tcp/6379', why: 'The application reads its cache' })],
    stacks: [ZULU],
    // The replies share the entries of the flow beside it, so each of the two ACLs gets one entry.
    effect: {
      added: {
        'zulu aws_network_acl_rule.shop_app_out_data_tcp--6379': 1,
        'zulu aws_network_acl_rule.shop_data_in_app_tcp--6379': 1,
        'zulu aws_vpc_security_group_egress_rule.shop_app_to_data_tcp--6379': 1,
        'zulu aws_vpc_security_group_ingress_rule.shop_data_from_app_tcp--6379': 1,
      },
    },
  },
  {
    title: 'insert a group rule first',
    steps: [first({ from: 'public', to: 'app', port: 'tcp/8080', why: 'Operators look at the application' })],
    stacks: [ZULU],
    // One at each end; the ACLs let the tiers' packets pass already.
    effect: {
      added: {
        'zulu aws_vpc_security_group_egress_rule.shop_public_to_app_tcp--8080': 1,
        'zulu aws_vpc_security_group_ingress_rule.shop_app_from_public_tcp--8080': 1,
      },
    },
  },
  {
    title: 'reorder flows: network ACL and group rules',
    steps: [({ networks }) => void networks.shop!.flows!.reverse()],
    stacks: [],
    effect: {},
  },
  {
    title: 'reword why a flow is there',
    steps: [reword('data', 'The application reads and writes its database')],
    stacks: [ZULU],
    effect: {
      changed: {
        'zulu aws_vpc_security_group_egress_rule.shop_app_to_data_tcp--5432': 1,
        'zulu aws_vpc_security_group_ingress_rule.shop_data_from_app_tcp--5432': 1,
      },
    },
  },
  {
    title: 'reword why a flow across the peering is there',
    steps: [reword('bravo/hub/services', 'The proxy fetches packages')],
    stacks: [ZULU],
    effect: {
      changed: {
        'zulu aws_vpc_security_group_egress_rule.shop_app_to_bravo--hub--services_tcp--3128': 1,
        'zulu aws_vpc_security_group_ingress_rule.bravo--hub--services_from_zulu--shop--app_tcp--3128': 1,
      },
    },
  },
  {
    title: 'remove a flow',
    steps: [({ networks: { shop } }) => void (shop!.flows = shop!.flows!.filter(({ to }) => to !== 'data'))],
    stacks: [ZULU],
    effect: { destroyed: DATA_FLOW },
  },
];
