import type { Intent } from '../../../../modules/core/intent';
import { ec2Endpoint } from '../../../../policies/rules/network/ec2-endpoint';
import { unusedEndpoint } from '../../../../policies/rules/network/unused-endpoint';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { found, ref } from './network-rules';

const vpc = { 'aws_vpc.main': { cidr_block: '10.0.0.0/16' } };
const subnet = { 'aws_subnet.app': { vpc_id: ref('aws_vpc.main'), cidr_block: '10.0.0.0/24' } };
const endpoint = (service: string, more: object = {}): Record<string, object> => ({
  'aws_vpc_endpoint.one': {
    vpc_id: ref('aws_vpc.main'),
    service_name: `com.amazonaws.eu-west-1.${service}`,
    vpc_endpoint_type: 'Interface',
    subnet_ids: [ref('aws_subnet.app')],
    ...more,
  },
});
const group = (rules: readonly object[] = []): Record<string, object> => ({
  'aws_security_group.endpoint': { vpc_id: ref('aws_vpc.main'), ingress: rules },
});
const https = { protocol: 'tcp', from_port: 443, to_port: 443, cidr_blocks: ['10.0.0.0/16'] };
const carrying = { security_group_ids: [ref('aws_security_group.endpoint')] };

describe('network/ec2-endpoint', () => {
  it('takes an endpoint for ec2, and none for ec2messages', () => {
    expect(found(ec2Endpoint, { ...vpc, ...endpoint('ec2') })).toEqual([]);
    expect(found(ec2Endpoint, { ...vpc, ...endpoint('ec2messages') })).toEqual([
      'violated aws_vpc.main: calls of the EC2 API leave it by the internet, since it has no endpoint for them',
    ]);
  });

  it('can not tell what an endpoint from a variable is for', () => {
    expect(found(ec2Endpoint, { ...vpc, ...endpoint('ec2', { service_name: '${var.service}' }) })).toEqual([
      "unknown aws_vpc.main: whether it has an endpoint for EC2 isn't known: it has an endpoint, and it is set from outside: ${var.service}",
    ]);
  });

  it('can not tell whose an endpoint in a VPC from a variable is', () => {
    expect(found(ec2Endpoint, { ...vpc, ...endpoint('ec2', { vpc_id: '${var.vpc}' }) })).toEqual([
      "unknown aws_vpc.main: whether it has an endpoint for EC2 isn't known: dev:aws_vpc_endpoint.one may belong to it",
    ]);
  });
});

describe('network/unused-endpoint', () => {
  it('takes an endpoint whose group lets somebody in', () => {
    expect(found(unusedEndpoint, { ...vpc, ...subnet, ...group([https]), ...endpoint('ssm', carrying) })).toEqual([]);
  });

  it('finds one whose group lets in nobody', () => {
    expect(found(unusedEndpoint, { ...vpc, ...subnet, ...group(), ...endpoint('ssm', carrying) })).toEqual([
      'violated aws_vpc_endpoint.one: its groups let in nobody',
    ]);
  });

  it('takes one in the default group, which lets in its members', () => {
    expect(found(unusedEndpoint, { ...vpc, ...subnet, ...endpoint('ssm') })).toEqual([]);
  });

  it('can not tell of groups from a variable', () => {
    expect(found(unusedEndpoint, { ...vpc, ...subnet, ...endpoint('ssm', { security_group_ids: '${var.groups}' }) })).toEqual([
      "unknown aws_vpc_endpoint.one: whether its groups let in anybody isn't known: it is set from outside: ${var.groups}",
    ]);
  });

  it('can not tell of rules that there may be none of', () => {
    const maybe = {
      'aws_vpc_security_group_ingress_rule.maybe': {
        count: '${var.n}',
        security_group_id: ref('aws_security_group.endpoint'),
        cidr_ipv4: '10.0.0.0/16',
        ip_protocol: '-1',
      },
    };
    const bare = { 'aws_security_group.endpoint': { vpc_id: ref('aws_vpc.main') } };

    expect(found(unusedEndpoint, { ...vpc, ...subnet, ...bare, ...maybe, ...endpoint('ssm', carrying) })).toEqual([
      "unknown aws_vpc_endpoint.one: whether its groups let in anybody isn't known: aws_vpc_security_group_ingress_rule.maybe may be a rule of its group",
    ]);
  });

  it('finds a gateway endpoint that no table leads to, and takes one that a table or an association names', () => {
    const gateway = endpoint('s3', { vpc_endpoint_type: 'Gateway', subnet_ids: undefined });
    const table = { 'aws_route_table.app': { vpc_id: ref('aws_vpc.main') } };
    const associated = {
      'aws_vpc_endpoint_route_table_association.app': {
        vpc_endpoint_id: ref('aws_vpc_endpoint.one'),
        route_table_id: ref('aws_route_table.app'),
      },
    };

    expect(found(unusedEndpoint, { ...vpc, ...table, ...gateway })).toEqual([
      'violated aws_vpc_endpoint.one: no route table leads to it',
    ]);
    expect(found(unusedEndpoint, { ...vpc, ...table, ...gateway, ...associated })).toEqual([]);
  });

  describe('of a configuration', () => {
    const judged = (to: string): readonly string[] => {
      const network = 'dev/eu-west-1/shop';
      const intent = {
        networks: [
          { network, stack: 'dev', endpoints: [{ service: 'ssm', address: 'aws_vpc_endpoint.one' }], tiers: [], onPremises: [] },
        ],
        flows: [{ network, from: 'app', to, port: 'tcp/443' }],
      } as unknown as Intent;
      return linesOf(unusedEndpoint, { ...universeOf({ ...vpc, ...subnet, ...group(), ...endpoint('ssm', carrying) }), intent });
    };

    it('takes an endpoint that a flow names', () => {
      expect(judged('endpoint:ssm')).toEqual([]);
    });

    it('finds one that no flow names', () => {
      expect(judged('endpoint:kms')).toEqual(['violated aws_vpc_endpoint.one: no flow names it']);
    });
  });
});
