import type { PrefixList, RouteTarget } from '../../../../policies/model/network';
import { Prover } from '../../../../policies/reachability/prover';
import type { Answer } from '../../../../policies/reachability/query';
import { ALL, block, entry, Facts, host, route, rule, tcp } from '../facts';

function twoTiers(): Facts {
  return new Facts()
    .vpc('v', ['10.0.0.0/16'])
    .subnet('app', 'v', '10.0.1.0/24', { acl: { choices: ['app-acl'] } })
    .subnet('data', 'v', '10.0.2.0/24', { acl: { choices: ['data-acl'] } })
    .acl('app-acl', {
      in: [entry(100, 'allow', tcp(1024, 65535), '10.0.2.0/24')],
      out: [entry(100, 'allow', tcp(5432), '10.0.2.0/24')],
    })
    .acl('data-acl', {
      in: [entry(100, 'allow', tcp(5432), '10.0.1.0/24')],
      out: [entry(100, 'allow', tcp(1024, 65535), '10.0.1.0/24')],
    })
    .group('g-app', 'v', { egress: [rule(tcp(5432), 'g-data')] })
    .group('g-data', 'v', { ingress: [rule(tcp(5432), 'g-app')] });
}

function ask(facts: Facts, port = 5432): Answer {
  const [from, to] = [host('app', ['g-app']), host('data', ['g-data'])];
  return new Prover(facts.facts).answer({ from, to, family: 'v4', traffic: tcp(port) });
}

describe('inside a VPC', () => {
  it('proves tcp/5432 from app to data where groups and both ACLs admit it and its replies', () => {
    const { verdict, arrives, lostPorts, blockers, witness } = ask(twoTiers());
    expect({ verdict, arrives, lostPorts, blockers, witness }).toEqual({
      verdict: 'proven',
      arrives: 'some',
      lostPorts: [],
      blockers: [],
      witness: { src: '10.0.1.4', dst: '10.0.2.4', protocol: 6, srcPort: 49152, dstPort: 5432 },
    });
  });

  it('tells every filter that the witness passes, with the rule that decides there', () => {
    expect(ask(twoTiers()).path.map(({ filter, reply, address, rule: text }) => [filter, reply ?? false, address, text])).toEqual(
      [
        ['security-group-out', false, 'g-app', 'allow tcp 5432 to group g-data (aws_vpc_security_group_rule.r)'],
        ['network-acl-out', false, 'app-acl', 'entry 100 allow tcp 5432 to 10.0.2.0/24 (aws_network_acl_rule.n100)'],
        ['route', false, 'v-main', 'local route 10.0.0.0/16'],
        ['network-acl-in', false, 'data-acl', 'entry 100 allow tcp 5432 from 10.0.1.0/24 (aws_network_acl_rule.n100)'],
        ['security-group-in', false, 'g-data', 'allow tcp 5432 from group g-app (aws_vpc_security_group_rule.r)'],
        ['network-acl-out', true, 'data-acl', 'entry 100 allow tcp 1024-65535 to 10.0.1.0/24 (aws_network_acl_rule.n100)'],
        ['route', true, 'v-main', 'local route 10.0.0.0/16'],
        ['network-acl-in', true, 'app-acl', 'entry 100 allow tcp 1024-65535 from 10.0.2.0/24 (aws_network_acl_rule.n100)'],
      ],
    );
  });

  it('is partial, and names client ports 1024-32767, where replies are let back to 32768-65535 only', () => {
    const facts = twoTiers().acl('app-acl', {
      in: [entry(100, 'allow', tcp(32768, 65535), '10.0.2.0/24')],
      out: [entry(100, 'allow', tcp(5432), '10.0.2.0/24')],
    });
    const { verdict, arrives, lostPorts, blockers, lost } = ask(facts);
    expect({ verdict, arrives, lostPorts, lost: lost?.srcPort }).toEqual({
      verdict: 'partial',
      arrives: 'some',
      lostPorts: ['tcp client 1024-32767'],
      lost: 1024,
    });
    expect(blockers).toEqual([
      { filter: 'network-acl-in', reply: true, address: 'app-acl', rule: 'no entry matches: dropped', passes: false },
    ]);
  });

  it('names every filter that stops tcp/443, not only the first', () => {
    const { verdict, arrives, blockers } = ask(twoTiers(), 443);
    expect({ verdict, arrives, filters: blockers.map(({ filter }) => filter) }).toEqual({
      verdict: 'unreachable',
      arrives: 'none',
      filters: ['security-group-out', 'network-acl-out', 'network-acl-in', 'security-group-in'],
    });
  });

  it('asks no way back for icmp 3/4, which nothing answers, and one for echo', () => {
    const facts = twoTiers().acl('data-acl', { in: [entry(100, 'allow', ALL, '10.0.1.0/24')] });
    facts.acl('app-acl', { out: [entry(100, 'allow', ALL, '10.0.2.0/24')] });
    const said = [{ type: 3, code: 4 }, { type: 8 }].map((message) => {
      const traffic = { protocol: 1, ...message } as const;
      const { verdict, arrives } = new Prover(facts.facts).answer({ from: host('app'), to: host('data'), family: 'v4', traffic });
      return `${verdict}, arrives ${arrives}`;
    });
    expect(said).toEqual(['proven, arrives some', 'unreachable, arrives some']);
  });

  it('asks no ACL and no route inside one subnet', () => {
    const facts = twoTiers().acl('app-acl', {});
    const answer = new Prover(facts.facts).answer({ from: host('app'), to: host('app'), family: 'v4', traffic: ALL });
    expect(answer.verdict).toBe('proven');
  });

  it('is unreachable where a narrower route leads into a blackhole', () => {
    const facts = twoTiers().table('v-main', 'v', [route('10.0.2.0/24', { kind: 'blackhole' })]);
    expect(ask(facts).verdict).toBe('unreachable');
  });

  it('is decided by the route that stands in place of the local one, and before it by a narrower one, be it of a prefix list', () => {
    const replacing = { ...route('10.0.0.0/16', { kind: 'blackhole' }), replacesLocal: true };
    const list: PrefixList = { key: 'list', family: 'v4', blocks: [block('10.0.0.0/17')] };
    const narrower = route(list, { kind: 'local' });
    const said = [[], [replacing], [replacing, narrower]].map((routes) => ask(twoTiers().table('v-main', 'v', routes)).verdict);
    expect(said).toEqual(['proven', 'unreachable', 'proven']);
  });

  it('is unknown where the reply leaves by a transit gateway that the VPC is attached to, and gets none by a peering', () => {
    const by = (target: RouteTarget): Facts =>
      twoTiers()
        .vpc('w', ['10.9.0.0/16'])
        .peering('vw', 'v', 'w')
        .transit('tgw', { v: ['data'] })
        .subnet('data', 'v', '10.0.2.0/24', { acl: { choices: ['data-acl'] }, table: { choices: ['data-rt'] } })
        .table('data-rt', 'v', [route('10.0.1.0/24', target)]);
    const said = [by({ kind: 'transit-gateway', key: 'tgw' }), by({ kind: 'peering', key: 'vw' })].map((facts) => ask(facts));
    expect(said.map(({ verdict, arrives }) => `${verdict}, arrives ${arrives}`)).toEqual([
      'unknown, arrives some',
      'unreachable, arrives some',
    ]);
    expect(said[0]?.blockers.map(({ rule: text }) => text)).toContain('not known: whether a reply by another way comes back');
  });
});
