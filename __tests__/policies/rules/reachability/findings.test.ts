import { renderFinding } from '../../../../policies';
import { countProven, proofsText } from '../../../../policies/report/reachability-document';
import { undeclared } from '../../../../policies/rules/reachability/undeclared';
import { type Mutate, Reference } from '../../reachability/mutations/reference';

const reference = new Reference();
afterAll(() => {
  reference.clear();
});

const BY_HAND = { ip_protocol: 'tcp', description: 'By hand' };
const GROUP = (name: string): string => '${aws_security_group.three-tier_' + name + '.id}';

/** The findings after a change, as people read them. */
function texts(mutate: Mutate): string[] {
  return reference.findingsAfter(mutate).map(renderFinding);
}

test('a flow that lost its replies is told with the line that declares it, what is lost and a packet', () => {
  const found = texts(({ dev }) => {
    dev.change('aws_network_acl_rule.three-tier_data_out_app_tcp--1024-65535', { from_port: 32768 });
  });

  expect(found).toEqual([
    [
      'error reachability/claims  dev-eu-west-1-network:aws_network_acl.three-tier_data',
      '    stated   dev/eu-west-1/three-tier: reaches app → data tcp/5432',
      '    written  landing-zone.yaml:59:9',
      '    made by  dev-eu-west-1-network/three-tier/network-acls/data/aws_network_acl.three-tier_data',
      '    problem  partial, tcp client 1024-32767 lost. Of 9 pairs 9 partial. dev-eu-west-1-network:aws_subnet.three-tier_app_a to dev-eu-west-1-network:aws_subnet.three-tier_data_a, IPv4: Some pass; lost, if only for some addresses: tcp client 1024-32767; network-acl-out dev-eu-west-1-network:aws_network_acl.three-tier_data (of the reply): no entry matches: dropped.',
      '    witness  tcp 10.0.0.4:1024 to 10.0.2.4:5432',
      '    fix      declare the flow, or take back what stops it',
      '    accept   - { rule: reachability/claims, scope: "dev-eu-west-1-network:aws_network_acl.three-tier_data", reason: "", until: "" }',
    ].join('\n'),
    [
      'error reachability/flows  dev-eu-west-1-network:aws_network_acl.three-tier_data',
      '    stated   dev/eu-west-1/three-tier: app → data tcp/5432',
      '    written  landing-zone.yaml:48:9',
      '    made by  dev-eu-west-1-network/three-tier/network-acls/data/aws_network_acl.three-tier_data',
      '    problem  IPv4 partial: tcp client 1024-32767 lost. Some pass; lost, if only for some addresses: tcp client 1024-32767; network-acl-out dev-eu-west-1-network:aws_network_acl.three-tier_data (of the reply): no entry matches: dropped.',
      '    witness  tcp 10.0.0.4:1024 to 10.0.2.4:5432',
      '    fix      take back what stops it, or give up the flow',
      '    accept   - { rule: reachability/flows, scope: "dev-eu-west-1-network:aws_network_acl.three-tier_data", reason: "", until: "" }',
    ].join('\n'),
  ]);
});

test('a flow that its group stops is told with the group', () => {
  const found = texts(({ prod }) => {
    prod.remove('aws_vpc_security_group_ingress_rule.three-tier_endpoint--ssm_from_app_tcp--443');
  });

  expect(found).toEqual([
    [
      'error reachability/flows  prod-eu-west-1-network:aws_security_group.three-tier_endpoint--ssm',
      '    stated   prod/eu-west-1/three-tier: app → endpoint:ssm tcp/443',
      '    written  landing-zone.yaml:51:9',
      '    made by  prod-eu-west-1-network/three-tier/security-groups/endpoint:ssm/aws_security_group.three-tier_endpoint--ssm',
      '    problem  IPv4 unreachable: tcp 443 lost. Nothing gets through; security-group-in prod-eu-west-1-network:aws_security_group.three-tier_endpoint--ssm: no rule matches: dropped.',
      '    witness  tcp 10.0.32.4:49152 to 10.0.32.5:443',
      '    fix      take back what stops it, or give up the flow',
      '    accept   - { rule: reachability/flows, scope: "prod-eu-west-1-network:aws_security_group.three-tier_endpoint--ssm", reason: "", until: "" }',
    ].join('\n'),
  ]);
});

test('what passes and nobody declared is told with both groups, what is wide with the rule, what serves nothing with the rule', () => {
  const found = texts(({ dev }) => {
    dev.add('aws_vpc_security_group_ingress_rule.by-hand', {
      ...BY_HAND,
      security_group_id: GROUP('public--alb'),
      from_port: 8443,
      to_port: 8443,
      cidr_ipv4: '0.0.0.0/0',
    });
    dev.add('aws_network_acl_rule.by-hand', {
      network_acl_id: '${aws_network_acl.three-tier_public.id}',
      egress: false,
      rule_number: 5,
      rule_action: 'allow',
      protocol: '6',
      from_port: 8443,
      to_port: 8443,
      cidr_block: '0.0.0.0/0',
    });
  });

  expect(found).toEqual([
    [
      'error reachability/wide-rules  dev-eu-west-1-network:aws_network_acl_rule.by-hand',
      '    problem  dev/eu-west-1/three-tier, public: lets in tcp/8443 over IPv4 that no flow declares',
      '    fix      declare the flow with its reason, or narrow the rule',
      '    accept   - { rule: reachability/wide-rules, scope: "dev-eu-west-1-network:aws_network_acl_rule.by-hand", reason: "", until: "" }',
    ].join('\n'),
    [
      'error reachability/undeclared  dev-eu-west-1-network:aws_security_group.three-tier_public--alb',
      '    made by  dev-eu-west-1-network/three-tier/security-groups/public.alb/aws_security_group.three-tier_public--alb',
      '    problem  dev/eu-west-1/three-tier: tcp/8443 passes from internet to public/alb over IPv4',
      '    witness  tcp 1.0.0.4:49152 to 10.0.4.4:8443',
      '    fix      declare the flow with its reason, or take back the rule',
      '    accept   - { rule: reachability/undeclared, scope: "dev-eu-west-1-network:aws_security_group.three-tier_public--alb", reason: "", until: "" }',
    ].join('\n'),
    [
      'error reachability/needless-rules  dev-eu-west-1-network:aws_vpc_security_group_ingress_rule.by-hand',
      '    problem  no packet of a declared flow needs it',
      '    fix      declare the flow that it is for, or take it away',
      '    accept   - { rule: reachability/needless-rules, scope: "dev-eu-west-1-network:aws_vpc_security_group_ingress_rule.by-hand", reason: "", until: "" }',
    ].join('\n'),
    [
      'error reachability/wide-rules  dev-eu-west-1-network:aws_vpc_security_group_ingress_rule.by-hand',
      '    problem  dev/eu-west-1/three-tier, public/alb: lets in tcp/8443 over IPv4 that no flow declares',
      '    fix      declare the flow with its reason, or narrow the rule',
      '    accept   - { rule: reachability/wide-rules, scope: "dev-eu-west-1-network:aws_vpc_security_group_ingress_rule.by-hand", reason: "", until: "" }',
    ].join('\n'),
  ]);
});

test('a group whose subnets no VPC holds for sure is told as unknown: that nothing was found there says nothing', () => {
  const found = reference.changed(({ dev }) => {
    dev.change('aws_subnet.three-tier_app_a', { vpc_id: '${data.aws_vpc.elsewhere.id}' });
  });

  const why = 'the document has no data.aws_vpc.elsewhere: ${data.aws_vpc.elsewhere.id}';
  expect(undeclared.judge(found).map(({ verdict, stack, problem }) => `${verdict} ${stack}: ${problem}`)).toEqual(
    ['app', 'endpoint:ssm', 'endpoint:ssmmessages'].map(
      (group) => `unknown dev-eu-west-1-network: dev/eu-west-1/three-tier: what passes at ${group} isn't known: ${why}`,
    ),
  );
  expect(proofsText(countProven(found))).toMatch(/flows work, what else passes at 3 groups isn't known$/);
});
