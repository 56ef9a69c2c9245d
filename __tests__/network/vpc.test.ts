import { Vpc, type VpcProps } from '../../modules/network';
import { documentOf, type Resources, testStack } from '../test-stack';

const PROPS: VpcProps = {
  cidr: '10.0.0.0/20',
  zones: ['b', 'a'],
  natCidr: '10.0.15.0/26',
  tiers: {
    public: { kind: 'public', cidr: '10.0.0.0/23', ipv6Block: 0 },
    app: { kind: 'private', cidr: '10.0.2.0/23', ipv6Block: 1 },
  },
};

function resources(change: Partial<VpcProps> = {}): Resources {
  const stack = testStack();
  new Vpc(stack, 'shop', { ...PROPS, ...change });
  return documentOf(stack).resource;
}

function one(all: Resources, type: string, name: string): Readonly<Record<string, unknown>> {
  const body = all[type]?.[name];
  if (body === undefined) {
    throw new Error(`${type} has ${Object.keys(all[type] ?? {}).join(', ')}`);
  }
  return body;
}

const withEgress = { flows: [{ from: 'app', to: 'internet', port: 'tcp/443', why: 'Updates' }] };

describe('Vpc', () => {
  it('puts zone a in the first part of a block and zone b in the second, whatever their order', () => {
    const all = resources();

    expect(one(all, 'aws_subnet', 'shop_app_a').cidr_block).toBe('10.0.2.0/25');
    expect(one(all, 'aws_subnet', 'shop_app_b').cidr_block).toBe('10.0.2.128/25');
  });

  it('gives the same JSON for zones in another order', () => {
    expect(resources({ zones: ['a', 'b'] })).toEqual(resources({ zones: ['b', 'a'] }));
  });

  it('names zones by letter or by id', () => {
    expect(one(resources(), 'aws_subnet', 'shop_app_a').availability_zone).toBe('eu-west-1a');
    expect(one(resources({ zones: ['euw1-az2'] }), 'aws_subnet', 'shop_app_euw1-az2')).toMatchObject({
      availability_zone_id: 'euw1-az2',
      cidr_block: '10.0.2.128/25',
    });
  });

  it('gives no subnet automatic public addresses, the public tier included', () => {
    expect(Object.values(resources().aws_subnet ?? {}).map((subnet) => subnet.map_public_ip_on_launch)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('takes over the default group, ACL and route table and leaves them empty', () => {
    const all = resources();

    expect(one(all, 'aws_default_security_group', 'shop_default')).toMatchObject({ ingress: [], egress: [] });
    expect(one(all, 'aws_default_network_acl', 'shop_default')).not.toHaveProperty('ingress');
    expect(one(all, 'aws_default_route_table', 'shop_default').route).toEqual([]);
  });

  it('has no NAT gateway with none, one in the first zone with single, one in each with one-per-zone', () => {
    expect(Object.keys(resources({ nat: 'none' }).aws_nat_gateway ?? {})).toEqual([]);
    expect(Object.keys(resources({ nat: 'single', ...withEgress }).aws_nat_gateway ?? {})).toEqual(['shop_nat_a']);
    expect(Object.keys(resources({ nat: 'single', natZone: 'b' }).aws_nat_gateway ?? {})).toEqual(['shop_nat_b']);
    expect(Object.keys(resources({ nat: 'one-per-zone' }).aws_nat_gateway ?? {})).toEqual(['shop_nat_a', 'shop_nat_b']);
  });

  it("routes each zone to its own NAT gateway, and to the only one where it's single", () => {
    const perZone = resources({ nat: 'one-per-zone', ...withEgress });
    const single = resources({ nat: 'single', ...withEgress });

    expect(one(perZone, 'aws_route', 'shop_app_b_to_nat').nat_gateway_id).toBe('${aws_nat_gateway.shop_nat_b.id}');
    expect(one(single, 'aws_route', 'shop_app_b_to_nat').nat_gateway_id).toBe('${aws_nat_gateway.shop_nat_a.id}');
  });

  it('routes a private tier to NAT only if a flow needs it', () => {
    expect(Object.keys(resources({ nat: 'single' }).aws_route ?? {}).filter((name) => name.startsWith('shop_app'))).toEqual([]);
  });

  it("is dual stack on request: a /64 of Amazon's block for each subnet, by the number of its tier and zone", () => {
    const all = resources({ ipv6: true });

    expect(one(all, 'aws_vpc', 'shop_vpc').assign_generated_ipv6_cidr_block).toBe(true);
    expect(one(all, 'aws_subnet', 'shop_app_b').ipv6_cidr_block).toBe('${cidrsubnet(aws_vpc.shop_vpc.ipv6_cidr_block, 8, 5)}');
  });

  it('lets only its own account through an endpoint, and ECR read image layers from S3', () => {
    const all = resources({ endpoints: { s3: { type: 'gateway' }, ssm: { type: 'interface', tier: 'app' } } });
    const own = {
      Action: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': '111111111111' } },
      Effect: 'Allow',
      Principal: '*',
      Resource: '*',
      Sid: 'OwnAccount',
    };
    const layers = {
      Action: 's3:GetObject',
      Effect: 'Allow',
      Principal: '*',
      Resource: 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*',
      Sid: 'ImageLayers',
    };

    expect(JSON.parse(String(one(all, 'aws_vpc_endpoint', 'shop_endpoint_ssm').policy))).toEqual({
      Statement: [own],
      Version: '2012-10-17',
    });
    expect(JSON.parse(String(one(all, 'aws_vpc_endpoint', 'shop_endpoint_s3').policy))).toEqual({
      Statement: [layers, own],
      Version: '2012-10-17',
    });
  });

  it('takes a policy of its own for an endpoint, IAM variables escaped from Terraform', () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::home/${aws:username}/*' }],
    };
    const all = resources({ endpoints: { s3: { type: 'gateway', policy } } });

    expect(one(all, 'aws_vpc_endpoint', 'shop_endpoint_s3').policy).toBe(
      '{"Statement":[{"Action":"s3:*","Effect":"Allow","Principal":"*","Resource":"arn:aws:s3:::home/$${aws:username}/*"}],"Version":"2012-10-17"}',
    );
  });

  it('logs every packet to CloudWatch Logs for 365 days unless it is told otherwise', () => {
    expect(one(resources(), 'aws_cloudwatch_log_group', 'shop_flow-log_cloudwatch').retention_in_days).toBe(365);
    expect(one(resources(), 'aws_flow_log', 'shop_flow-log_cloudwatch').traffic_type).toBe('ALL');
  });

  it('logs to S3 in Parquet by the hour, without a group, where only S3 is asked for', () => {
    const all = resources({ flowLogs: { s3: { bucketArn: 'arn:aws:s3:::logs', parquet: true } } });

    expect(all).not.toHaveProperty('aws_cloudwatch_log_group');
    expect(one(all, 'aws_flow_log', 'shop_flow-log_s3')).toMatchObject({
      log_destination: 'arn:aws:s3:::logs',
      destination_options: { file_format: 'parquet', hive_compatible_partitions: true, per_hour_partition: true },
    });
  });

  it('protects VPC, NAT addresses and flow logs from destruction, and lets go of them when closing', () => {
    const protectedOnes = (all: Resources): string[] =>
      Object.entries(all).flatMap(([type, named]) =>
        Object.entries(named).flatMap(([name, { lifecycle }]) => (lifecycle === undefined ? [] : [`${type}.${name}`])),
      );

    expect(protectedOnes(resources({ nat: 'single' })).sort()).toEqual([
      'aws_cloudwatch_log_group.shop_flow-log_cloudwatch',
      'aws_eip.shop_nat_a',
      'aws_vpc.shop_vpc',
    ]);
    expect(protectedOnes(resources({ nat: 'single', closing: true }))).toEqual([]);
  });

  it('leaves ids for other stacks where it has a path, and none without', () => {
    const all = resources({ parameterPath: '/lz/shop/network/shop' });

    expect(
      Object.values(all.aws_ssm_parameter ?? {})
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      '/lz/shop/network/shop/groups/app/id',
      '/lz/shop/network/shop/groups/public/id',
      '/lz/shop/network/shop/tiers/app/subnet_ids',
      '/lz/shop/network/shop/tiers/public/subnet_ids',
      '/lz/shop/network/shop/vpc_id',
    ]);
    expect(resources()).not.toHaveProperty('aws_ssm_parameter');
  });

  it('gives DHCP options of its own where asked', () => {
    const all = resources({ dhcp: { domainName: 'shop.internal', domainNameServers: ['10.0.2.10'] } });

    expect(one(all, 'aws_vpc_dhcp_options', 'shop_dhcp')).toMatchObject({
      domain_name: 'shop.internal',
      domain_name_servers: ['10.0.2.10'],
    });
    expect(resources()).not.toHaveProperty('aws_vpc_dhcp_options');
  });

  it('numbers ACL entries by what they mean: adding a flow first moves none', () => {
    const numbers = (flows: VpcProps['flows']): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(resources({ flows: flows ?? [] }).aws_network_acl_rule ?? {}).map(([name, body]) => [
          name,
          body.rule_number,
        ]),
      );
    const https = { from: 'internet', to: 'public', port: 'tcp/443', why: 'Customers' };
    const before = numbers([https]);

    expect(numbers([{ from: 'public', to: 'app', port: 'tcp/8080', why: 'Requests' }, https])).toMatchObject(before);
  });
});
