import type { Family } from '../../../../../modules/core/cidr';
import { parsePort } from '../../../../../modules/core/port';
import { trafficOf } from '../../../../../policies/model/network';
import { regionPorts } from '../../../../../policies/reachability/proof/matrix/region-ports';
import { packetsOf } from '../../../../../policies/reachability/region/protocols';
import { intersect, type Region, subtract } from '../../../../../policies/reachability/region/region';

const ANY = { from: 0, to: 65535 };
const of = (family: Family, ...ports: readonly string[]): Region =>
  ports.flatMap((port) => packetsOf(port === 'all' ? { protocol: 'all' } : trafficOf(parsePort(port)), ANY, family));

describe('what a region carries is written as flows write it:', () => {
  it.each([
    ['v4', [], []],
    ['v4', ['tcp/443'], ['tcp/443']],
    ['v4', ['tcp/80', 'tcp/81-90', 'udp/53'], ['tcp/80-90', 'udp/53']],
    ['v4', ['tcp/80', 'tcp/82'], ['tcp/80', 'tcp/82']],
    ['v4', ['tcp/0-65535'], ['tcp']],
    ['v4', ['icmp'], ['icmp']],
    ['v4', ['icmp/8'], ['icmp/8']],
    ['v4', ['icmp/3/4'], ['icmp/3/4']],
    ['v4', ['icmp/8', 'icmp/9', 'icmp/11/0'], ['icmp/11/0', 'icmp/8-9']],
    ['v6', ['icmpv6/128', 'icmpv6/2/0'], ['icmpv6/128', 'icmpv6/2/0']],
    ['v4', ['proto/50'], ['proto/50']],
    ['v4', ['proto/50', 'proto/51'], ['other protocols']],
    ['v4', ['all'], ['icmp', 'other protocols', 'tcp', 'udp']],
    ['v6', ['all'], ['icmpv6', 'other protocols', 'tcp', 'udp']],
  ] as const)('%s %j is %j', (family, ports, texts) => {
    expect(regionPorts(of(family, ...ports), family)).toEqual(texts);
  });

  it('however the region is cut: icmp of which 3/4 and 8 are boxes of their own is icmp', () => {
    const whole = of('v4', 'icmp');
    const cut = [...subtract(whole, of('v4', 'icmp/3/4', 'icmp/8')), ...of('v4', 'icmp/3/4'), ...of('v4', 'icmp/8')];

    expect(regionPorts(cut, 'v4')).toEqual(['icmp']);
  });

  it('client ports and addresses are no part of it', () => {
    const low = packetsOf({ protocol: 6, ports: { from: 22, to: 22 } }, { from: 1, to: 2 }, 'v4');

    expect(regionPorts(intersect(of('v4', 'all'), low), 'v4')).toEqual(['tcp/22']);
  });
});
