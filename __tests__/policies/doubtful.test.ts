import { judge, structure } from '../../policies';
import type { Json } from '../../policies/model/universe';
import { documentsOf } from './universe';

type Bodies = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** What the rules say of resources of one type, beside an ACL, a group and two VPCs. */
function findings(type: string, bodies: Bodies, provider: Json = {}): readonly string[] {
  const resource = {
    aws_network_acl: { app: {} },
    aws_security_group: { app: {} },
    aws_vpc: { a: {}, b: {} },
    [type]: bodies,
  };
  const stacks = documentsOf({ dev: { terraform: { backend: {} }, provider, resource } });
  return judge({ stacks }, structure).findings.map(
    ({ verdict, rule, address = '', problem }) => `${verdict} ${rule} ${address}: ${problem}`,
  );
}

const times = (count: number, name: string, body: Readonly<Record<string, Json>>): Bodies =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${name}${String(n + 1)}`, body]));

describe('entries of an ACL that is not known', () => {
  const known = { network_acl_id: '${aws_network_acl.app.id}', cidr_block: '10.0.0.0/8' };
  const open = { network_acl_id: '${var.acl}', cidr_block: '10.0.0.0/8' };

  it('may belong to one that is: 18 and 1 are within the quota, 18 and 2 maybe not', () => {
    expect(findings('aws_network_acl_rule', { ...times(18, 'a', known), ...times(1, 'b', open) })).toEqual([]);
    expect(findings('aws_network_acl_rule', { ...times(18, 'a', known), ...times(2, 'b', open) })).toEqual([
      'unknown network/acl-quota aws_network_acl_rule.a18: 20 entries and the default deny are more than the quota of 20, if they all belong together',
    ]);
  });

  it('may belong together: 19 are within the quota, 20 maybe not', () => {
    expect(findings('aws_network_acl_rule', times(19, 'b', open))).toEqual([]);
    expect(findings('aws_network_acl_rule', times(20, 'b', open))).toEqual([
      'unknown network/acl-quota aws_network_acl_rule.b20: 20 entries and the default deny are more than the quota of 20, if they all belong together',
    ]);
  });

  it('count in both directions where theirs is not known', () => {
    const either = { ...known, egress: '${var.out}' };

    expect(findings('aws_network_acl_rule', { ...times(19, 'a', known), ...times(1, 'b', either) })).toEqual([
      'violated network/acl-quota aws_network_acl_rule.b1: 20 entries and the default deny are more than the quota of 20',
    ]);
  });

  it('may be any number where their count is not known', () => {
    expect(findings('aws_network_acl_rule', times(1, 'a', { ...known, count: '${var.n}' }))).toEqual([
      "unknown network/acl-quota aws_network_acl_rule.a1: how many there are isn't known: count is not known (it is set from outside: ${var.n})",
    ]);
  });
});

describe('a description', () => {
  const rule = (description: Json): Bodies => ({
    r: { security_group_id: '${aws_security_group.app.id}', cidr_ipv4: '10.0.0.0/8', description },
  });

  it('with some text in it says something', () => {
    expect(findings('aws_vpc_security_group_ingress_rule', rule('From ${var.x}'))).toEqual([]);
  });

  it.each([
    ['${var.x}', 'not known (it is set from outside: ${var.x})'],
    [' ${aws_vpc.a.id}', '" <dev:aws_vpc.a.id>"'],
  ])('of %s alone may say nothing', (description, shown) => {
    expect(findings('aws_vpc_security_group_ingress_rule', rule(description))).toEqual([
      `unknown network/described-rules aws_vpc_security_group_ingress_rule.r: its description is ${shown}`,
    ]);
  });
});

describe('a subnet of a VPC that is not known', () => {
  const subnet = (vpc: string, cidr_block: string, rest: Readonly<Record<string, Json>> = {}): Bodies[string] => ({
    vpc_id: `\${${vpc}}`,
    cidr_block,
    ...rest,
  });

  it('may overlap every other one', () => {
    const bodies = { x: subnet('aws_vpc.a.id', '10.0.0.0/24'), y: subnet('var.vpc', '10.0.0.0/25') };

    expect(findings('aws_subnet', bodies)).toEqual([
      'unknown network/disjoint-subnets aws_subnet.y: 10.0.0.0/25 overlaps aws_subnet.x at 10.0.0.0/24, if both are in one VPC',
    ]);
  });

  it('is told once of two', () => {
    const bodies = { x: subnet('var.vpc', '10.0.0.0/24'), y: subnet('var.vpc', '10.0.0.0/25') };

    expect(findings('aws_subnet', bodies)).toEqual([
      'unknown network/disjoint-subnets aws_subnet.y: 10.0.0.0/25 overlaps aws_subnet.x at 10.0.0.0/24, if both are in one VPC',
    ]);
  });

  it('overlaps none of another Region', () => {
    const provider = [{ aws: { region: 'eu-west-1' } }, { aws: { alias: 'x', region: 'eu-west-2' } }];
    const bodies = { x: subnet('aws_vpc.a.id', '10.0.0.0/24'), y: subnet('var.vpc', '10.0.0.0/25', { provider: 'aws.x' }) };

    expect(findings('aws_subnet', bodies, provider)).toEqual([]);
  });
});

describe('what is only looked up', () => {
  it('is judged by no rule', () => {
    const stacks = documentsOf({
      dev: {
        terraform: { backend: {} },
        data: { aws_subnet: { a: { cidr_block: '${var.x}' } } },
        resource: { aws_vpc: { a: {} } },
      },
    });

    expect(judge({ stacks }, structure)).toMatchObject({ resources: 1, findings: [] });
  });
});
