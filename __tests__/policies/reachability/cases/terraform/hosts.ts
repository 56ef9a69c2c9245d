import { ref, type Resources } from './resources';

const groupIds = (names: readonly string[]): string[] => names.map((name) => ref(`aws_security_group.${name}`));
const subnetIds = (names: readonly string[]): string[] => names.map((name) => ref(`aws_subnet.${name}`));

/** An instance in a subnet, without a public address unless said. */
export function instance(name: string, subnet: string, groups: readonly string[], more: object = {}): Resources {
  return {
    [`aws_instance.${name}`]: {
      ami: 'ami-1',
      instance_type: 't3.micro',
      subnet_id: ref(`aws_subnet.${subnet}`),
      vpc_security_group_ids: groupIds(groups),
      associate_public_ip_address: false,
      ...more,
    },
  };
}

/** An instance with a public address. */
export function publicInstance(name: string, subnet: string, groups: readonly string[]): Resources {
  return instance(name, subnet, groups, { associate_public_ip_address: true });
}

/** A load balancer that faces the internet, unless `more` says otherwise. */
export function loadBalancer(
  name: string,
  type: 'application' | 'network',
  subnets: readonly string[],
  groups: readonly string[] | 'none',
  more: object = {},
): Resources {
  return {
    [`aws_lb.${name}`]: {
      load_balancer_type: type,
      internal: false,
      subnets: subnetIds(subnets),
      ...(groups === 'none' ? {} : { security_groups: groupIds(groups) }),
      ...more,
    },
  };
}

/** A function with interfaces in subnets. */
export function lambda(name: string, subnets: readonly string[], groups: readonly string[]): Resources {
  return {
    [`aws_lambda_function.${name}`]: {
      function_name: name,
      filename: 'function.zip',
      handler: 'index.handler',
      runtime: 'nodejs22.x',
      role: 'arn:aws:iam::111111111111:role/f',
      vpc_config: { subnet_ids: subnetIds(subnets), security_group_ids: groupIds(groups) },
    },
  };
}

/** A database in subnets, private unless said. */
export function database(
  name: string,
  subnets: readonly string[],
  groups: readonly string[],
  publicly_accessible = false,
): Resources {
  return {
    [`aws_db_subnet_group.${name}`]: { name, subnet_ids: subnetIds(subnets) },
    [`aws_db_instance.${name}`]: {
      instance_class: 'db.t4g.micro',
      engine: 'postgres',
      allocated_storage: 20,
      db_subnet_group_name: ref(`aws_db_subnet_group.${name}`, 'name'),
      vpc_security_group_ids: groupIds(groups),
      publicly_accessible,
    },
  };
}

/** A service of containers with interfaces in subnets. */
export function service(
  name: string,
  subnets: readonly string[],
  groups: readonly string[],
  assign_public_ip = false,
): Resources {
  return {
    [`aws_ecs_service.${name}`]: {
      name,
      cluster: 'main',
      task_definition: `${name}:1`,
      launch_type: 'FARGATE',
      network_configuration: { subnets: subnetIds(subnets), security_groups: groupIds(groups), assign_public_ip },
    },
  };
}

/** An interface endpoint. */
export function interfaceEndpoint(name: string, vpc: string, subnets: readonly string[], groups: readonly string[]): Resources {
  return {
    [`aws_vpc_endpoint.${name}`]: {
      vpc_id: ref(`aws_vpc.${vpc}`),
      vpc_endpoint_type: 'Interface',
      service_name: `com.amazonaws.eu-west-1.${name}`,
      subnet_ids: subnetIds(subnets),
      security_group_ids: groupIds(groups),
    },
  };
}

/** S3 or DynamoDB by routes in these tables. */
export function gatewayEndpoint(name: 's3' | 'dynamodb', vpc: string, tables: readonly string[]): Resources {
  return {
    [`aws_vpc_endpoint.${name}`]: {
      vpc_id: ref(`aws_vpc.${vpc}`),
      vpc_endpoint_type: 'Gateway',
      service_name: `com.amazonaws.eu-west-1.${name}`,
      route_table_ids: tables.map((table) => ref(`aws_route_table.${table}`)),
    },
  };
}
