import type { Case } from '../case';
import { instance, ref, together } from '../terraform';
import { behindAcl, behindGroup, replies, street } from './exposed';

const SOURCE = 'evasion: values that nobody knows before apply';
const ACL_RULE = { network_acl_id: ref('aws_network_acl.house'), egress: false, protocol: 'tcp', from_port: 22, to_port: 22 };

/** Values that aren't in the document: never an answer either way where they could decide. */
export const unknowns: readonly Case[] = [
  {
    name: 'a block from a variable may be anything',
    source: SOURCE,
    network: behindGroup(['in tcp/22 ${var.block}', 'in tcp/443 0.0.0.0/0']),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'internet -> server tcp/443', verdict: 'proven' },
      { ask: 'internet -> server tcp/23', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a deny of a block from a variable may deny anything of its port, and nothing else',
    source: SOURCE,
    network: {
      ...behindAcl(['in 110 allow tcp/22-443 0.0.0.0/0', ...replies]),
      'aws_network_acl_rule.unknown': { ...ACL_RULE, rule_number: 100, rule_action: 'deny', cidr_block: '${var.block}' },
    },
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'internet -> server tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: 'an allow of a block from a variable behind a deny of everything allows nothing',
    source: SOURCE,
    network: {
      ...behindAcl(['in 100 deny all 0.0.0.0/0', ...replies]),
      'aws_network_acl_rule.unknown': { ...ACL_RULE, rule_number: 110, rule_action: 'allow', cidr_block: '${var.block}' },
    },
    expect: [{ ask: 'internet -> server tcp/22', verdict: 'unreachable' }],
  },
  {
    name: 'a rule that there may be none of, or several, admits maybe',
    source: SOURCE,
    network: behindGroup([], {
      'aws_vpc_security_group_ingress_rule.maybe': {
        count: '${var.block == "" ? 0 : 1}',
        security_group_id: ref('aws_security_group.server'),
        ip_protocol: 'tcp',
        from_port: 22,
        to_port: 22,
        cidr_ipv4: '0.0.0.0/0',
      },
    }),
    expect: [{ ask: 'internet -> server tcp/22', verdict: 'unknown', arrives: 'unknown' }],
  },
  {
    name: 'a list of AWS admits whom nobody can say, and a list from a variable too',
    source: SOURCE,
    network: behindGroup([], {
      'aws_vpc_security_group_ingress_rule.list': {
        security_group_id: ref('aws_security_group.server'),
        ip_protocol: 'tcp',
        from_port: 22,
        to_port: 22,
        prefix_list_id: '${var.block}',
      },
    }),
    expect: [{ ask: 'internet -> server tcp/22', verdict: 'unknown', arrives: 'unknown' }],
  },
  {
    name: 'groups of a host that a variable names let maybe everything pass',
    source: SOURCE,
    network: together(
      street,
      instance('server', 'house', [], { vpc_security_group_ids: ['${var.block}'], associate_public_ip_address: true }),
    ),
    expect: [{ ask: 'internet -> server tcp/22', verdict: 'unknown', arrives: 'unknown' }],
  },
];
