import { entry, type Mutation } from './mutation';

const VPC = '${aws_vpc.three-tier_vpc.id}';

/** What stops a flow, or leaves everything as it is. */
export const stopped: readonly Mutation[] = [
  {
    name: 'the replies of the database are dropped by its network ACL',
    mutate: ({ dev }) => {
      dev.remove('aws_network_acl_rule.three-tier_data_out_app_tcp--1024-65535');
    },
    findings: [
      'violated reachability/claims dev/eu-west-1/three-tier: reaches app → data tcp/5432',
      'violated reachability/flows dev/eu-west-1/three-tier: app → data tcp/5432',
    ],
  },
  {
    name: 'the replies of the database reach half of the client ports',
    mutate: ({ dev }) => {
      dev.change('aws_network_acl_rule.three-tier_data_out_app_tcp--1024-65535', { from_port: 32768 });
    },
    findings: [
      'violated reachability/claims dev/eu-west-1/three-tier: reaches app → data tcp/5432',
      'violated reachability/flows dev/eu-west-1/three-tier: app → data tcp/5432',
    ],
  },
  {
    name: 'the network ACL of the database lets no request in',
    mutate: ({ dev }) => {
      dev.remove('aws_network_acl_rule.three-tier_data_in_app_tcp--5432');
    },
    findings: [
      'violated reachability/claims dev/eu-west-1/three-tier: reaches app → data tcp/5432',
      'violated reachability/flows dev/eu-west-1/three-tier: app → data tcp/5432',
    ],
  },
  {
    name: 'the application may no longer open connections to the database',
    mutate: ({ dev }) => {
      dev.remove('aws_vpc_security_group_egress_rule.three-tier_app_to_data_tcp--5432');
    },
    findings: [
      'violated reachability/claims dev/eu-west-1/three-tier: reaches app → data tcp/5432',
      'violated reachability/flows dev/eu-west-1/three-tier: app → data tcp/5432',
    ],
  },
  {
    name: 'a denial by hand stands before the requests to the application',
    mutate: ({ dev }) => {
      dev.add(
        'aws_network_acl_rule.by-hand',
        entry('app', false, 1, 'deny', { protocol: '6', from_port: 8080, to_port: 8080, cidr_block: '0.0.0.0/0' }),
      );
    },
    findings: [
      'violated reachability/claims dev/eu-west-1/three-tier: reaches app → data tcp/5432',
      'violated reachability/claims dev/eu-west-1/three-tier: reaches app → network/shared/services tcp/3128',
      'violated reachability/flows dev/eu-west-1/three-tier: app → data tcp/5432',
      'violated reachability/flows dev/eu-west-1/three-tier: app → endpoint:s3 tcp/443',
      'violated reachability/flows dev/eu-west-1/three-tier: app → endpoint:ssm tcp/443',
      'violated reachability/flows dev/eu-west-1/three-tier: app → endpoint:ssmmessages tcp/443',
      'violated reachability/flows dev/eu-west-1/three-tier: app → internet tcp/443',
      'violated reachability/flows dev/eu-west-1/three-tier: app → network/shared/services tcp/3128',
      'violated reachability/flows dev/eu-west-1/three-tier: public/alb → app tcp/8080',
    ],
  },
  {
    name: 'a denial by hand takes the upper client ports from the replies of NAT',
    mutate: ({ dev }) => {
      dev.add(
        'aws_network_acl_rule.by-hand',
        entry('nat', false, 1, 'deny', { protocol: '6', from_port: 60000, to_port: 65535, cidr_block: '0.0.0.0/0' }),
      );
    },
    findings: ['violated reachability/flows dev/eu-west-1/three-tier: app → internet tcp/443'],
  },
  {
    name: 'the route to NAT of one zone is gone',
    mutate: ({ dev }) => {
      dev.remove('aws_route.three-tier_app_b_to_nat');
    },
    findings: ['violated reachability/flows dev/eu-west-1/three-tier: app → internet tcp/443'],
  },
  {
    name: 'a subnet of the application has a route to the internet gateway instead of NAT',
    mutate: ({ dev }) => {
      dev.change('aws_route.three-tier_app_a_to_nat', {
        nat_gateway_id: undefined,
        gateway_id: '${aws_internet_gateway.three-tier_internet.id}',
      });
    },
    findings: ['unknown reachability/flows dev/eu-west-1/three-tier: app → internet tcp/443'],
  },
  {
    name: 'the public subnets lose their route to the internet gateway',
    mutate: ({ prod }) => {
      for (const zone of ['a', 'b', 'c']) prod.remove(`aws_route.three-tier_public_${zone}_to_internet-v4`);
    },
    findings: [
      'violated reachability/claims prod/eu-west-1/three-tier: reaches internet → public/alb tcp/443',
      'violated reachability/flows prod/eu-west-1/three-tier: internet → public/alb tcp/443',
    ],
  },
  {
    name: 'the peering of dev is never accepted',
    mutate: ({ network }) => {
      network.remove('aws_vpc_peering_connection_accepter.shared_peering_dev--three-tier');
    },
    findings: [
      'unknown reachability/claims dev/eu-west-1/three-tier: reaches app → network/shared/services tcp/3128',
      'unknown reachability/flows dev/eu-west-1/three-tier: app → network/shared/services tcp/3128',
    ],
  },
  {
    name: 'the way back over the peering is missing in one zone',
    mutate: ({ network }) => {
      network.remove('aws_route.shared_services_a_to_dev--three-tier--app');
    },
    findings: [
      'violated reachability/claims dev/eu-west-1/three-tier: reaches app → network/shared/services tcp/3128',
      'violated reachability/flows dev/eu-west-1/three-tier: app → network/shared/services tcp/3128',
    ],
  },
  {
    name: 'a narrower route takes replies to the load balancer through an interface',
    mutate: ({ dev }) => {
      dev.add('aws_route.by-hand', {
        route_table_id: '${aws_route_table.three-tier_app_a.id}',
        destination_cidr_block: '10.0.4.0/24',
        network_interface_id: 'eni-0123456789abcdef0',
      });
    },
    // What the interface in between makes of a packet isn't judged, and so neither is what it becomes.
    findings: [
      'unknown reachability/flows dev/eu-west-1/three-tier: public/alb → app tcp/8080',
      'unknown reachability/undeclared dev/eu-west-1/three-tier: tcp/443 may pass from app to public over IPv4',
    ],
  },
  {
    name: 'a subnet loses its association and falls back to the locked main table',
    mutate: ({ dev }) => {
      dev.remove('aws_route_table_association.three-tier_app_c');
    },
    findings: [
      'violated reachability/claims dev/eu-west-1/three-tier: reaches app → network/shared/services tcp/3128',
      'violated reachability/flows dev/eu-west-1/three-tier: app → endpoint:s3 tcp/443',
      'violated reachability/flows dev/eu-west-1/three-tier: app → internet tcp/443',
      'violated reachability/flows dev/eu-west-1/three-tier: app → network/shared/services tcp/3128',
    ],
  },
  {
    name: 'the endpoint of S3 is no longer a route of one zone, so NAT carries what it did',
    mutate: ({ dev }) => {
      dev.remove('aws_vpc_endpoint_route_table_association.three-tier_app_a_to_endpoint--s3');
    },
    findings: [],
  },
  {
    name: 'the group of an interface endpoint admits nobody',
    mutate: ({ prod }) => {
      prod.remove('aws_vpc_security_group_ingress_rule.three-tier_endpoint--ssm_from_app_tcp--443');
    },
    findings: ['violated reachability/flows prod/eu-west-1/three-tier: app → endpoint:ssm tcp/443'],
  },
  {
    name: 'the address of a rule comes from a variable',
    mutate: ({ dev }) => {
      dev.change('aws_vpc_security_group_ingress_rule.three-tier_public--alb_from_anywhere_tcp--443', {
        cidr_ipv4: '${var.everybody}',
      });
    },
    findings: [
      'unknown reachability/claims dev/eu-west-1/three-tier: reaches internet → public/alb tcp/443',
      'unknown reachability/flows dev/eu-west-1/three-tier: internet → public/alb tcp/443',
    ],
  },
  {
    name: 'something that filters nothing is added by hand',
    mutate: ({ dev }) => {
      dev.add('aws_flow_log.by-hand', { vpc_id: VPC });
    },
    findings: [],
  },
];
