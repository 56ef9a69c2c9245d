import type { Json } from '../../../../../policies/model/universe';
import { httpsRedirect } from '../../../../../policies/rules/delivery/load-balancer/https-redirect';
import { universeOf } from '../../../universe';
import { linesOf } from '../../rule-fixture';

type Body = Readonly<Record<string, Json>>;

const lines = (resources: Readonly<Record<string, Body>>): readonly string[] => linesOf(httpsRedirect, universeOf(resources));

const FORWARD = { type: 'forward', target_group_arn: 'arn:x' };
const REDIRECT = { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: 'HTTP_301' } };
const listener = (body: Body): Readonly<Record<string, Body>> => ({
  'aws_lb.app': { name: 'app' },
  'aws_lb.tcp': { name: 'tcp', load_balancer_type: 'network' },
  'aws_lb.gate': { name: 'gate', load_balancer_type: 'gateway' },
  'aws_lb_listener.l': { load_balancer_arn: '${aws_lb.app.arn}', default_action: FORWARD, ...body },
});
const FOUND = ['violated aws_lb_listener.l: it answers HTTP by forward'];

describe('a listener that forwards', () => {
  it.each<[string, Body]>([
    ['says HTTP', { protocol: 'HTTP' }],
    ['says HTTP in small letters', { protocol: 'http' }],
    ['says HTTP on a port other than 80', { protocol: 'HTTP', port: 8080 }],
    ['says nothing, at an application load balancer', {}],
    [
      'says nothing, at one that its ARN tells',
      { load_balancer_arn: 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/shop/1' },
    ],
    ['does so by weights', { protocol: 'HTTP', default_action: { type: 'forward', forward: { target_group: [{ arn: 'x' }] } } }],
    ['does so in the second of two actions', { protocol: 'HTTP', default_action: [REDIRECT, FORWARD] }],
  ])('is found where it %s', (_, body) => {
    expect(lines(listener(body))).toEqual(FOUND);
  });

  it.each<[string, Body]>([
    ['says HTTPS', { protocol: 'HTTPS' }],
    ['says nothing and has a certificate', { certificate_arn: 'arn:x' }],
    ['is of a network load balancer', { load_balancer_arn: '${aws_lb.tcp.arn}' }],
    ['is of a gateway', { load_balancer_arn: '${aws_lb.gate.arn}' }],
    [
      'is of a network load balancer by its ARN',
      { load_balancer_arn: 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/net/shop/1' },
    ],
    ['redirects instead', { protocol: 'HTTP', default_action: REDIRECT }],
    ['answers by itself instead', { protocol: 'HTTP', default_action: { type: 'fixed-response' } }],
  ])('is not where it %s', (_, body) => {
    expect(lines(listener(body))).toEqual([]);
  });

  it.each<[string, Body, string]>([
    ['its protocol', { protocol: '${var.p}' }, 'it answers HTTP by forward, if it speaks HTTP: it is set from outside: ${var.p}'],
    [
      'its load balancer',
      { load_balancer_arn: '${var.lb}' },
      "it answers HTTP by forward, if it speaks HTTP: its load balancer isn't known",
    ],
    [
      'its action',
      { protocol: 'HTTP', default_action: { type: '${var.t}' } },
      "what it does isn't known: it is set from outside: ${var.t}",
    ],
    [
      'where it redirects to',
      { protocol: 'HTTP', default_action: { type: 'redirect', redirect: { protocol: '${var.p}' } } },
      "what it does isn't known: it is set from outside: ${var.p}",
    ],
  ])('may be found where %s is not known', (_, body, problem) => {
    expect(lines(listener(body))).toEqual([`unknown aws_lb_listener.l: ${problem}`]);
  });
});

describe('a redirect that stays with HTTP', () => {
  it.each<[string, Json, string]>([
    ['leaves its protocol out', { port: '8080' }, 'HTTP'],
    ['names the one that came', { protocol: '#{protocol}' }, 'HTTP'],
    ['says HTTP', { protocol: 'HTTP' }, 'HTTP'],
  ])('is found where it %s', (_, redirect, protocol) => {
    expect(lines(listener({ protocol: 'HTTP', default_action: { type: 'redirect', redirect } }))).toEqual([
      `violated aws_lb_listener.l: it redirects HTTP to ${protocol}`,
    ]);
  });
});

describe('a rule of a listener', () => {
  const rule = (by: string): Readonly<Record<string, Body>> => ({
    ...listener({ protocol: 'HTTP', default_action: REDIRECT }),
    'aws_lb_listener.tls': { protocol: 'HTTPS', default_action: FORWARD },
    'aws_lb_listener.open': { protocol: '${var.p}', default_action: REDIRECT },
    'aws_lb_listener_rule.r': { listener_arn: by, action: FORWARD },
  });

  it('that forwards what came by HTTP is found', () => {
    expect(lines(rule('${aws_lb_listener.l.arn}'))).toEqual(['violated aws_lb_listener_rule.r: it answers HTTP by forward']);
  });

  it('of HTTPS, and one of a listener elsewhere, are not', () => {
    expect(lines(rule('${aws_lb_listener.tls.arn}'))).toEqual([]);
    expect(lines(rule('arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/shop/1/2'))).toEqual([]);
  });

  it('may be found where its listener, or what that speaks, is not known', () => {
    const problem = 'unknown aws_lb_listener_rule.r: it answers HTTP by forward, if it speaks HTTP: it is set from outside: ';

    expect(lines(rule('${var.listener}'))).toEqual([`${problem}\${var.listener}`]);
    expect(lines(rule('${aws_lb_listener.open.arn}'))).toEqual([`${problem}\${var.p}`]);
  });
});

describe('a classic load balancer', () => {
  it('is found where one of its listeners speaks HTTP, and may be where that is not known', () => {
    const classic = (protocol: string): readonly string[] =>
      lines({ 'aws_elb.e': { listener: [{ lb_protocol: 'https' }, { lb_protocol: protocol }] } });

    expect(classic('HTTP')).toEqual(['violated aws_elb.e: it answers HTTP, and a classic load balancer redirects nothing']);
    expect(classic('tcp')).toEqual([]);
    expect(classic('${var.p}')).toEqual([
      "unknown aws_elb.e: a listener's protocol isn't known: it is set from outside: ${var.p}",
    ]);
  });
});
