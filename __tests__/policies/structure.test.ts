import { judge, renderFinding, structure } from '../../policies';
import { universeOf } from './universe';

const times = (count: number, make: (n: number) => readonly [string, object]): Record<string, object> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => make(n + 1)));

const aclRule = (n: number, body: object): readonly [string, object] => [
  `aws_network_acl_rule.r${String(n)}`,
  { network_acl_id: '${aws_network_acl.app.id}', egress: false, rule_number: n, ...body },
];
const groupRule = (n: number, body: object): readonly [string, object] => [
  `aws_vpc_security_group_ingress_rule.r${String(n)}`,
  { security_group_id: '${aws_security_group.app.id}', description: 'Why', ...body },
];
const subnet = (cidr: unknown): object => ({ vpc_id: '${aws_vpc.shop.id}', cidr_block: cidr });

/** What the resources of the cases belong to. */
const ground = {
  'aws_network_acl.app': {},
  'aws_security_group.app': {},
  'aws_security_group.alb': {},
  'aws_vpc.shop': { cidr_block: '10.0.0.0/16', assign_generated_ipv6_cidr_block: true },
};

/** What the rules say, as `<verdict> <rule> <address>: <problem>`. */
function findings(resources: Readonly<Record<string, object>>, terraform?: object): string[] {
  return judge(universeOf({ ...ground, ...resources }, terraform), structure).findings.map(
    ({ verdict, rule, stack, address = stack, problem }) => `${verdict} ${rule} ${address}: ${problem}`,
  );
}

describe('network/acl-quota', () => {
  it('takes 19 entries of each direction and family beside the default deny', () => {
    const v4 = times(19, (n) => aclRule(n, { cidr_block: '10.0.0.0/8' }));
    const v6 = times(19, (n) => aclRule(n + 100, { ipv6_cidr_block: '::/0' }));
    const out = times(19, (n) => aclRule(n + 200, { cidr_block: '10.0.0.0/8', egress: true }));

    expect(findings({ ...v4, ...v6, ...out })).toEqual([]);
  });

  it('finds the 20th', () => {
    expect(findings(times(20, (n) => aclRule(n, { cidr_block: '10.0.0.0/8' })))).toEqual([
      'violated network/acl-quota aws_network_acl_rule.r20: 20 entries and the default deny are more than the quota of 20',
    ]);
  });
});

describe('network/group-rule-quota', () => {
  it('takes 60 rules of each family', () => {
    const v4 = times(60, (n) => groupRule(n, { cidr_ipv4: '10.0.0.0/8' }));
    const v6 = times(60, (n) => groupRule(n + 100, { cidr_ipv6: '::/0' }));

    expect(findings({ ...v4, ...v6 })).toEqual([]);
  });

  it('finds the 61st, since a peer by group counts in both families', () => {
    const v4 = times(60, (n) => groupRule(n, { cidr_ipv4: '10.0.0.0/8' }));
    const group = Object.fromEntries([groupRule(99, { referenced_security_group_id: '${aws_security_group.alb.id}' })]);

    expect(findings({ ...v4, ...group })).toEqual([
      'violated network/group-rule-quota aws_vpc_security_group_ingress_rule.r99: 61 rules are more than the quota of 60 per direction and family',
    ]);
  });
});

describe('network/described-rules', () => {
  it.each([undefined, '', '  '])('finds a rule whose description is %j', (description) => {
    expect(findings(Object.fromEntries([groupRule(1, { cidr_ipv4: '10.0.0.0/8', description })]))).toEqual([
      'violated network/described-rules aws_vpc_security_group_ingress_rule.r1: the rule has no description',
    ]);
  });

  it('takes one with a reason', () => {
    expect(findings(Object.fromEntries([groupRule(1, { cidr_ipv4: '10.0.0.0/8' })]))).toEqual([]);
  });
});

describe('network/literal-addresses', () => {
  it.each(['10.0.0.0/24', '${cidrsubnet(aws_vpc.shop.ipv6_cidr_block, 8, 5)}'])('takes %s', (cidr) => {
    expect(findings({ 'aws_subnet.a': subnet(cidr) })).toEqual([]);
  });

  it.each([
    [
      '10.0.0.1/24',
      'violated network/literal-addresses aws_subnet.a: cidr_block "10.0.0.1/24": the address has bits set behind its mask',
    ],
    [
      '10.0.0.0/08',
      'violated network/literal-addresses aws_subnet.a: cidr_block "10.0.0.0/08": the mask must be a number from 0 to 32 without leading zeros',
    ],
    [
      '${var.cidr}',
      "unknown network/literal-addresses aws_subnet.a: cidr_block isn't known: it is set from outside: ${var.cidr}",
    ],
    [
      '${aws_vpc.shop.ipv6_cidr_block}',
      'unknown network/literal-addresses aws_subnet.a: cidr_block is known only after apply: dev:aws_vpc.shop.ipv6_cidr_block',
    ],
    [
      '${cidrsubnet(aws_vpc.shop.ipv6_cidr_block, var.bits, 5)}',
      "unknown network/literal-addresses aws_subnet.a: cidr_block isn't known: the expression isn't evaluated: ${cidrsubnet(aws_vpc.shop.ipv6_cidr_block, var.bits, 5)}",
    ],
    [42, 'unknown network/literal-addresses aws_subnet.a: cidr_block is no text: 42'],
  ])('finds %s', (cidr, finding) => {
    expect(findings({ 'aws_subnet.a': subnet(cidr) })).toEqual([finding]);
  });
});

describe('network/disjoint-subnets', () => {
  it('takes neighbours', () => {
    expect(findings({ 'aws_subnet.a': subnet('10.0.0.0/25'), 'aws_subnet.b': subnet('10.0.0.128/25') })).toEqual([]);
  });

  it('finds a subnet inside another one, whatever their order', () => {
    const found = ['violated network/disjoint-subnets aws_subnet.b: 10.0.0.128/25 overlaps aws_subnet.a at 10.0.0.0/24'];

    expect(findings({ 'aws_subnet.a': subnet('10.0.0.0/24'), 'aws_subnet.b': subnet('10.0.0.128/25') })).toEqual(found);
    expect(findings({ 'aws_subnet.b': subnet('10.0.0.128/25'), 'aws_subnet.a': subnet('10.0.0.0/24') })).toEqual(found);
  });

  it('finds one behind a small neighbour, in a wide block that began before it', () => {
    expect(
      findings({
        'aws_subnet.wide': subnet('10.0.0.0/16'),
        'aws_subnet.small': subnet('10.0.1.0/24'),
        'aws_subnet.late': subnet('10.0.9.0/24'),
      }),
    ).toEqual([
      'violated network/disjoint-subnets aws_subnet.late: 10.0.9.0/24 overlaps aws_subnet.wide at 10.0.0.0/16',
      'violated network/disjoint-subnets aws_subnet.small: 10.0.1.0/24 overlaps aws_subnet.wide at 10.0.0.0/16',
    ]);
  });

  it('says nothing of two VPCs', () => {
    expect(
      findings({ 'aws_subnet.a': subnet('10.0.0.0/24'), 'aws_subnet.b': { ...subnet('10.0.0.0/24'), vpc_id: 'vpc-2' } }),
    ).toEqual([]);
  });
});

describe('terraform/declared-backend', () => {
  it.each([
    { backend: { local: { path: '../state/x' } } },
    { backend: { s3: { bucket: 'b' } } },
    { cloud: { organization: 'acme' } },
  ])('takes %j', (terraform) => {
    expect(findings({}, terraform)).toEqual([]);
  });

  it.each([
    [{}, 'violated terraform/declared-backend dev: the stack declares no backend'],
    [
      { backend: { local: { path: '/home/me/x' } } },
      "violated terraform/declared-backend dev: the state's path is absolute: /home/me/x",
    ],
    [{ backend: { local: { path: 'C:\\x' } } }, "violated terraform/declared-backend dev: the state's path is absolute: C:\\x"],
  ])('finds %j', (terraform, finding) => {
    expect(findings({}, terraform)).toEqual([finding]);
  });
});

describe('a finding', () => {
  it('says where, by whom, what and how it is mended', () => {
    const { findings: found } = judge(
      universeOf({ 'aws_subnet.a': { ...subnet('10.0.0.1/24'), '//': { metadata: { path: 'dev/shop/a' } } } }),
      structure,
    );

    expect(found.map(renderFinding)).toEqual([
      [
        'error network/literal-addresses  dev:aws_subnet.a',
        '    made by  dev/shop/a',
        '    problem  cidr_block "10.0.0.1/24": the address has bits set behind its mask',
        '    fix      compute the address in code and write it as a literal block',
        '    accept   - { rule: network/literal-addresses, scope: "dev:aws_subnet.a", reason: "", until: "" }',
      ].join('\n'),
    ]);
  });
});
