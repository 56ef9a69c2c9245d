import { GroupPeers, SecurityGroup } from '../../../modules/network';
import { refusalOf } from '../../refusal';
import { documentOf, testStack } from '../../test-stack';
import { filterLines } from '../synthesised';

function twoGroups(): { alb: SecurityGroup; app: SecurityGroup; lines: () => string[] } {
  const stack = testStack();
  const alb = new SecurityGroup(stack, 'shop_alb', { vpcId: 'vpc-1', name: 'shop/alb' });
  const app = new SecurityGroup(stack, 'shop_app', { vpcId: 'vpc-1', name: 'shop/app', ruleLimit: 3 });
  return { alb, app, lines: () => filterLines(documentOf(stack)) };
}

describe('SecurityGroup', () => {
  it('lets a group in and out at once, since a group without egress rules lets nothing out', () => {
    const { alb, app, lines } = twoGroups();

    app.allowFrom(alb, 'tcp/8080', 'The load balancer forwards requests');

    expect(lines()).toEqual(['group alb out group app tcp 8080', 'group app in  group alb tcp 8080']);
  });

  it('lets blocks and prefix lists in, IPv4 and IPv6', () => {
    const { app, lines } = twoGroups();

    app.allowFrom(GroupPeers.cidr('192.0.2.0/24'), 'tcp/22', 'Operators');
    app.allowFrom(GroupPeers.anyIpv6(), 'tcp/443', 'Everybody');
    app.allowTo(GroupPeers.prefixList('pl-0123456789abcdef0', 's3'), 'tcp/443', 'Documents');

    expect(lines()).toEqual([
      'group app in  192.0.2.0/24 tcp 22',
      'group app in  ::/0 tcp 443',
      'group app out list pl-0123456789abcdef0 tcp 443',
    ]);
  });

  it('keeps the reason as the description of each rule, and never puts one on the group that could change', () => {
    const stack = testStack();
    new SecurityGroup(stack, 'shop_app', { vpcId: 'vpc-1', name: 'shop/app' }).allowFrom(
      GroupPeers.anyIpv4(),
      'tcp/443',
      'Customers',
    );

    const { resource } = documentOf(stack);

    expect(resource.aws_vpc_security_group_ingress_rule?.['shop_app_from_0-0-0-0--0_tcp--443']?.description).toBe('Customers');
    expect(resource.aws_security_group?.shop_app?.description).toBe('Managed by Terraform. Every rule says why it is there.');
  });

  it('leaves the underlying resource reachable, for what it has no word for', () => {
    const stack = testStack();
    const group = new SecurityGroup(stack, 'shop_app', { vpcId: 'vpc-1', name: 'shop/app' });

    group.resource.revokeRulesOnDelete = true;

    expect(documentOf(stack).resource.aws_security_group?.shop_app?.revoke_rules_on_delete).toBe(true);
  });

  it('refuses a second rule for the same peer whose ports overlap, 8080 in 8000-8100', () => {
    const { alb, app } = twoGroups();
    app.allowFrom(alb, 'tcp/8080', 'The load balancer forwards requests');

    expect(refusalOf(() => app.allowFrom(alb, 'tcp/8000-8100', 'Debugging'))).toBe(
      'SecurityGroup "shop/app": overlaps the rule "The load balancer forwards requests" on tcp/8080, got "ingress shop/alb tcp/8000-8100"; keep one of the two [LZ-NET-1]',
    );
  });

  it('takes 3 rules a direction where 3 is the limit, IPv4 and IPv6 counted apart, and refuses the 4th', () => {
    const { app } = twoGroups();
    for (const port of ['tcp/1', 'tcp/2', 'tcp/3']) {
      app.allowFrom(GroupPeers.anyIpv4(), port, 'Ports');
      app.allowFrom(GroupPeers.anyIpv6(), port, 'Ports');
    }

    expect(refusalOf(() => app.allowFrom(GroupPeers.cidr('192.0.2.0/24'), 'tcp/4', 'One too many'))).toBe(
      'SecurityGroup "shop/app": a security group holds at most 3 ingress rules per family, got 4; join peers into wider blocks or a prefix list, or raise the quota at AWS and in quotas.group_rules [LZ-NET-2]',
    );
  });

  it.each([
    [
      'port 70000',
      'tcp/70000',
      'Why',
      'the port must be 0 to 65535, got "tcp/70000"; write tcp/443, udp/53, tcp/8000-8100, icmp/8/0, icmpv6/128, proto/50 or all [LZ-PORT-2]',
    ],
    [
      'the range 443-80',
      'tcp/443-80',
      'Why',
      'the port range runs backwards, got "tcp/443-80"; write the lower port first: 80-443 [LZ-PORT-3]',
    ],
    [
      'a description of 300 characters',
      'tcp/443',
      'x'.repeat(300),
      'SecurityGroup "shop/app": the reason is longer than 255 characters, got 300 characters, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"; shorten it [LZ-TEXT-2]',
    ],
    [
      'a description with an apostrophe and an umlaut, which the provider lets through',
      'tcp/443',
      "Für's Büro",
      'SecurityGroup "shop/app": the reason has characters that AWS refuses in a description, got "ü", "\'"; use letters without accents, digits, spaces and ._-:/()#,@[]+=;{}!$* [LZ-TEXT-3]',
    ],
    [
      'an empty description',
      'tcp/443',
      ' ',
      'SecurityGroup "shop/app": the reason is empty, got " "; say why this is open, in one sentence [LZ-TEXT-1]',
    ],
  ])('refuses %s', (_, port, why, message) => {
    const { app } = twoGroups();

    expect(refusalOf(() => app.allowFrom(GroupPeers.anyIpv4(), port, why))).toBe(message);
  });

  it.each([255, 1])('takes a description of %i characters', (length) => {
    const { app, lines } = twoGroups();

    app.allowFrom(GroupPeers.anyIpv4(), 'tcp/443', 'x'.repeat(length));

    expect(lines()).toEqual(['group app in  0.0.0.0/0 tcp 443']);
  });
});
