import type { JsonRecord } from '../../../../policies/model/json';
import { street } from '../../reachability/cases/evasion/exposed';
import { group, ref, type Resources, together } from '../../reachability/cases/terraform';
import type { Document } from '../../universe';

const provider = { aws: { region: 'eu-west-1', allowed_account_ids: ['111111111111'] } };
const parameter = (name: string, value: string): JsonRecord => ({ name: `/lz/dev/network/${name}`, type: 'String', value });
const read = (name: string): JsonRecord => ({ name: `/lz/dev/network/${name}` });

/** A network with an open group in one stack, a server in it in another. */
export const SIBLINGS: Readonly<Record<string, Document>> = {
  net: {
    provider,
    resource: {
      aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
      aws_internet_gateway: { main: { vpc_id: ref('aws_vpc.main') } },
      aws_route_table: { public: { vpc_id: ref('aws_vpc.main') } },
      aws_route: {
        out: {
          route_table_id: ref('aws_route_table.public'),
          destination_cidr_block: '0.0.0.0/0',
          gateway_id: ref('aws_internet_gateway.main'),
        },
      },
      aws_subnet: { public: { vpc_id: ref('aws_vpc.main'), cidr_block: '10.0.0.0/24', availability_zone: 'eu-west-1a' } },
      aws_route_table_association: {
        public: { subnet_id: ref('aws_subnet.public'), route_table_id: ref('aws_route_table.public') },
      },
      aws_security_group: { web: { vpc_id: ref('aws_vpc.main') } },
      aws_vpc_security_group_ingress_rule: {
        ssh: {
          security_group_id: ref('aws_security_group.web'),
          cidr_ipv4: '0.0.0.0/0',
          ip_protocol: 'tcp',
          from_port: 22,
          to_port: 22,
        },
      },
      aws_ssm_parameter: {
        subnet: parameter('subnet', ref('aws_subnet.public')),
        group: parameter('group', ref('aws_security_group.web')),
      },
    },
  },
  app: {
    provider,
    data: { aws_ssm_parameter: { subnet: read('subnet'), group: read('group') } },
    resource: {
      aws_instance: {
        web: {
          ami: 'ami-1',
          subnet_id: '${data.aws_ssm_parameter.subnet.value}',
          vpc_security_group_ids: ['${data.aws_ssm_parameter.group.value}'],
          associate_public_ip_address: true,
        },
      },
    },
  },
};

/** Instances that come and go, from a template with a group that lets in these addresses. */
export function autoScalingOf(block: string): Resources {
  return together(street, group('ssh', 'main', [`in tcp/22 ${block}`]), {
    'aws_launch_template.web': {
      name: 'web',
      network_interfaces: [{ associate_public_ip_address: true, security_groups: [ref('aws_security_group.ssh')] }],
    },
    'aws_autoscaling_group.web': {
      max_size: 2,
      min_size: 1,
      vpc_zone_identifier: [ref('aws_subnet.house')],
      launch_template: { id: ref('aws_launch_template.web') },
    },
  });
}

/** A server as a state shows it, behind a rule that lets in these addresses. */
export function stateOf(block: string): JsonRecord {
  const ids = { vpc: 'vpc-0a', subnet: 'subnet-0a', table: 'rtb-0a', gateway: 'igw-0a', group: 'sg-0a' };
  const resources: readonly (readonly [string, JsonRecord])[] = [
    ['aws_vpc.main', { id: ids.vpc, cidr_block: '10.0.0.0/16', default_network_acl_id: 'acl-0d', ipv6_cidr_block: '' }],
    ['aws_internet_gateway.main', { id: ids.gateway, vpc_id: ids.vpc }],
    ['aws_subnet.public', { id: ids.subnet, vpc_id: ids.vpc, cidr_block: '10.0.0.0/24', ipv6_cidr_block: '' }],
    [
      'aws_route_table.public',
      { id: ids.table, vpc_id: ids.vpc, route: [{ cidr_block: '0.0.0.0/0', gateway_id: ids.gateway, ipv6_cidr_block: '' }] },
    ],
    ['aws_route_table_association.public', { id: 'rtbassoc-0a', subnet_id: ids.subnet, route_table_id: ids.table }],
    ['aws_security_group.web', { id: ids.group, vpc_id: ids.vpc }],
    [
      'aws_security_group_rule.ssh',
      {
        id: 'sgrule-1',
        type: 'ingress',
        security_group_id: ids.group,
        protocol: 'tcp',
        from_port: 22,
        to_port: 22,
        cidr_blocks: [block],
        ipv6_cidr_blocks: [],
        self: false,
        source_security_group_id: null,
      },
    ],
    [
      'aws_instance.web',
      {
        id: 'i-0a',
        subnet_id: ids.subnet,
        vpc_security_group_ids: [ids.group],
        public_ip: '203.0.113.9',
        private_ip: '10.0.0.9',
      },
    ],
  ];
  return {
    format_version: '1.0',
    values: {
      root_module: {
        resources: resources.map(([address, values]) => {
          const [type = '', name = ''] = address.split('.');
          const provider_name = 'registry.terraform.io/hashicorp/aws';
          return { address, mode: 'managed', type, name, provider_name, schema_version: 1, values };
        }),
      },
    },
  };
}
