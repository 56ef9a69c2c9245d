import { readShown } from '../../../../policies/model/shown';
import { describedRules } from '../../../../policies/rules/network/described-rules';
import { linesOf } from '../rule-fixture';
import { found, ref } from './network-rules';

const rule = (description?: string): object => ({
  security_group_id: ref('aws_security_group.app'),
  cidr_ipv4: '10.0.0.0/8',
  ip_protocol: 'tcp',
  from_port: 443,
  to_port: 443,
  ...(description === undefined ? {} : { description }),
});
const inline = (description?: string): object => ({
  protocol: '-1',
  from_port: 0,
  to_port: 0,
  cidr_blocks: ['10.0.0.0/8'],
  ...(description === undefined ? {} : { description }),
});
const described = (description: string): readonly string[] =>
  found(describedRules, { 'aws_vpc_security_group_egress_rule.one': rule(description) });

describe('network/described-rules', () => {
  it('takes 255 characters, and finds 256', () => {
    expect(described('a'.repeat(255))).toEqual([]);
    expect(described('a'.repeat(256))).toEqual([
      `violated aws_vpc_security_group_egress_rule.one: the reason is longer than 255 characters, got 256 characters, "${'a'.repeat(40)}…"`,
    ]);
  });

  it('takes every character that AWS takes', () => {
    expect(described('aZ09 ._-:/()#,@[]+=;{}!$*')).toEqual([]);
  });

  it.each(["'", '&', 'ü', '"', '\n', '<'])('finds %j, which AWS refuses', (character) => {
    expect(described(`The offices ${character}`)).toEqual([
      `violated aws_vpc_security_group_egress_rule.one: the reason has characters that AWS refuses in a description, got ${JSON.stringify(character)}`,
    ]);
  });

  it('finds such a character beside what only apply tells', () => {
    expect(described('Köln ${var.x}')).toEqual([
      'violated aws_vpc_security_group_egress_rule.one: the reason has characters that AWS refuses in a description, got "ö"',
    ]);
  });

  it('finds rules of the older kind', () => {
    const legacy = {
      type: 'ingress',
      security_group_id: ref('aws_security_group.app'),
      protocol: '-1',
      from_port: 0,
      to_port: 0,
    };

    expect(found(describedRules, { 'aws_security_group_rule.one': legacy })).toEqual([
      'violated aws_security_group_rule.one: the rule has no description',
    ]);
    expect(found(describedRules, { 'aws_security_group_rule.one': { ...legacy, description: 'Why' } })).toEqual([]);
  });

  it('finds rules inside groups, default groups included, by their direction and place', () => {
    const groups = {
      'aws_security_group.app': { ingress: [inline('Why'), inline()], egress: inline('') },
      'aws_default_security_group.main': { egress: [inline()] },
    };

    expect(found(describedRules, groups)).toEqual([
      'violated aws_default_security_group.main: egress rule 1 has no description',
      'violated aws_security_group.app: egress rule 1 has no description',
      'violated aws_security_group.app: ingress rule 2 has no description',
    ]);
  });

  it('can not tell what rules of a dynamic block say', () => {
    const dynamic = { ingress: { for_each: '${var.rules}', content: { description: '${ingress.value}' } } };

    expect(found(describedRules, { 'aws_security_group.app': { dynamic } })).toEqual([
      'unknown aws_security_group.app: what its ingress rules say is not known (its blocks are generated: dynamic "ingress")',
    ]);
  });

  it('judges a rule of its own once in a state, which shows it inside the group as well', () => {
    const resource = (type: string, name: string, values: object): object => ({
      address: `${type}.${name}`,
      mode: 'managed',
      type,
      name,
      provider_name: 'registry.terraform.io/hashicorp/aws',
      schema_version: 1,
      values,
    });
    const id = 'sg-0123456789abcdef0';
    const root = {
      format_version: '1.0',
      values: {
        root_module: {
          resources: [
            resource('aws_security_group', 'app', { id, ingress: [inline('')], egress: [] }),
            resource('aws_security_group_rule', 'one', {
              id: 'sgrule-1',
              security_group_id: id,
              type: 'ingress',
              description: '',
            }),
          ],
        },
      },
    };
    const state = readShown('dev', JSON.parse(JSON.stringify(root)) as Parameters<typeof readShown>[1]);

    expect(linesOf(describedRules, { stacks: [state] })).toEqual([
      'violated aws_security_group_rule.one: the rule has no description',
    ]);
  });
});
