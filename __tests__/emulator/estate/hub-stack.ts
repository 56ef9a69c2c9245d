import { LOG_BUCKET } from './archive-stack';
import { hubAccess } from './hub-access';
import { hubFlowLogs } from './hub-flow-logs';
import { secondRange } from './second-range';
import { terraformJson, type TerraformJson } from './terraform-json';

export const HUB = '333333333333';

const VPC = '${aws_vpc.this.id}';

/** A dual-stack VPC with every kind of network resource that the landing zone makes. */
export function hubStack(): TerraformJson {
  return terraformJson(
    { name: 'hub-eu-west-1-network', account: HUB },
    { resource: { ...hubRanges(), ...hubRoutes(), ...hubAccess(), ...hubFlowLogs(LOG_BUCKET), ...hubOutputs() } },
  );
}

function hubRanges(): TerraformJson {
  const subnet = (block: string, index: number, zone: string): TerraformJson => ({
    vpc_id: VPC,
    cidr_block: block,
    ipv6_cidr_block: `\${cidrsubnet(aws_vpc.this.ipv6_cidr_block, 8, ${String(index)})}`,
    availability_zone: `eu-west-1${zone}`,
    map_public_ip_on_launch: false,
    assign_ipv6_address_on_creation: false,
    tags: { Name: `subnet-${zone}-${String(index)}` },
  });
  return {
    aws_vpc: {
      ...secondRange.vpc,
      this: {
        cidr_block: '10.0.0.0/20',
        assign_generated_ipv6_cidr_block: true,
        enable_dns_support: true,
        enable_dns_hostnames: true,
        tags: { Name: 'hub' },
      },
    },
    aws_vpc_ipv4_cidr_block_association: secondRange.association,
    aws_subnet: {
      ...secondRange.subnet,
      public_a: subnet('10.0.0.0/24', 0, 'a'),
      app_a: { ...subnet('10.0.1.0/24', 1, 'a'), tags: { Name: 'app-a' } },
      app_b: { vpc_id: VPC, cidr_block: '10.0.2.0/24', availability_zone_id: 'euw1-az2' },
      nat_a: { vpc_id: VPC, cidr_block: '10.0.15.0/28', availability_zone: 'eu-west-1a' },
    },
    aws_vpc_dhcp_options: {
      this: { domain_name: 'corp.example', domain_name_servers: ['AmazonProvidedDNS'], tags: { Name: 'hub' } },
    },
    aws_vpc_dhcp_options_association: { this: { vpc_id: VPC, dhcp_options_id: '${aws_vpc_dhcp_options.this.id}' } },
  };
}

function hubRoutes(): TerraformJson {
  const table = (name: string): TerraformJson => ({ vpc_id: VPC, tags: { Name: name } });
  const route = (tableName: string, rest: TerraformJson): TerraformJson => ({
    route_table_id: `\${aws_route_table.${tableName}.id}`,
    ...rest,
  });
  return {
    aws_internet_gateway: { this: { vpc_id: VPC, tags: { Name: 'hub' } } },
    aws_egress_only_internet_gateway: { this: { vpc_id: VPC, tags: { Name: 'hub' } } },
    aws_eip: { nat_a: { domain: 'vpc', tags: { Name: 'nat-a' } } },
    aws_nat_gateway: {
      a: { allocation_id: '${aws_eip.nat_a.id}', subnet_id: '${aws_subnet.nat_a.id}', tags: { Name: 'a' } },
    },
    aws_default_route_table: {
      locked: { default_route_table_id: '${aws_vpc.this.default_route_table_id}', route: [] },
    },
    aws_route_table: { public: table('public'), app: table('app') },
    aws_route_table_association: {
      public_a: { subnet_id: '${aws_subnet.public_a.id}', route_table_id: '${aws_route_table.public.id}' },
      app_a: { subnet_id: '${aws_subnet.app_a.id}', route_table_id: '${aws_route_table.app.id}' },
    },
    aws_route: {
      public_v4: route('public', { destination_cidr_block: '0.0.0.0/0', gateway_id: '${aws_internet_gateway.this.id}' }),
      public_v6: route('public', { destination_ipv6_cidr_block: '::/0', gateway_id: '${aws_internet_gateway.this.id}' }),
      app_v4: route('app', { destination_cidr_block: '0.0.0.0/0', nat_gateway_id: '${aws_nat_gateway.a.id}' }),
      app_v6: route('app', {
        destination_ipv6_cidr_block: '::/0',
        egress_only_gateway_id: '${aws_egress_only_internet_gateway.this.id}',
      }),
    },
  };
}

function hubOutputs(): TerraformJson {
  const parameter = (name: string, value: string): TerraformJson => ({
    name: `/lz/hub/network/${name}`,
    type: 'String',
    value,
  });
  return {
    aws_ssm_parameter: {
      vpc_id: parameter('vpc-id', VPC),
      group_id: parameter('app-group', '${aws_security_group.app.id}'),
      route_table: parameter('app-route-table', '${aws_route_table.app.id}'),
    },
  };
}
