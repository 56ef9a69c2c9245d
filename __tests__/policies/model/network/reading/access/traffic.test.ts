import type { Term } from '../../../../../../policies/model/term';
import { resource, ref, unknown } from '../../documents';
import { at, factsOf, trafficText } from '../../facts-text';

type Body = Readonly<Record<string, Term>>;

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });

function inSeparateRule(body: Body): string {
  const facts = factsOf([
    VPC,
    resource('aws_security_group.web', { vpc_id: ref('aws_vpc.main.id') }),
    resource('aws_vpc_security_group_ingress_rule.web', {
      security_group_id: ref('aws_security_group.web.id'),
      cidr_ipv4: '10.0.0.0/8',
      ...body,
    }),
  ]);
  return at(facts.groups, 'aws_security_group.web')
    .ingress.map(({ traffic }) => trafficText(traffic))
    .join();
}

function inEntry(body: Body): string {
  const facts = factsOf([
    VPC,
    resource('aws_network_acl.web', { vpc_id: ref('aws_vpc.main.id') }),
    resource('aws_network_acl_rule.web', {
      network_acl_id: ref('aws_network_acl.web.id'),
      rule_number: 100,
      rule_action: 'allow',
      cidr_block: '10.0.0.0/8',
      ...body,
    }),
  ]);
  return at(facts.acls, 'aws_network_acl.web')
    .in.map(({ traffic }) => trafficText(traffic))
    .join();
}

describe('a rule of a security group', () => {
  test.each<[Body, string]>([
    [{ ip_protocol: '-1' }, 'all'],
    [{ ip_protocol: 'all' }, 'all'],
    [{ ip_protocol: '-1', from_port: 443, to_port: 443 }, 'all'],
    [{ ip_protocol: 'tcp', from_port: 443, to_port: 443 }, '6 443-443'],
    [{ ip_protocol: 'TCP', from_port: '8000', to_port: '8100' }, '6 8000-8100'],
    [{ ip_protocol: 6, from_port: 0, to_port: 65535 }, '6 0-65535'],
    [{ ip_protocol: 'udp', from_port: 53, to_port: 53 }, '17 53-53'],
    [{ ip_protocol: 'tcp' }, '?'],
    [{ ip_protocol: 'tcp', from_port: 443 }, '?'],
    [{ ip_protocol: 'tcp', from_port: 443, to_port: 80 }, '?'],
    [{ ip_protocol: 'tcp', from_port: 0, to_port: 65536 }, '?'],
    [{ ip_protocol: 'tcp', from_port: -1, to_port: -1 }, '?'],
    [{ ip_protocol: 'icmp', from_port: -1, to_port: -1 }, '1 * *'],
    [{ ip_protocol: 'icmp', from_port: 8, to_port: -1 }, '1 8 *'],
    [{ ip_protocol: '1', from_port: 3, to_port: 4 }, '1 3 4'],
    [{ ip_protocol: 'icmp' }, '?'],
    [{ ip_protocol: 'icmp', from_port: 8 }, '?'],
    [{ ip_protocol: 'icmp', from_port: 256, to_port: 0 }, '?'],
    [{ ip_protocol: 'icmpv6', from_port: 128, to_port: 0 }, '58 128 0'],
    [{ ip_protocol: '58', from_port: 2, to_port: 0 }, '58 2 0'],
    [{ ip_protocol: '50' }, 'proto 50'],
    [{ ip_protocol: 'gre', from_port: 1, to_port: 2 }, 'proto 47'],
    [{ ip_protocol: '256' }, '?'],
    [{ ip_protocol: 'smtp' }, '?'],
    [{ ip_protocol: unknown() }, '?'],
    [{ ip_protocol: 'tcp', from_port: unknown(), to_port: 443 }, '?'],
    [{}, '?'],
  ])('%j is about %s', (body, text) => {
    expect(inSeparateRule(body)).toBe(text);
  });
});

describe('an entry of a network ACL', () => {
  test.each<[Body, string]>([
    [{ protocol: '-1' }, 'all'],
    [{ protocol: '-1', from_port: 22, to_port: 22 }, 'all'],
    [{ protocol: 'all' }, 'all'],
    [{ protocol: 'tcp', from_port: 1024, to_port: 65535 }, '6 1024-65535'],
    [{ protocol: '17', from_port: 53, to_port: 53 }, '17 53-53'],
    // What isn't written the provider sends as 0.
    [{ protocol: 'tcp' }, '6 0-0'],
    [{ protocol: 'icmp' }, '1 0 0'],
    [{ protocol: '1', icmp_type: 3, icmp_code: 4 }, '1 3 4'],
    [{ protocol: '1', icmp_type: 8 }, '1 8 0'],
    [{ protocol: '1', icmp_type: -1, icmp_code: -1 }, '1 * *'],
    [{ protocol: '1', icmp_type: 8, icmp_code: '-1' }, '1 8 *'],
    [{ protocol: '58', icmp_type: 2, icmp_code: 0 }, '58 2 0'],
    [{ protocol: '50', from_port: 22, to_port: 22 }, 'proto 50'],
    [{ protocol: 'tcp', from_port: 80, to_port: 79 }, '?'],
    [{ protocol: unknown() }, '?'],
  ])('%j is about %s', (body, text) => {
    expect(inEntry(body)).toBe(text);
  });
});
