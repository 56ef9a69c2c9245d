import { assert, property, subarray } from 'fast-check';

import type { ResourceFact } from '../../../../../../policies/model/universe';
import { Template } from '../../../../../../policies/model/term';
import { computed, ref, resource, unknown } from '../../documents';
import { at, factsOf, oneOfText, ruleText } from '../../facts-text';

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const WEB = resource('aws_security_group.web', { vpc_id: ref('aws_vpc.main.id') });
const DB = resource('aws_security_group.db', { vpc_id: ref('aws_vpc.main.id') });
const DEFAULT = 'aws_vpc.main.default_security_group_id';
const HTTPS = { from_port: 443, to_port: 443 };

function ingress(name: string, body: ResourceFact['body'], place = {}): ResourceFact {
  const base = { security_group_id: ref('aws_security_group.web.id'), ip_protocol: 'tcp', ...HTTPS };
  return resource(`aws_vpc_security_group_ingress_rule.${name}`, { ...base, ...body }, place);
}

function legacy(name: string, body: ResourceFact['body']): ResourceFact {
  const base = { security_group_id: ref('aws_security_group.web.id'), type: 'ingress', protocol: 'tcp', ...HTTPS };
  return resource(`aws_security_group_rule.${name}`, { ...base, ...body });
}

function rules(resources: readonly ResourceFact[], key = 'aws_security_group.web', form?: 'plan' | 'state') {
  const group = at(factsOf([VPC, ...resources], form).groups, key);
  return { in: group.ingress.map(ruleText), out: group.egress.map(ruleText), why: group.incomplete?.why };
}

test('a group without rules admits nothing, out of it neither: the provider revokes what AWS gives', () => {
  expect(rules([WEB])).toEqual({ in: [], out: [], why: undefined });
});

test.each<[string, ResourceFact['body'], string]>([
  ['an IPv4 block', { cidr_ipv4: '10.0.0.5/08' }, '6 443-443 v4 10.0.0.0/8'],
  ['an IPv6 block', { cidr_ipv6: '2001:DB8::/32' }, '6 443-443 v6 2001:db8::/32'],
  ['a block that is not known', { cidr_ipv4: unknown() }, '6 443-443 v4 ?'],
  ['a block that cannot be read', { cidr_ipv4: '10.0.0.0/33' }, '6 443-443 v4 ?'],
  ['the block of a VPC', { cidr_ipv4: ref('aws_vpc.main.cidr_block') }, '6 443-443 v4 10.0.0.0/16'],
  ['a group', { referenced_security_group_id: ref('aws_security_group.db.id') }, '6 443-443 aws_security_group.db'],
  [
    'a group of another account',
    { referenced_security_group_id: new Template(['222222222222/', ref('aws_security_group.db.id')]) },
    '6 443-443 aws_security_group.db',
  ],
  [
    'one of two groups',
    { referenced_security_group_id: ref('aws_security_group.db.id', 'aws_security_group.web.id') },
    '6 443-443 aws_security_group.db or aws_security_group.web',
  ],
  ['a group that is not known', { referenced_security_group_id: unknown() }, '6 443-443 …'],
  [
    'the default group of a VPC',
    { referenced_security_group_id: ref('aws_vpc.main.default_security_group_id') },
    `6 443-443 ${DEFAULT}`,
  ],
  ['a list by its id', { prefix_list_id: 'pl-6da54004' }, '6 443-443 pl-6da54004'],
  ['a list that is not known', { prefix_list_id: unknown() }, '6 443-443 ?'],
  // Its id may be that of a group whose id the document does not tell.
  ['a group by its id', { referenced_security_group_id: 'sg-0123456789abcdef0' }, '6 443-443 sg-0123456789abcdef0 or …'],
])('a rule for %s is read', (_what, peer, text) => {
  expect(rules([WEB, DB, ingress('one', peer)]).in).toEqual([text]);
});

test('a group by its id is that of the state which tells it', () => {
  const db = { ...DB, body: { ...DB.body, id: 'sg-0123456789abcdef0' } };
  const web = { ...WEB, body: { ...WEB.body, id: 'sg-0fedcba9876543210' } };
  const rule = ingress('one', {
    security_group_id: 'sg-0fedcba9876543210',
    referenced_security_group_id: '222222222222/sg-0123456789abcdef0',
  });

  expect(rules([web, db, rule], 'aws_security_group.web', 'state').in).toEqual(['6 443-443 aws_security_group.db']);
});

test('a rule with several peers is several rules', () => {
  const everything = {
    cidr_blocks: ['10.0.0.0/8', '192.168.0.0/16'],
    ipv6_cidr_blocks: ['::/0'],
    prefix_list_ids: ['pl-6da54004'],
    self: true,
  };
  const texts = [
    '6 443-443 v4 10.0.0.0/8',
    '6 443-443 v4 192.168.0.0/16',
    '6 443-443 v6 ::/0',
    '6 443-443 pl-6da54004',
    '6 443-443 aws_security_group.web',
  ];
  const inline = { ...everything, protocol: 'tcp', ...HTTPS, security_groups: [] };

  expect(rules([WEB, legacy('one', everything)]).in).toEqual(texts);
  expect(rules([resource('aws_security_group.web', { vpc_id: ref('aws_vpc.main.id'), ingress: [inline] })]).in).toEqual(texts);
});

test('a rule for the list [a, b, …] admits what one rule for each of them admits', () => {
  const blocks = ['10.0.0.0/8', '10.0.0.0/24', '192.168.0.0/16', '203.0.113.7/32', '172.16.0.0/12'];
  assert(
    property(subarray(blocks, { minLength: 1 }), (chosen) => {
      const together = rules([WEB, legacy('all', { cidr_blocks: chosen })]).in;
      const apart = rules([WEB, ...chosen.map((block, n) => legacy(`n${String(n)}`, { cidr_blocks: [block] }))]).in;

      expect(together).toEqual(apart);
    }),
  );
});

test('a list that is not known admits something that is not known, of its family', () => {
  expect(rules([WEB, legacy('one', { cidr_blocks: unknown(), ipv6_cidr_blocks: [unknown()] })]).in).toEqual([
    '6 443-443 v4 ?',
    '6 443-443 v6 ?',
  ]);
});

test('an older rule goes out when it says egress, and may go both ways when that is not known', () => {
  const out = rules([WEB, legacy('one', { type: 'egress', source_security_group_id: ref('aws_security_group.web.id') })]);
  const some = rules([WEB, legacy('one', { type: unknown(), cidr_blocks: ['10.0.0.0/8'] })]);

  expect([out.in, out.out]).toEqual([[], ['6 443-443 aws_security_group.web']]);
  expect([some.in, some.out]).toEqual([['6 443-443 v4 10.0.0.0/8 maybe'], ['6 443-443 v4 10.0.0.0/8 maybe']]);
});

describe('which group a rule belongs to', () => {
  const either = ref('aws_security_group.web.id', 'aws_security_group.db.id');
  const maybe = '6 443-443 v4 10.0.0.0/8 maybe';
  const sure = '6 443-443 v4 10.0.0.0/8';

  test('one of two groups has it, the document does not say which', () => {
    const one = [WEB, DB, ingress('one', { security_group_id: either, cidr_ipv4: '10.0.0.0/8' })];

    expect([rules(one).in, rules(one, 'aws_security_group.db').in]).toEqual([[maybe], [maybe]]);
  });

  test('two alike for one of two groups each are one for each: AWS takes no rule twice', () => {
    const two = ['one', 'other'].map((name) => ingress(name, { security_group_id: either, cidr_ipv4: '10.0.0.0/8' }));

    expect([rules([WEB, DB, ...two]).in, rules([WEB, DB, ...two], 'aws_security_group.db').in]).toEqual([[sure], [sure]]);
  });

  test('two that differ are not deduced, nor are two of which there may be none', () => {
    const differ = ['10.0.0.0/8', '10.0.0.0/9'].map((block) =>
      ingress(`to${block.slice(-1)}`, { security_group_id: either, cidr_ipv4: block }),
    );
    const none = ['one', 'other'].map((name) =>
      ingress(name, { security_group_id: either, cidr_ipv4: '10.0.0.0/8' }, { repeated: unknown() }),
    );

    expect(rules([WEB, DB, ...differ]).in).toEqual([maybe, '6 443-443 v4 10.0.0.0/9 maybe']);
    expect(rules([WEB, DB, ...none]).in).toEqual([maybe, maybe]);
  });

  test('a group that is not known may be any of its account and Region', () => {
    const stray = ingress('one', { security_group_id: unknown(), cidr_ipv4: '10.0.0.0/8' });
    const far = { ...DB, region: 'us-east-1' };

    expect([rules([WEB, far, stray]).in, rules([WEB, far, stray], 'aws_security_group.db').in]).toEqual([[maybe], []]);
  });

  test('33 rules of groups that are not known leave every group incomplete instead', () => {
    const strays = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        ingress(`n${String(n)}`, { security_group_id: unknown('no idea'), cidr_ipv4: '10.0.0.0/8' }),
      );

    expect(rules([WEB, ...strays(32)]).why).toBeUndefined();
    expect(rules([WEB, ...strays(33)])).toEqual({
      in: [],
      out: [],
      why: '33 resources may belong here, net:aws_vpc_security_group_ingress_rule.n0 the first: no idea',
    });
  });
});

describe('rules inside a group', () => {
  const inline = { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'], description: '', self: false };

  test('that nobody wrote and a plan does not know yet are none; unknown ones may be any', () => {
    const group = (egress: ReturnType<typeof unknown>) => resource('aws_security_group.web', { vpc_id: 'vpc-1', egress });

    expect(rules([group(computed())], 'aws_security_group.web', 'plan')).toEqual({ in: [], out: [], why: undefined });
    expect(rules([group(unknown('made by a loop'))]).why).toBe('made by a loop');
  });

  test('take out those beside them when they run: they may be there or not, and in a state they are', () => {
    const group = resource('aws_security_group.web', { vpc_id: ref('aws_vpc.main.id'), ingress: [], egress: [inline] });
    const rule = ingress('one', { cidr_ipv4: '10.0.0.0/8' });

    expect(rules([group, rule])).toEqual({ in: ['6 443-443 v4 10.0.0.0/8 maybe'], out: ['all v4 0.0.0.0/0'], why: undefined });
    expect(rules([group, rule], 'aws_security_group.web', 'state').in).toEqual(['6 443-443 v4 10.0.0.0/8']);
  });

  test('made by a dynamic block are not known', () => {
    const group = resource('aws_security_group.web', { vpc_id: 'vpc-1', dynamic: { ingress: { for_each: unknown() } } });

    expect(rules([group]).why).toBe('blocks of ingress are made by a dynamic block');
  });
});

describe("AWS's default group", () => {
  test('admits itself, and everything out, where nobody took it over', () => {
    expect(rules([], DEFAULT)).toEqual({ in: [`all ${DEFAULT}`], out: ['all v4 0.0.0.0/0', 'all v6 ::/0'], why: undefined });
  });

  test('admits what others add besides', () => {
    const rule = ingress('one', { security_group_id: ref(DEFAULT), cidr_ipv4: '0.0.0.0/0' });

    expect(rules([rule], DEFAULT).in).toEqual(['6 443-443 v4 0.0.0.0/0', `all ${DEFAULT}`]);
  });

  test('has the rules of the resource that takes it over, and goes by its name', () => {
    const own = resource('aws_default_security_group.own', { vpc_id: ref('aws_vpc.main.id') });
    const facts = factsOf([VPC, own]);

    expect(rules([own], 'aws_default_security_group.own')).toEqual({ in: [], out: [], why: undefined });
    expect(at(facts.vpcs, 'aws_vpc.main').defaultGroup).toBe('net:aws_default_security_group.own');
    expect(oneOfText(at(facts.groups, 'aws_default_security_group.own').vpc)).toBe('aws_vpc.main');
  });

  test('is in doubt where a resource takes over one that is not known', () => {
    const own = resource('aws_default_security_group.own', { vpc_id: unknown('no idea') });

    expect(rules([own], DEFAULT).why).toBe('net:aws_default_security_group.own may take it over: no idea');
  });
});

test('a group may be used in VPCs that it is associated with', () => {
  const other = resource('aws_vpc.other', { cidr_block: '10.1.0.0/16' });
  const association = resource('aws_vpc_security_group_vpc_association.web', {
    security_group_id: ref('aws_security_group.web.id'),
    vpc_id: ref('aws_vpc.other.id'),
  });
  const group = at(factsOf([VPC, other, WEB, association]).groups, 'aws_security_group.web');

  expect([oneOfText(group.vpc), group.alsoIn?.map(oneOfText)]).toEqual(['aws_vpc.main', ['aws_vpc.other']]);
});

test('a group that is only named lies outside, and its rules are missing', () => {
  const rule = ingress('one', { security_group_id: 'sg-0aaa', referenced_security_group_id: 'sg-0bbb' });
  const { groups } = factsOf([VPC, rule]);

  expect(['sg-0aaa', 'sg-0bbb'].map((key) => at(groups, key).incomplete?.why)).toEqual([
    'the group lies outside of the documents',
    'the group lies outside of the documents',
  ]);
});

test('the description of a rule is kept', () => {
  const rule = ingress('one', { cidr_ipv4: '10.0.0.0/8', description: 'Visitors' });

  expect(at(factsOf([VPC, WEB, rule]).groups, 'aws_security_group.web').ingress[0]?.description).toBe('Visitors');
});
