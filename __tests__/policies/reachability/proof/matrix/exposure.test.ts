import type { Host } from '../../../../../policies/model/network';
import { Unknown } from '../../../../../policies/model/term';
import { exposureOf } from '../../../../../policies/reachability/proof/matrix/exposure';
import { Prover } from '../../../../../policies/reachability/prover';
import { ALL, entry, type Facts, oneOf, resource, rule, tcp, udp } from '../../facts';
import { shop } from '../shop';

const ground = (): Facts =>
  shop()
    .group('s:web', 's:vpc', { ingress: [rule(tcp(443), '0.0.0.0/0'), rule(udp(53), '0.0.0.0/0')] })
    .group('s:closed', 's:vpc', { egress: [rule(ALL, '0.0.0.0/0')] });

/** What arrives from the internet at an instance in the public subnet with a public address, unless said otherwise. */
function exposure(host: Partial<Host>, { facts }: Facts = ground()): object {
  const whole: Host = {
    key: 's:aws_instance.web',
    kind: 'instance',
    origin: resource('aws_instance.web'),
    subnets: [oneOf('s:web_a')],
    groups: [oneOf('s:web')],
    publicIpv4: true,
    ipv6: false,
    ...host,
  };
  const { arrives, maybe, unknown } = exposureOf(whole, facts, new Prover(facts));
  return { arrives, ...(maybe === undefined ? {} : { maybe }), ...(unknown === undefined ? {} : { unknown }) };
}

describe('the exposure of a host to the internet', () => {
  it('is what its open group admits: tcp/443 and udp/53', () => {
    expect(exposure({})).toEqual({ arrives: ['tcp/443', 'udp/53'] });
  });

  it('is nothing behind a group without ingress rules', () => {
    expect(exposure({ groups: [oneOf('s:closed')] })).toEqual({ arrives: [] });
  });

  it('is nothing without a public address: an internal load balancer', () => {
    expect(exposure({ kind: 'load-balancer', publicIpv4: false })).toEqual({ arrives: [] });
  });

  it('is nothing in a subnet whose ACL drops it', () => {
    expect(exposure({}, ground().acl('s:web-acl', { in: [], out: [] }))).toEqual({ arrives: [] });
  });

  it('counts what is never answered, since one packet may be enough', () => {
    const facts = ground().acl('s:web-acl', { in: [entry(100, 'allow', ALL, '0.0.0.0/0')], out: [] });

    expect(exposure({}, facts)).toEqual({ arrives: ['tcp/443', 'udp/53'] });
  });

  it('is perhaps where nobody knows of a public address', () => {
    expect(exposure({ publicIpv4: new Unknown('the subnet decides') })).toEqual({ arrives: [], maybe: ['tcp/443', 'udp/53'] });
  });

  it('is perhaps everything where its groups are not known', () => {
    expect(exposure({ groups: new Unknown('they are set from outside') })).toEqual({
      arrives: [],
      maybe: ['icmp', 'other protocols', 'tcp', 'udp'],
    });
  });

  it('is everything of a load balancer that can have no group', () => {
    expect(exposure({ kind: 'load-balancer', groups: 'none' })).toEqual({
      arrives: ['icmp', 'other protocols', 'tcp', 'udp'],
    });
  });

  it('is that of all its subnets together', () => {
    const facts = ground().subnet('s:web_b', 's:vpc', '10.0.3.0/24', { table: oneOf('s:public'), acl: oneOf('s:b-acl') });
    const all = [entry(100, 'allow', ALL, '0.0.0.0/0')];
    facts.acl('s:b-acl', { in: [entry(100, 'allow', tcp(443), '0.0.0.0/0')], out: all });
    facts.acl('s:web-acl', { in: [entry(100, 'allow', udp(53), '0.0.0.0/0')], out: all });

    expect(exposure({ subnets: [oneOf('s:web_a'), oneOf('s:web_b')] }, facts)).toEqual({ arrives: ['tcp/443', 'udp/53'] });
    expect(exposure({ subnets: [oneOf('s:web_b')] }, facts)).toEqual({ arrives: ['tcp/443'] });
  });

  it('says why its place is not known', () => {
    expect(exposure({ subnets: new Unknown('the subnet is set from outside') })).toEqual({
      arrives: [],
      unknown: 'the subnet is set from outside',
    });
  });
});
