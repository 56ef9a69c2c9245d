import { adminPortsFromInternet } from '../../../../policies/rules/exposure/admin-ports-from-internet';
import { latentOpenings } from '../../../../policies/rules/exposure/latent-openings';
import { server, street } from '../../reachability/cases/evasion/exposed';
import { group, instance, prefixList, ref, subnet, together, universeOf, vpc } from '../../reachability/cases/terraform';
import { linesOf } from '../rule-fixture';

const found = (resources: Parameters<typeof universeOf>[0]): readonly string[] => linesOf(latentOpenings, universeOf(resources));
const hidden = (lines: readonly string[]): Parameters<typeof universeOf>[0] =>
  together(street, group('ssh', 'main', lines), instance('server', 'house', ['ssh']));
const OPEN = 'and only something else keeps it out: has no public IPv4 address (aws_instance.server)';

describe('exposure/latent-openings', () => {
  it('finds an open group on a host that is not reached, and leaves one that is reached to the rule of its port', () => {
    const reached = together(street, group('ssh', 'main', ['in tcp/22 0.0.0.0/0']), server(['ssh']));

    expect(found(hidden(['in tcp/22 0.0.0.0/0']))).toEqual([
      `violated aws_security_group.ssh: opens tcp/22 to the internet (0.0.0.0/0), ${OPEN}`,
    ]);
    expect(found(reached)).toEqual([]);
    expect(linesOf(adminPortsFromInternet, universeOf(reached)).length).toBe(1);
  });

  it('adds up the blocks of one group: a /8 in two halves, and less than that', () => {
    expect(found(hidden(['in tcp/22 18.0.0.0/9', 'in tcp/22 18.128.0.0/9']))).toEqual([
      `violated aws_security_group.ssh: opens tcp/22 to the internet (18.0.0.0/9, 18.128.0.0/9), ${OPEN}`,
    ]);
    expect(found(hidden(['in tcp/22 18.0.0.0/9', 'in tcp/23 18.128.0.0/9']))).toEqual([]);
  });

  it('tells the ports of all three lists together', () => {
    expect(found(hidden(['in tcp/440-5432 0.0.0.0/0']))).toEqual([
      `violated aws_security_group.ssh: opens tcp/3389, tcp/445, tcp/1433, tcp/1434 and 5 more to the internet (0.0.0.0/0), ${OPEN}`,
    ]);
  });

  it('takes ports of no concern, private blocks and other groups', () => {
    expect(found(hidden(['in tcp/443 0.0.0.0/0', 'in all 10.0.0.0/8', 'in all @self']))).toEqual([]);
  });

  it('finds a group that nothing carries in a VPC without a gateway', () => {
    const network = together(
      vpc('main', '10.0.0.0/16'),
      subnet('a', 'main', '10.0.0.0/24'),
      group('ssh', 'main', ['in tcp/22 0.0.0.0/0']),
    );

    expect(found(network)).toEqual([
      'violated aws_security_group.ssh: opens tcp/22 to the internet (0.0.0.0/0), and only something else keeps it out: the VPC has no internet gateway (aws_vpc.main)',
    ]);
  });

  it('can not tell whom a list with a block from a variable opens it to', () => {
    const listed = together(hidden(['in tcp/22 aws_ec2_managed_prefix_list.office']), prefixList('office', ['${var.block}']));

    expect(found(listed)).toEqual([
      `unknown aws_security_group.ssh: may open tcp/22 to the internet (prefix list net:aws_ec2_managed_prefix_list.office), ${OPEN}`,
    ]);
  });

  it('can not tell which ports a rule opens whose port is a variable', () => {
    const rule = { security_group_id: ref('aws_security_group.ssh'), ip_protocol: 'tcp', from_port: '${var.block}', to_port: 22 };
    const open = { 'aws_vpc_security_group_ingress_rule.any': { ...rule, cidr_ipv4: '0.0.0.0/0' } };

    expect(found(together(hidden([]), open))).toEqual([
      `unknown aws_security_group.ssh: may open tcp/22, tcp/3389, udp/22, udp/3389 and 22 more to the internet (0.0.0.0/0), ${OPEN}`,
    ]);
  });

  it('is about the family that is not reached, where the other one is', () => {
    const v4 = together(
      street,
      group('ssh', 'main', ['in tcp/22 0.0.0.0/0', 'in tcp/22 ::/0']),
      instance('server', 'house', ['ssh'], { associate_public_ip_address: true }),
    );

    expect(found(v4)).toEqual([
      'violated aws_security_group.ssh: opens tcp/22 to the internet (::/0), and only something else keeps it out',
    ]);
  });
});
