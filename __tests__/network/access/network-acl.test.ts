import { Cidr } from '../../../modules/core/cidr';
import { NetworkAcl } from '../../../modules/network';
import { refusalOf } from '../../refusal';
import { documentOf, testStack } from '../../test-stack';
import { filterLines } from '../synthesised';

const ANY = Cidr.anyIpv4;

function anAcl(quota?: number): { acl: NetworkAcl; lines: () => string[] } {
  const stack = testStack();
  const acl = new NetworkAcl(stack, 'shop_app', { vpcId: 'vpc-1', name: 'shop/app', ...(quota === undefined ? {} : { quota }) });
  return { acl, lines: () => filterLines(documentOf(stack)) };
}

describe('NetworkAcl', () => {
  it('stands alone: entries by number, both ways, allow and deny, IPv4 and IPv6', () => {
    const { acl, lines } = anAcl();

    acl.attach('a', 'subnet-1');
    acl.addEntry({ direction: 'in', number: 1, peer: Cidr.parse('192.0.2.0/24'), port: 'all', action: 'deny' });
    acl.addEntry({ direction: 'in', number: 32766, peer: ANY, port: 'tcp/443' });
    acl.addEntry({ direction: 'out', number: 1, peer: Cidr.anyIpv6, port: 'tcp/1024-65535' });

    expect(lines()).toEqual([
      'acl app in  0.0.0.0/0 protocol 6 443',
      'acl app in  192.0.2.0/24 protocol -1 all',
      'acl app out ::/0 protocol 6 1024-65535',
    ]);
  });

  it('gives an allow and a deny of the same peer and port addresses of their own', () => {
    const stack = testStack();
    const acl = new NetworkAcl(stack, 'shop_app', { vpcId: 'vpc-1', name: 'shop/app' });
    acl.addEntry({ direction: 'in', number: 1, peer: ANY, port: 'tcp/22', action: 'deny' });
    acl.addEntry({ direction: 'in', number: 2, peer: ANY, port: 'tcp/22' });

    expect(Object.keys(documentOf(stack).resource.aws_network_acl_rule ?? {}).sort()).toEqual([
      'shop_app_in_0-0-0-0--0_tcp--22',
      'shop_app_in_0-0-0-0--0_tcp--22_deny',
    ]);
  });

  it.each([99999, 32767, 0, 1.5])('refuses rule number %d', (number) => {
    expect(refusalOf(() => anAcl().acl.addEntry({ direction: 'in', number, peer: ANY, port: 'tcp/443' }))).toBe(
      `NetworkAcl "shop/app": the rule number of "in 0.0.0.0/0 tcp/443" must be 1 to 32766, got ${String(number)}; choose a free number in that range [LZ-NET-4]`,
    );
  });

  it('refuses two entries number 100 of one direction, and takes one each way', () => {
    const { acl } = anAcl();
    acl.addEntry({ direction: 'in', number: 100, peer: ANY, port: 'tcp/443' });
    acl.addEntry({ direction: 'out', number: 100, peer: ANY, port: 'tcp/443' });

    expect(refusalOf(() => acl.addEntry({ direction: 'in', number: 100, peer: ANY, port: 'tcp/80' }))).toBe(
      'NetworkAcl "shop/app": "in 0.0.0.0/0 tcp/80" and "in 0.0.0.0/0 tcp/443" have the same rule number, direction in, got 100; give one of them another number [LZ-NET-5]',
    );
  });

  it('takes 19 entries a direction and family beside the default deny, and refuses the 20th', () => {
    const { acl } = anAcl();
    for (let number = 1; number <= 19; number++) {
      acl.addEntry({ direction: 'in', number, peer: ANY, port: `tcp/${String(number)}` });
      acl.addEntry({ direction: 'in', number: number + 100, peer: Cidr.anyIpv6, port: `tcp/${String(number)}` });
    }

    expect(refusalOf(() => acl.addEntry({ direction: 'in', number: 20, peer: ANY, port: 'tcp/20' }))).toBe(
      'NetworkAcl "shop/app": more entries in for v4 than the quota of 20 leaves beside the default deny, got 20; let flows share ports or tiers, or raise the quota at AWS (40 at most) and in quotas.acl_entries [LZ-NET-6]',
    );
  });

  it.each([0, 41, 2.5])('refuses a quota of %d', (quota) => {
    expect(refusalOf(() => anAcl(quota))).toBe(
      `NetworkAcl "shop/app": a network ACL holds at most 40 entries per direction, got ${String(quota)}; use a quota from 1 to 40 [LZ-NET-3]`,
    );
  });

  it.each([1, 40])('takes a quota of %d', (quota) => {
    expect(anAcl(quota).lines()).toEqual([]);
  });
});
