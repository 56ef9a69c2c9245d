import type { Json } from '../../../../../policies/model/universe';
import { accessLogs } from '../../../../../policies/rules/delivery/load-balancer/access-logs';
import { invalidHeaders } from '../../../../../policies/rules/delivery/load-balancer/invalid-headers';
import { tlsPolicy } from '../../../../../policies/rules/delivery/load-balancer/tls-policy';
import { zones } from '../../../../../policies/rules/delivery/load-balancer/zones';
import type { Rule } from '../../../../../policies/rules/rule';
import { documentsOf, universeOf } from '../../../universe';
import { linesOf } from '../../rule-fixture';

type Body = Readonly<Record<string, Json>>;

const of = (rule: Rule, type: string, body: Body): readonly string[] =>
  linesOf(rule, universeOf({ [`${type}.x`]: body, 'aws_subnet.a': {}, 'aws_subnet.b': {} }));

describe('a load balancer of a kind that is not known', () => {
  it('may have to drop invalid headers, and has not where it does', () => {
    expect(of(invalidHeaders, 'aws_lb', { load_balancer_type: '${var.kind}' })).toEqual([
      "unknown aws_lb.x: drop_invalid_header_fields is left out, which means false: its kind isn't known: it is set from outside: ${var.kind}",
    ]);
    expect(of(invalidHeaders, 'aws_lb', { load_balancer_type: '${var.kind}', drop_invalid_header_fields: true })).toEqual([]);
  });
});

describe('the access log of a classic load balancer', () => {
  it('is on where there is a block, off where it says so and where there is none', () => {
    expect(of(accessLogs, 'aws_elb', { access_logs: { bucket: 'b' } })).toEqual([]);
    expect(of(accessLogs, 'aws_elb', { access_logs: { bucket: 'b', enabled: false } })).toEqual([
      'violated aws_elb.x: access_logs.enabled is false',
    ]);
    expect(of(accessLogs, 'aws_elb', {})).toEqual(['violated aws_elb.x: access_logs.enabled is left out, which means false']);
  });
});

describe('the zones of a load balancer', () => {
  it.each<[string, string, Body]>([
    ['two subnets by reference', 'aws_lb', { subnets: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] }],
    ['two subnets by id', 'aws_lb', { subnets: ['subnet-0a', 'subnet-0b'] }],
    ['two subnets, and one that is not known', 'aws_lb', { subnets: ['subnet-0a', 'subnet-0b', '${var.third}'] }],
    ['two mappings', 'aws_lb', { subnet_mapping: [{ subnet_id: 'subnet-0a' }, { subnet_id: 'subnet-0b' }] }],
    ['two zones', 'aws_elb', { availability_zones: ['eu-west-1a', 'eu-west-1b'] }],
    ['subnets that are not known, of which AWS takes no fewer than two', 'aws_lb', { subnets: '${var.subnets}' }],
    ['all subnets that are looked up', 'aws_lb', { subnets: '${data.aws_subnets.all.ids}' }],
  ])('are enough: %s', (_, type, body) => {
    expect(of(zones, type, body)).toEqual([]);
  });

  it.each<[string, string, Body, string]>([
    ['one subnet', 'aws_lb', { subnets: ['subnet-0a'] }, 'it stands in one zone'],
    ['one subnet twice', 'aws_lb', { subnets: ['${aws_subnet.a.id}', '${aws_subnet.a.id}'] }, 'it stands in one zone'],
    ['none', 'aws_lb', {}, 'it names no subnet'],
  ])('are too few: %s', (_, type, body, problem) => {
    expect(of(zones, type, body)).toEqual([`violated ${type}.x: ${problem}`]);
  });

  it('of a network load balancer may be too few where its subnets are a list of something else', () => {
    const subnets = '${data.aws_subnets.all.ids}';
    const stacks = documentsOf({
      dev: { data: { aws_subnets: { all: {} } }, resource: { aws_lb: { x: { load_balancer_type: 'network', subnets } } } },
    });

    expect(linesOf(zones, { stacks })).toEqual([
      "unknown aws_lb.x: how many subnets it stands in isn't known: known only after apply: dev:data.aws_subnets.all.ids",
    ]);
  });

  it('of a network load balancer may be too few where its subnets are not known', () => {
    expect(of(zones, 'aws_lb', { load_balancer_type: 'network', subnets: ['subnet-0a', '${var.other}'] })).toEqual([
      "unknown aws_lb.x: how many subnets it stands in isn't known: it is set from outside: ${var.other}",
    ]);
  });
});

describe('a security policy', () => {
  const policy = (name: string): readonly string[] => of(tlsPolicy, 'aws_lb_listener', { protocol: 'HTTPS', ssl_policy: name });

  it.each([
    'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-2021-06',
    'ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04',
    'ELBSecurityPolicy-TLS-1-2-2017-01',
    'ELBSecurityPolicy-TLS-1-2-Ext-2018-06',
    'ELBSecurityPolicy-FS-1-2-Res-2020-10',
  ])('%s begins at TLS 1.2', (name) => {
    expect(policy(name)).toEqual([]);
  });

  it.each([
    'ELBSecurityPolicy-2015-05',
    'ELBSecurityPolicy-2016-08',
    'ELBSecurityPolicy-FS-2018-06',
    'ELBSecurityPolicy-FS-1-1-2019-08',
    'ELBSecurityPolicy-TLS-1-0-2015-04',
    'ELBSecurityPolicy-TLS-1-1-2017-01',
    'ELBSecurityPolicy-TLS13-1-0-2021-06',
    'ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04',
  ])('%s takes an older one', (name) => {
    expect(policy(name)).toEqual([`violated aws_lb_listener.x: ssl_policy is "${name}"`]);
  });

  it('is none of a listener without TLS, and may be the old one where its protocol is not known', () => {
    expect(of(tlsPolicy, 'aws_lb_listener', { protocol: 'TCP' })).toEqual([]);
    expect(of(tlsPolicy, 'aws_lb_listener', {})).toEqual([]);
    expect(of(tlsPolicy, 'aws_lb_listener', { protocol: '${var.p}' })).toEqual([
      "unknown aws_lb_listener.x: ssl_policy is left out, which means ELBSecurityPolicy-2016-08: its protocol isn't known: it is set from outside: ${var.p}",
    ]);
  });

  it('of CloudFront begins at TLSv1.2_2018, and TLSv1.1_2016 is older', () => {
    const edge = (version: string): readonly string[] =>
      of(tlsPolicy, 'aws_cloudfront_distribution', { viewer_certificate: { minimum_protocol_version: version } });

    expect(edge('TLSv1.2_2018')).toEqual([]);
    expect(edge('TLSv1.1_2016')).toEqual([
      'violated aws_cloudfront_distribution.x: viewer_certificate.minimum_protocol_version is "TLSv1.1_2016"',
    ]);
  });
});
