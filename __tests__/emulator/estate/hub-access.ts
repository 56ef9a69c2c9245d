import type { TerraformJson } from './terraform-json';

const VPC = '${aws_vpc.this.id}';
const APP = '${aws_security_group.app.id}';
const ALB = '${aws_security_group.alb.id}';
const S3 = 'com.amazonaws.eu-west-1.s3';

/** Groups, network ACLs and endpoints of the hub. */
export function hubAccess(): TerraformJson {
  return { ...groups(), ...networkAcls(), ...endpoints() };
}

function groups(): TerraformJson {
  const group = (name: string): TerraformJson => ({
    name,
    description: `Members of ${name}`,
    vpc_id: VPC,
    tags: { Name: name },
  });
  const tcp = (port: number): TerraformJson => ({ ip_protocol: 'tcp', from_port: port, to_port: port });
  return {
    aws_default_security_group: { locked: { vpc_id: VPC, ingress: [], egress: [] } },
    aws_security_group: { app: group('app'), alb: group('alb'), endpoints: group('endpoints') },
    aws_vpc_security_group_ingress_rule: {
      from_group: { security_group_id: APP, referenced_security_group_id: ALB, description: 'From the ALB', ...tcp(8080) },
      from_self: { security_group_id: APP, referenced_security_group_id: APP, description: 'Within', ...tcp(7946) },
      from_v4: { security_group_id: ALB, cidr_ipv4: '0.0.0.0/0', description: 'Customers', ...tcp(443) },
      from_v6: { security_group_id: ALB, cidr_ipv6: '::/0', description: 'Customers', ...tcp(443) },
      ping: {
        security_group_id: ALB,
        cidr_ipv4: '10.0.0.0/8',
        ip_protocol: 'icmp',
        from_port: 8,
        to_port: -1,
        description: 'Ping',
      },
      ping_v6: {
        security_group_id: ALB,
        cidr_ipv6: '::/0',
        ip_protocol: 'icmpv6',
        from_port: 128,
        to_port: 0,
        description: 'Ping',
      },
      tunnel: { security_group_id: ALB, cidr_ipv4: '192.0.2.0/24', ip_protocol: '50', description: 'ESP of the VPN' },
      https: {
        security_group_id: '${aws_security_group.endpoints.id}',
        referenced_security_group_id: APP,
        description: 'To AWS',
        ...tcp(443),
      },
    },
    aws_vpc_security_group_egress_rule: {
      to_group: { security_group_id: ALB, referenced_security_group_id: APP, description: 'To the application', ...tcp(8080) },
      to_list: {
        security_group_id: APP,
        prefix_list_id: '${aws_vpc_endpoint.s3.prefix_list_id}',
        description: 'To S3',
        tags: { Name: 's3' },
        ...tcp(443),
      },
      to_any: { security_group_id: APP, cidr_ipv4: '203.0.113.0/24', ip_protocol: '-1', description: 'Accepted' },
      ports: {
        security_group_id: APP,
        cidr_ipv4: '198.51.100.0/24',
        ip_protocol: 'udp',
        from_port: 100,
        to_port: 200,
        description: 'Range',
      },
    },
  };
}

function networkAcls(): TerraformJson {
  const rule = (number: number, egress: boolean, rest: TerraformJson): TerraformJson => ({
    network_acl_id: '${aws_network_acl.app.id}',
    rule_number: number,
    egress,
    rule_action: 'allow',
    ...rest,
  });
  return {
    aws_default_network_acl: {
      locked: {
        default_network_acl_id: '${aws_vpc.this.default_network_acl_id}',
        lifecycle: { ignore_changes: ['subnet_ids'] },
      },
    },
    aws_network_acl: { app: { vpc_id: VPC, tags: { Name: 'app' } } },
    aws_network_acl_association: {
      app_a: { network_acl_id: '${aws_network_acl.app.id}', subnet_id: '${aws_subnet.app_a.id}' },
      app_b: { network_acl_id: '${aws_network_acl.app.id}', subnet_id: '${aws_subnet.app_b.id}' },
    },
    aws_network_acl_rule: {
      in_tcp: rule(100, false, { protocol: 'tcp', cidr_block: '10.0.0.0/24', from_port: 8080, to_port: 8080 }),
      in_number: rule(110, false, { protocol: '6', cidr_block: '10.0.0.0/24', from_port: 443, to_port: 443 }),
      out_v6: rule(100, true, { protocol: 'tcp', ipv6_cidr_block: '::/0', from_port: 1024, to_port: 65535 }),
      in_all: rule(120, false, { protocol: '-1', cidr_block: '10.0.1.0/24' }),
      in_udp: rule(130, false, { protocol: 'udp', cidr_block: '0.0.0.0/0', from_port: 123, to_port: 123 }),
      path_mtu: rule(140, false, { protocol: 'icmp', cidr_block: '0.0.0.0/0', icmp_type: 3, icmp_code: 4 }),
      ping: rule(160, false, { protocol: 'icmp', cidr_block: '0.0.0.0/0', icmp_type: -1, icmp_code: -1 }),
      path_mtu_v6: rule(150, false, { protocol: '58', ipv6_cidr_block: '::/0', icmp_type: 2, icmp_code: 0 }),
      out_subnet: rule(170, true, {
        protocol: 'tcp',
        ipv6_cidr_block: '${aws_subnet.app_a.ipv6_cidr_block}',
        from_port: 443,
        to_port: 443,
      }),
      esp: rule(180, false, { protocol: '50', cidr_block: '192.0.2.0/24' }),
    },
  };
}

function endpoints(): TerraformJson {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Own',
        Effect: 'Allow',
        Principal: '*',
        Action: '*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalAccount': '333333333333' } },
      },
    ],
  });
  return {
    aws_vpc_endpoint: {
      s3: {
        vpc_id: VPC,
        service_name: S3,
        vpc_endpoint_type: 'Gateway',
        policy,
        route_table_ids: ['${aws_route_table.app.id}'],
        tags: { Name: 's3' },
      },
      dynamodb: { vpc_id: VPC, service_name: 'com.amazonaws.eu-west-1.dynamodb', vpc_endpoint_type: 'Gateway', policy },
      ssm: {
        vpc_id: VPC,
        service_name: 'com.amazonaws.eu-west-1.ssm',
        vpc_endpoint_type: 'Interface',
        private_dns_enabled: true,
        policy,
        subnet_ids: ['${aws_subnet.app_a.id}', '${aws_subnet.app_b.id}'],
        security_group_ids: ['${aws_security_group.endpoints.id}'],
        tags: { Name: 'ssm' },
      },
      logs: {
        vpc_id: VPC,
        service_name: 'com.amazonaws.eu-west-1.logs',
        vpc_endpoint_type: 'Interface',
        private_dns_enabled: true,
        subnet_ids: ['${aws_subnet.app_a.id}'],
        security_group_ids: ['${aws_security_group.endpoints.id}'],
      },
    },
    aws_vpc_endpoint_route_table_association: {
      dynamodb: { vpc_endpoint_id: '${aws_vpc_endpoint.dynamodb.id}', route_table_id: '${aws_route_table.app.id}' },
    },
  };
}
