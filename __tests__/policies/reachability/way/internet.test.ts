import type { RouteTarget } from '../../../../policies/model/network';
import { ALL, entry, type Facts, host, INTERNET, oneOf, outside, route, tcp } from '../facts';
import { ask, verdict, publicVpc } from './questions';

describe('the internet', () => {
  it('reaches an interface with a public address whose table leads to the internet gateway', () => {
    expect(verdict(publicVpc(), { from: INTERNET, to: host('web', 'open', { publicIpv4: true }) })).toBe('proven, arrives some');
  });

  it('does not reach an interface without a public address', () => {
    const { verdict: said, blockers } = ask(publicVpc(), { from: INTERNET, to: host('web') });
    expect([said, blockers.map(({ filter, rule: text }) => `${filter}: ${text}`)]).toEqual([
      'unreachable',
      ['address: has no public IPv4 address'],
    ]);
  });

  it('gets packets in but no reply out where the table leads to a NAT gateway', () => {
    expect(verdict(publicVpc(), { from: INTERNET, to: host('app', 'open', { publicIpv4: true }) })).toBe(
      'unreachable, arrives some',
    );
  });

  it('is met by way of NAT by an interface without a public address', () => {
    const { verdict: said, witness, path } = ask(publicVpc(), { from: host('app'), to: INTERNET });
    expect([
      said,
      witness?.natPort,
      path.map(({ filter, address, reply }) => `${filter} ${address}${reply === true ? ' reply' : ''}`),
    ]).toEqual([
      'proven',
      1024,
      [
        'network-acl-out app-acl',
        'route private',
        'gateway nat',
        'network-acl-in gate-acl',
        'network-acl-out gate-acl',
        'route public',
        'gateway igw',
        'network-acl-in gate-acl reply',
        'network-acl-out gate-acl reply',
        'route public reply',
        'network-acl-in app-acl reply',
      ],
    ]);
  });

  it('loses NAT ports 5001-65535 where the ACL of the gateway lets replies back to 1024-5000 only', () => {
    const facts = publicVpc().acl('gate-acl', {
      in: [entry(100, 'allow', ALL, '10.0.0.0/16'), entry(110, 'allow', tcp(1024, 5000), '0.0.0.0/0')],
      out: [entry(100, 'allow', ALL, '0.0.0.0/0')],
    });
    const answer = ask(facts, { from: host('app'), to: INTERNET });
    expect([answer.verdict, answer.lostPorts]).toEqual(['partial', ['tcp nat 5001-65535']]);
  });

  it.each<[string, string, RouteTarget | undefined, string]>([
    ['drops replies', 'for the sender leads into nothing', { kind: 'blackhole' }, 'unreachable, arrives some'],
    ['drops replies', 'for the sender leads to a peering', { kind: 'peering', key: 'pcx' }, 'unreachable, arrives some'],
    ['is unknown', 'for the sender leads to a middlebox', { kind: 'middlebox', key: 'eni' }, 'unknown, arrives some'],
    ['is unknown', 'for the sender leads to an edge', { kind: 'edge', key: 'vgw' }, 'unknown, arrives some'],
    ['answers', 'for the sender is local', { kind: 'local' }, 'proven, arrives some'],
    ['answers', 'leads to the internet alone', undefined, 'proven, arrives some'],
  ])("by NAT %s where the route of the gateway's own table %s", (_does, _where, target, wanted) => {
    const out = route('0.0.0.0/0', { kind: 'internet-gateway', key: 'igw' });
    const back = target === undefined ? [] : [route('10.0.1.0/24', target)];
    const facts = publicVpc().table('public', 'v', [out, ...back]);
    expect(verdict(facts, { from: host('app'), to: INTERNET })).toBe(wanted);
  });

  it('is unknown, though it arrives, where the internet gateway has a route table of its own: out, out by NAT, and in', () => {
    const facts = publicVpc().table('edge-rt', 'v', []);
    facts.facts.internetGateways.set('igw', { key: 'igw', vpc: oneOf('v'), edgeTable: 'edge-rt' });
    const web = host('web', 'open', { publicIpv4: true });
    const said = [
      verdict(facts, { from: web, to: INTERNET }),
      verdict(facts, { from: host('app'), to: INTERNET }),
      verdict(facts, { from: INTERNET, to: web }),
    ];
    expect(said).toEqual(['unknown, arrives some', 'unknown, arrives some', 'unknown, arrives unknown']);
  });

  it('passes no protocol 50 through NAT', () => {
    const answer = ask(publicVpc(), { from: host('app'), to: INTERNET, traffic: { protocol: 'other', number: 50 } });
    expect([answer.verdict, answer.lostPorts]).toEqual(['unreachable', ['proto 50']]);
  });

  it('is unreachable both ways with Block Public Access none, and by NAT alone with egress', () => {
    const vpc = publicVpc().facts.vpcs.get('v')!;
    const [none, egress] = [publicVpc(), publicVpc()];
    none.facts.vpcs.set('v', { ...vpc, publicAccess: 'none' });
    egress.facts.vpcs.set('v', { ...vpc, publicAccess: 'egress' });
    const web = host('web', 'open', { publicIpv4: true });
    const said = [none, egress].map((facts) => [
      verdict(facts, { from: INTERNET, to: web }),
      verdict(facts, { from: web, to: INTERNET }),
      verdict(facts, { from: host('app'), to: INTERNET }),
    ]);
    expect(said).toEqual([
      ['unreachable, arrives none', 'unreachable, arrives none', 'unreachable, arrives none'],
      ['unreachable, arrives none', 'unreachable, arrives none', 'proven, arrives some'],
    ]);
  });

  it('is unknown by a private NAT gateway', () => {
    expect(verdict(publicVpc().natGateway('nat', 'gate', 'private'), { from: host('app'), to: INTERNET })).toBe(
      'unknown, arrives unknown',
    );
  });

  it('asks both gateways of a route whose target may be either', () => {
    const facts = publicVpc()
      .natGateway('nat2', 'closed')
      .subnet('closed', 'v', '10.0.9.16/28', { table: oneOf('public'), acl: oneOf('none-acl') })
      .acl('none-acl', {});
    const either = route('0.0.0.0/0', { kind: 'nat-gateway', key: 'nat' }, { kind: 'nat-gateway', key: 'nat2' });
    facts.table('private', 'v', [either]);
    expect(verdict(facts, { from: host('app'), to: INTERNET })).toBe('unknown, arrives unknown');
    facts.acl('none-acl', { allowsAll: true });
    expect(verdict(facts, { from: host('app'), to: INTERNET })).toBe('proven, arrives some');
  });

  it('an interface of another VPC behind a NAT gateway is unknown where its table leads on, and by a private one', () => {
    const to = host('far');
    const far = (): Facts => publicVpc().vpc('w', ['10.9.0.0/16']).subnet('far', 'w', '10.9.0.0/24');
    const onward = far().table('public', 'v', [route('0.0.0.0/0', { kind: 'transit-gateway', key: 'tgw' })]);
    const said = [far(), far().natGateway('nat', 'gate', 'private'), onward].map((facts) =>
      verdict(facts, { from: host('app'), to }),
    );
    expect(said).toEqual(['unreachable, arrives none', 'unknown, arrives unknown', 'unknown, arrives unknown']);
  });

  it('what a NAT gateway sends inside its own subnet asks the entries in, which may drop it, and neither entries out nor routes', () => {
    const beside = [route('10.0.9.0/28', { kind: 'nat-gateway', key: 'nat' })];
    const gate = (acl: Parameters<Facts['acl']>[1]): Facts => publicVpc().table('private', 'v', beside).acl('gate-acl', acl);
    const all = [entry(1, 'allow', ALL, '0.0.0.0/0')];
    const said = [gate({ in: all }), gate({ out: all })].map((facts) => verdict(facts, { from: host('app'), to: host('gate') }));
    expect(said).toEqual(['unknown, arrives unknown', 'unreachable, arrives none']);
  });

  it('never counts private addresses', () => {
    expect(verdict(publicVpc(), { from: host('app'), to: outside('172.16.0.0/12') })).toBe('unreachable, arrives none');
  });
});
