import { type Facts, host, outside, route, udp } from '../facts';
import { verdict, publicVpc } from './questions';

describe('addresses outside', () => {
  const edged = (): Facts => publicVpc().table('private', 'v', [route('192.168.0.0/16', { kind: 'edge', key: 'vgw' })]);

  it('are met both ways by an edge that tables lead to', () => {
    expect(verdict(edged(), { from: host('app'), to: outside('192.168.0.0/16') })).toBe('proven, arrives some');
    expect(verdict(edged(), { from: outside('192.168.0.0/16'), to: host('app') })).toBe('proven, arrives some');
  });

  it('are partly met where routes lead to a part of the block only', () => {
    expect(verdict(edged(), { from: host('app'), to: outside('192.0.0.0/8'), traffic: udp(53) })).toBe('partial, arrives some');
  });

  it('at 169.254.169.254 are reached whatever ACLs, groups and routes say', () => {
    const facts = publicVpc().acl('app-acl', {}).table('private', 'v', []).group('shut', 'v', {});
    expect(verdict(facts, { from: host('app', ['shut']), to: outside('169.254.169.254/32') })).toBe('proven, arrives some');
  });
});
