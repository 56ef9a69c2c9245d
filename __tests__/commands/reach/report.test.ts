import { renderReply, type Shown } from '../../../commands/reach/report';
import { parsePort } from '../../../modules/core/port';
import type { PairAnswer, Reply } from '../../../policies/reachability/ask';
import type { Packet, Step } from '../../../policies/reachability/query';

const PACKET: Packet = { src: '10.0.1.10', dst: '10.0.2.4', protocol: 6, srcPort: 49152, dstPort: 5432 };
const OUT: Step = { filter: 'security-group-out', address: 'net:aws_security_group.app', rule: 'allow all', passes: true };
const IN: Step = { filter: 'network-acl-in', address: 'net:aws_network_acl.data', rule: 'entry 100 allow', passes: true };
const BACK: Step = { filter: 'route', reply: true, address: 'net:aws_route_table.data', rule: 'local', passes: true };
const DROPPED: Step = { ...IN, rule: 'no entry matches: dropped', passes: false };
const LATE: Step = { ...BACK, rule: 'no route: dropped', passes: false };
const DOUBT: Step = { ...IN, rule: 'not known: ${var.office}', passes: 'unknown' };

function replyOf(answer: Partial<Reply>, pairs: readonly Pick<PairAnswer, 'from' | 'to' | 'verdict'>[] = []): Reply {
  const base: Reply = {
    verdict: 'proven',
    arrives: 'some',
    lostPorts: [],
    path: [],
    blockers: [],
    why: 'So it is.',
    families: ['v4'],
    assumed: [],
    pairs: [],
    ...answer,
  };
  const named = pairs.length === 0 ? [{ from: 'net:aws_instance.app', to: 'net:aws_instance.db', verdict: base.verdict }] : pairs;
  return { ...base, pairs: named.map((pair) => ({ ...base, family: 'v4', ...pair })) };
}

function linesOf(reply: Reply, more: Partial<Shown> = {}): string[] {
  const place = (name: string): Shown['question']['from'] => ({ name, spots: [], assumed: [] });
  const question = { from: place('aws_instance.app'), to: place('aws_instance.db'), port: parsePort('tcp/5432') };
  const lines = renderReply({ question, reply, stacks: ['net'], colours: false, ...more }).split('\n');
  expect(lines.pop()).toBe('');
  return lines;
}

describe('the text of a reply', () => {
  it('that is proven draws the way there and back', () => {
    expect(linesOf(replyOf({ witness: PACKET, path: [OUT, IN, BACK] }))).toEqual([
      '✓ proven: aws_instance.app can open tcp/5432 to aws_instance.db over IPv4',
      '  So it is.',
      '',
      'the way of a packet:',
      '  tcp 10.0.1.10:49152 to 10.0.2.4:5432',
      '  │ ✓ security group out  aws_security_group.app  allow all',
      '  │ ✓ network ACL in      aws_network_acl.data    entry 100 allow',
      '  ▼',
      '  the reply',
      '  │ ✓ route               aws_route_table.data    local',
      '  ▼',
    ]);
  });

  it('that is partial names what is lost, by what, and such a packet', () => {
    const lost = { ...PACKET, srcPort: 1024 };

    expect(
      linesOf(
        replyOf({
          verdict: 'partial',
          witness: PACKET,
          lost,
          path: [OUT, IN],
          blockers: [LATE],
          lostPorts: ['tcp client 1024-32767, 61000-65535'],
        }),
      ),
    ).toEqual([
      '✗ partial: aws_instance.app can open only some of tcp/5432 to aws_instance.db over IPv4',
      '  So it is.',
      '',
      'the way of a packet:',
      '  tcp 10.0.1.10:49152 to 10.0.2.4:5432',
      '  │ ✓ security group out  aws_security_group.app  allow all',
      '  │ ✓ network ACL in      aws_network_acl.data    entry 100 allow',
      '  ▼',
      '',
      'stopped by:',
      '  ✗ route  aws_route_table.data  no route: dropped (the reply)',
      '',
      'lost:',
      '  tcp client 1024-32767, 61000-65535',
      '  such as tcp 10.0.1.10:1024 to 10.0.2.4:5432',
    ]);
  });

  it.each([
    ['none', 'No packet arrives.'],
    ['some', 'Packets arrive, though no connection works.'],
    ['unknown', "Whether packets arrive that nothing answers isn't known."],
  ] as const)('that is unreachable, %s arriving, draws how far it gets and lists every blocker', (arrives, said) => {
    const reply = replyOf({ verdict: 'unreachable', arrives, witness: PACKET, path: [OUT, DROPPED], blockers: [DROPPED, LATE] });

    expect(linesOf(reply)).toEqual([
      "✗ unreachable: aws_instance.app can't open tcp/5432 to aws_instance.db over IPv4",
      '  So it is.',
      `  ${said}`,
      '',
      'the way of a packet:',
      '  tcp 10.0.1.10:49152 to 10.0.2.4:5432',
      '  │ ✓ security group out  aws_security_group.app  allow all',
      '  │ ✗ network ACL in      aws_network_acl.data    no entry matches: dropped',
      '  ╵',
      '',
      'stopped by:',
      '  ✗ network ACL in  aws_network_acl.data  no entry matches: dropped',
      '  ✗ route           aws_route_table.data  no route: dropped (the reply)',
    ]);
  });

  it('that is unknown says what is in doubt', () => {
    expect(linesOf(replyOf({ verdict: 'unknown', arrives: 'unknown', path: [DOUBT], blockers: [DOUBT] }))).toEqual([
      '? unknown: aws_instance.app may or may not be able to open tcp/5432 to aws_instance.db over IPv4',
      '  So it is.',
      '',
      'the way of a packet:',
      '  │ ? network ACL in  aws_network_acl.data  not known: ${var.office}',
      '  ╵',
      '',
      'in doubt:',
      '  ? network ACL in  aws_network_acl.data  not known: ${var.office}',
    ]);
  });

  it('lists pairs where they differ, 24 of 25', () => {
    const pairs = Array.from({ length: 25 }, (_, n) => ({
      from: `net:aws_subnet.s${String(n)}`,
      to: 'net:aws_instance.db',
      verdict: n === 0 ? ('unreachable' as const) : ('proven' as const),
    }));
    const lines = linesOf(replyOf({ verdict: 'partial' }, pairs));

    expect(lines.slice(3, 6)).toEqual([
      'pairs:',
      '  ✗ aws_subnet.s0 → aws_instance.db, IPv4   unreachable',
      '  ✓ aws_subnet.s1 → aws_instance.db, IPv4   proven',
    ]);
    expect(lines.slice(-2)).toEqual(['  ✓ aws_subnet.s23 → aws_instance.db, IPv4  proven', '  … 1 more, which --json lists']);
  });

  it('lists no pairs that are all alike', () => {
    const pair = { from: 'net:aws_subnet.a', to: 'net:aws_instance.db', verdict: 'proven' } as const;

    expect(linesOf(replyOf({}, [pair, pair]))).toHaveLength(2);
  });

  it('tells once which of several stacks everything stands in, and writes it before each address where there are two', () => {
    const one = replyOf({ path: [OUT] });
    const two = replyOf({ path: [OUT, { ...IN, address: 'web:aws_network_acl.data' }] });

    expect(linesOf(one, { stacks: ['net', 'web'] })).toEqual([
      '✓ proven: aws_instance.app can open tcp/5432 to aws_instance.db over IPv4',
      '  So it is.',
      '  All of it stands in net.',
      '',
      'the way of a packet:',
      '  │ ✓ security group out  aws_security_group.app  allow all',
      '  ▼',
    ]);
    expect(linesOf(two, { stacks: ['net', 'web'] }).slice(-3)).toEqual([
      '  │ ✓ security group out  net:aws_security_group.app  allow all',
      '  │ ✓ network ACL in      web:aws_network_acl.data    entry 100 allow',
      '  ▼',
    ]);
  });

  it('colours the marks, and nothing else', () => {
    expect(linesOf(replyOf({}), { colours: true })[0]).toBe(
      '\u001B[32m✓\u001B[39m proven: aws_instance.app can open tcp/5432 to aws_instance.db over IPv4',
    );
  });

  it('lets nothing in foreign documents steer the terminal', () => {
    const reply = replyOf({ why: 'a\u001B[2Jb\nc\u202E.', path: [{ ...OUT, rule: 'x\ty' }] });

    expect(linesOf(reply)[1]).toBe('  a\uFFFD[2Jb\uFFFDc\uFFFD.');
    expect(linesOf(reply)[4]).toBe('  │ ✓ security group out  aws_security_group.app  x\uFFFDy');
  });
});
