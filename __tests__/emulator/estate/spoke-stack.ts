import { HUB } from './hub-stack';
import { terraformJson, type TerraformJson } from './terraform-json';

export const SPOKE = '444444444444';

const PEERING = '${aws_vpc_peering_connection_accepter.hub.id}';

/** A VPC peered with the hub's, across accounts, that names a group of the hub. */
export function spokeStack(): TerraformJson {
  const hub = (name: string): TerraformJson => ({ provider: 'aws.hub', name: `/lz/hub/network/${name}` });
  return terraformJson(
    { name: 'spoke-eu-west-1-network', account: SPOKE, siblings: { hub: HUB } },
    {
      data: {
        aws_ssm_parameter: { vpc: hub('vpc-id'), group: hub('app-group'), route_table: hub('app-route-table') },
      },
      resource: {
        aws_vpc: { this: { cidr_block: '10.16.0.0/20', tags: { Name: 'spoke' } } },
        aws_subnet: { app: { vpc_id: '${aws_vpc.this.id}', cidr_block: '10.16.0.0/24', availability_zone: 'eu-west-1a' } },
        ...peering(),
        ...peeringRoutes(),
        ...peeringGroups(),
      },
    },
  );
}

function peering(): TerraformJson {
  return {
    aws_vpc_peering_connection: {
      hub: {
        vpc_id: '${aws_vpc.this.id}',
        peer_vpc_id: '${nonsensitive(data.aws_ssm_parameter.vpc.value)}',
        peer_owner_id: HUB,
        auto_accept: false,
        tags: { Name: 'hub' },
      },
    },
    aws_vpc_peering_connection_accepter: {
      hub: {
        provider: 'aws.hub',
        vpc_peering_connection_id: '${aws_vpc_peering_connection.hub.id}',
        auto_accept: true,
        tags: { Name: 'spoke' },
      },
    },
    aws_vpc_peering_connection_options: {
      requester: { vpc_peering_connection_id: PEERING, requester: { allow_remote_vpc_dns_resolution: true } },
      accepter: {
        provider: 'aws.hub',
        vpc_peering_connection_id: PEERING,
        accepter: { allow_remote_vpc_dns_resolution: true },
      },
    },
  };
}

function peeringRoutes(): TerraformJson {
  return {
    aws_route_table: { app: { vpc_id: '${aws_vpc.this.id}' } },
    aws_route: {
      to_hub: {
        route_table_id: '${aws_route_table.app.id}',
        destination_cidr_block: '10.0.0.0/20',
        vpc_peering_connection_id: PEERING,
      },
      from_hub: {
        provider: 'aws.hub',
        route_table_id: '${nonsensitive(data.aws_ssm_parameter.route_table.value)}',
        destination_cidr_block: '10.16.0.0/20',
        vpc_peering_connection_id: PEERING,
      },
    },
  };
}

function peeringGroups(): TerraformJson {
  const rule = {
    security_group_id: '${aws_security_group.app.id}',
    referenced_security_group_id: `\${"${HUB}/\${nonsensitive(data.aws_ssm_parameter.group.value)}"}`,
    ip_protocol: 'tcp',
    from_port: 8443,
    to_port: 8443,
    depends_on: ['aws_vpc_peering_connection_accepter.hub'],
  };
  return {
    aws_security_group: { app: { name: 'app', description: 'Members of app', vpc_id: '${aws_vpc.this.id}' } },
    aws_vpc_security_group_ingress_rule: { from_hub: { ...rule, description: 'From the hub' } },
    aws_vpc_security_group_egress_rule: { to_hub: { ...rule, description: 'To the hub' } },
  };
}
