import { parsePort } from '../../../../modules/core/port';
import { type Answerer, ask, Places, type Question, type Reply } from '../../../../policies/reachability/ask';
import type { Answer, Query } from '../../../../policies/reachability/query';
import { refusalOf } from '../../../refusal';
import { gatewayEndpoint, group, instance, subnet, table, together, vpc } from '../cases/terraform';
import { type Documents, lineOf, linesOf, stackOf, stacksOf } from './documents';

/** Answers by rote, and keeps what it was asked. */
class Parrot implements Answerer {
  readonly asked: string[] = [];

  constructor(private readonly verdictOf: (query: Query) => Answer['verdict'] = () => 'proven') {}

  answer(query: Query): Answer {
    this.asked.push(`${lineOf(query.from)} -> ${lineOf(query.to)} ${query.family}`);
    const verdict = this.verdictOf(query);
    return {
      verdict,
      arrives: verdict === 'unreachable' ? 'none' : 'some',
      lostPorts: [],
      path: [],
      blockers: [],
      why: 'So it is.',
    };
  }
}

function questionOf({ places }: Documents, from: string, to: string, more: Partial<Question> = {}): Question {
  return { from: places.of(from), to: places.of(to), ...more };
}

const network = stackOf(
  together(
    vpc('main', '10.0.0.0/16', { assign_generated_ipv6_cidr_block: true }),
    table('main', 'main'),
    subnet('four', 'main', '10.0.1.0/24'),
    subnet('dual', 'main', '10.0.2.0/24', { ipv6: 2 }),
    subnet('six', 'main', '10.0.3.0/24', { ipv6: 3, more: { cidr_block: undefined, ipv6_native: true } }),
    group('app', 'main', []),
    group('db', 'main', []),
    instance('a', 'four', ['app']),
    instance('b', 'four', ['app']),
    instance('c', 'four', ['db']),
    instance('d', 'dual', ['db'], { ipv6_address_count: 0 }),
    gatewayEndpoint('s3', 'main', ['main']),
  ),
);

function reply(parrot: Parrot, from: string, to: string, more: Partial<Question> = {}, documents = network): Reply {
  return ask(documents.facts, questionOf(documents, from, to, more), parrot);
}

describe('the families asked about', () => {
  it.each<[string, string, Partial<Question>, readonly string[]]>([
    ['aws_subnet.dual', 'aws_subnet.dual', {}, ['v4', 'v6']],
    ['aws_subnet.dual', 'aws_subnet.dual', { family: 'both' }, ['v4', 'v6']],
    ['aws_subnet.dual', 'aws_subnet.dual', { family: 'v6' }, ['v6']],
    ['aws_subnet.four', 'aws_subnet.dual', {}, ['v4']],
    ['aws_subnet.six', 'aws_subnet.dual', {}, ['v6']],
    ['aws_instance.d', 'aws_subnet.dual', {}, ['v4']],
    ['internet', 'aws_subnet.dual', {}, ['v4', 'v6']],
    ['203.0.113.9', 'aws_subnet.dual', {}, ['v4']],
    ['::/0', 'aws_subnet.dual', {}, ['v6']],
    ['aws_subnet.dual', 'aws_subnet.dual', { port: parsePort('icmp/8') }, ['v4']],
    ['aws_subnet.dual', 'aws_subnet.dual', { port: parsePort('icmpv6/128') }, ['v6']],
  ])('from %s to %s with %j are %j', (from, to, more, families) => {
    expect(reply(new Parrot(), from, to, more).families).toEqual(families);
  });

  it.each<[string, string, Partial<Question>, string]>([
    ['10.0.1.5', '2001:db8::1', {}, '10.0.1.5 is IPv4, 2001:db8::1 is IPv6'],
    ['10.0.1.5', 'aws_subnet.dual', { family: 'v6' }, '10.0.1.5 is IPv4, IPv6 is asked about'],
    ['aws_subnet.dual', 'aws_subnet.dual', { family: 'v6', port: parsePort('icmp') }, 'icmp is of IPv4, IPv6 is asked about'],
  ])('from %s to %s with %j are refused', (from, to, more, said) => {
    expect(refusalOf(() => reply(new Parrot(), from, to, more))).toBe(
      `no packet is of both families, got "${said}"; ask about ends, port and family that go together [LZ-REACH-5]`,
    );
  });

  it('an end without addresses of the family can neither be met nor meet, and needs no proof', () => {
    const parrot = new Parrot();

    expect(reply(parrot, 'aws_subnet.four', 'aws_subnet.six')).toMatchObject({ verdict: 'unreachable', arrives: 'none' });
    expect(reply(parrot, 'aws_subnet.dual', 'aws_subnet.four', { family: 'v6' })).toMatchObject({
      verdict: 'unreachable',
      arrives: 'none',
      why: 'net:aws_subnet.four has IPv4 alone.',
    });
    expect(parrot.asked).toEqual([]);
  });
});

describe('the pairs', () => {
  it('of equal shape are asked once, and listed each: two instances with one group in one subnet', () => {
    const parrot = new Parrot();
    const { pairs } = reply(parrot, 'aws_security_group.app', 'aws_subnet.dual');

    expect(parrot.asked).toEqual(['subnet.four with security_group.app -> subnet.dual with open, IPv6 v4']);
    expect(pairs.map(({ from, to }) => [from, to])).toEqual([
      ['net:aws_instance.a', 'net:aws_subnet.dual'],
      ['net:aws_instance.b', 'net:aws_subnet.dual'],
    ]);
  });

  it('of unequal groups in one subnet are asked each', () => {
    const parrot = new Parrot();
    const mixed = stackOf(
      together(
        vpc('main', '10.0.0.0/16'),
        subnet('four', 'main', '10.0.1.0/24'),
        group('ops', 'main', []),
        group('db', 'main', []),
        instance('a', 'four', ['ops']),
        instance('b', 'four', ['ops', 'db']),
      ),
    );
    reply(parrot, 'aws_security_group.ops', 'aws_subnet.four', {}, mixed);

    expect(parrot.asked).toEqual([
      'subnet.four with security_group.ops -> subnet.four with open v4',
      'subnet.four with security_group.ops and security_group.db -> subnet.four with open v4',
    ]);
  });

  it('are every spot of the one with every spot of the other, itself included', () => {
    expect(
      reply(new Parrot(), 'aws_vpc.main', 'aws_vpc.main').pairs.map(({ from, to, family }) => `${from} ${to} ${family}`),
    ).toHaveLength(
      // Both families where both are dual, one where they share one, and two that share none.
      2 + 1 + 1 + 4 + 4,
    );
  });

  it('one proven and one unreachable are partial', () => {
    const parrot = new Parrot(({ to }) => (lineOf(to).startsWith('subnet.dual') ? 'proven' : 'unreachable'));

    expect(reply(parrot, '10.0.1.5', 'aws_vpc.main')).toMatchObject({ verdict: 'partial', arrives: 'some' });
  });
});

describe('what needs no proof', () => {
  it.each([
    ['aws_vpc_endpoint.s3', 'aws_subnet.four', 'unreachable', 'net:aws_vpc_endpoint.s3 answers, and opens no connections.'],
    ['internet', '203.0.113.9', 'unknown', 'Neither end stands in a network of the documents: what lies between is not judged.'],
    [
      '10.0.1.5',
      '10.0.77.5',
      'unknown',
      "It can't be told: 10.0.77.5 lies in net:aws_vpc.main, and in none of its subnets that the documents tell. Taken for granted: nothing in the documents states 10.0.1.5: routes and ACLs alone are judged there, no group.",
    ],
  ])('%s to %s is %s', (from, to, verdict, why) => {
    const parrot = new Parrot();

    expect(reply(parrot, from, to)).toMatchObject({ verdict, why });
    expect(parrot.asked).toEqual([]);
  });
});

describe('what may stand in one of several subnets', () => {
  const key = 'net:aws_instance.a';
  const host = network.facts.hosts.get(key)!;
  const subnets = [{ choices: ['net:aws_subnet.four', 'net:aws_subnet.dual'] }];
  const facts = { ...network.facts, hosts: new Map([[key, { ...host, subnets }]]) };
  const somewhere = { ...network, facts, places: new Places(network.universe, facts) };
  const fromFour = ({ from }: Query): boolean => lineOf(from).startsWith('subnet.four');
  const answers = (verdictOf: (query: Query) => Answer['verdict']): Reply =>
    reply(new Parrot(verdictOf), 'aws_instance.a', '10.0.1.9', {}, somewhere);

  it('reaches what it reaches from each', () => {
    expect(answers(() => 'proven').verdict).toBe('proven');
    expect(answers(() => 'unreachable')).toMatchObject({ verdict: 'unreachable', arrives: 'none' });
  });

  it('may or may not reach what it reaches from one', () => {
    expect(answers((query) => (fromFour(query) ? 'proven' : 'unreachable'))).toMatchObject({
      verdict: 'unknown',
      arrives: 'unknown',
    });
    expect(answers((query) => (fromFour(query) ? 'proven' : 'partial')).verdict).toBe('unknown');
  });

  it('carries groups that are not known where one of them may be one of several', () => {
    const groups = [{ choices: ['net:aws_security_group.app', 'net:aws_security_group.db'] }];
    const vague = { ...network.facts, hosts: new Map([[key, { ...host, groups }]]) };
    const places = new Places(network.universe, vague);

    expect(linesOf(places.of('aws_instance.a'))).toEqual(['subnet.four with unknown']);
    expect(linesOf(places.of('aws_security_group.db'))).toEqual([
      'subnet.dual with security_group.db, IPv6',
      'subnet.four with security_group.db',
      'subnet.four with unknown; doubt: whether instance.a carries security_group.db',
      'subnet.six with security_group.db, IPv6',
    ]);
  });
});

describe('an address in two VPCs', () => {
  const one = together(vpc('main', '10.0.0.0/16'), subnet('a', 'main', '10.0.1.0/24'), subnet('b', 'main', '10.0.2.0/24'));
  const two = stacksOf({ one, two: one });

  it('is the one in the VPC that it is asked from', () => {
    const { pairs } = reply(new Parrot(), 'one:aws_subnet.b', '10.0.1.9', {}, two);

    expect(pairs.map(({ to }) => to)).toEqual(['10.0.1.9 in one:aws_subnet.a']);
  });

  it('is both from outside', () => {
    const { pairs } = reply(new Parrot(), 'internet', '10.0.1.9', {}, two);

    expect(pairs.map(({ to }) => to)).toEqual(['10.0.1.9 in one:aws_subnet.a', '10.0.1.9 in two:aws_subnet.a']);
  });

  it('does not make a block that holds both mean one of them', () => {
    const { pairs } = reply(new Parrot(), 'one:aws_subnet.b', '10.0.1.0/24', {}, two);

    expect(pairs.map(({ to }) => to)).toEqual(['one:aws_subnet.a', 'two:aws_subnet.a']);
  });
});
