import { aclAdminPorts } from '../../../../policies/rules/exposure/acl-admin-ports';
import { acl, aclEntry, subnet, together, universeOf, vpc } from '../../reachability/cases/terraform';
import { linesOf } from '../rule-fixture';

const house = (lines: readonly string[]): Parameters<typeof universeOf>[0] =>
  together(vpc('main', '10.0.0.0/16'), subnet('house', 'main', '10.0.0.0/24', { acl: 'house' }), acl('house', 'main', lines));
const found = (resources: Parameters<typeof universeOf>[0]): readonly string[] => linesOf(aclAdminPorts, universeOf(resources));
const entry = (port: string): string =>
  `violated aws_network_acl_rule.house_in_100: lets the internet in to ${port} of aws_subnet.house`;

describe('exposure/acl-admin-ports', () => {
  it("finds AWS's own default ACL on the VPC, where a subnet has it", () => {
    const bare = together(vpc('main', '10.0.0.0/16'), subnet('a', 'main', '10.0.0.0/24'));

    expect(found(bare)).toEqual([
      'violated aws_vpc.main: its default network ACL lets the internet in to tcp/22, tcp/3389, udp/22, udp/3389 of aws_subnet.a',
    ]);
    expect(found(vpc('main', '10.0.0.0/16'))).toEqual([]);
  });

  it('is unsure of the default ACL where each subnet may have another one', () => {
    const other = { vpc_id: '${aws_vpc.main.id}', subnet_ids: '${var.all ? [aws_subnet.a.id] : []}' };
    const both = together(vpc('main', '10.0.0.0/16'), subnet('a', 'main', '10.0.0.0/24'), { 'aws_network_acl.own': other });

    expect(found(both)).toEqual([
      'unknown aws_vpc.main: its default network ACL may let the internet in to tcp/22, tcp/3389, udp/22, udp/3389 of aws_subnet.a',
    ]);
  });

  it('takes a default ACL that somebody took over and gave no entry', () => {
    const taken = {
      'aws_default_network_acl.main': { default_network_acl_id: '${aws_vpc.main.default_network_acl_id}' },
    };

    expect(found(together(vpc('main', '10.0.0.0/16'), subnet('a', 'main', '10.0.0.0/24'), taken))).toEqual([]);
  });

  it('finds one that somebody took over and opened, entries inside', () => {
    const taken = {
      'aws_default_network_acl.main': {
        default_network_acl_id: '${aws_vpc.main.default_network_acl_id}',
        ingress: [{ rule_no: 100, action: 'allow', protocol: '-1', from_port: 0, to_port: 0, cidr_block: '0.0.0.0/0' }],
      },
    };

    expect(found(together(vpc('main', '10.0.0.0/16'), subnet('a', 'main', '10.0.0.0/24'), taken))).toEqual([
      'violated aws_default_network_acl.main: lets the internet in to tcp/22, tcp/3389, udp/22, udp/3389 of aws_subnet.a',
    ]);
  });

  it('finds an ACL that no subnet has, for it will have one', () => {
    const spare = together(vpc('main', '10.0.0.0/16'), acl('house', 'main', ['in 100 allow tcp/22 0.0.0.0/0']));

    expect(found(spare)).toEqual(['violated aws_network_acl_rule.house_in_100: lets the internet in to tcp/22']);
  });

  it.each([
    ['1024-65535', []],
    ['32768-60999', []],
    ['1023-65535', [entry('tcp/3389')]],
    ['1024-60998', [entry('tcp/3389')]],
    ['3389-60999', []],
  ])('of client ports that may be replies %s comes to %j', (ports, lines) => {
    expect(found(house([`in 100 allow tcp/${ports} 0.0.0.0/0`]))).toEqual(lines);
  });

  it('reads what comes in, and nothing that goes out', () => {
    expect(found(house(['out 100 allow all 0.0.0.0/0']))).toEqual([]);
  });

  it('adds up blocks of several entries', () => {
    expect(found(house(['in 100 allow tcp/22 18.0.0.0/9', 'in 110 allow tcp/22 18.128.0.0/9']))).toEqual([entry('tcp/22')]);
    expect(found(house(['in 100 allow tcp/22 18.0.0.0/9', 'in 110 allow tcp/22 18.128.0.0/10']))).toEqual([]);
  });

  it('can not tell of an entry that there may be none of', () => {
    const [[address, body] = ['', {}]] = Object.entries(aclEntry('house', 'in 50 allow tcp/22 0.0.0.0/0'));

    expect(found({ ...house([]), [address]: { ...body, count: '${var.block}' } })).toEqual([
      'unknown aws_network_acl_rule.house_in_50: may let the internet in to tcp/22 of aws_subnet.house',
    ]);
  });
});
