import type { Json } from '../../../../../policies/model/universe';
import { read, to } from './expressions';

/** The group that a rule of a map has as its source, where this is known of it. */
function sourceOf(known: Readonly<Record<string, Json>>): unknown {
  const group = { address: 'aws_security_group.a', unknown: { id: true } };
  const rule = { address: 'aws_security_group_rule.r["web"]', known, unknown: { source_security_group_id: true } };
  return read(rule.address, 'source_security_group_id', [group, rule], {
    written: { 'aws_security_group_rule.r': { source_security_group_id: to('each.value.source') } },
    forEach: { 'aws_security_group_rule.r': to('aws_security_group.a.id') },
  });
}

test.each<[string, Readonly<Record<string, Json>>]>([
  ['blocks', { cidr_blocks: ['10.0.0.0/8'] }],
  ['blocks of IPv6', { ipv6_cidr_blocks: ['::/0'] }],
  ['its own group', { self: true }],
])('of rules of one map, each.value.source is none for one that admits %s', (_, known) => {
  expect(sourceOf(known)).toBe('computed');
});

test.each<[string, Readonly<Record<string, Json>>]>([
  ['no blocks', { cidr_blocks: null, ipv6_cidr_blocks: [], self: false }],
  ['prefix lists, which may stand beside a group', { prefix_list_ids: ['pl-0123456789abcdef0'] }],
])('it is the group that the map names for one that admits %s', (_, known) => {
  expect(sourceOf(known)).toBe('-> aws_security_group.a.id');
});
