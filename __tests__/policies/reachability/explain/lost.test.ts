import { parsePort } from '../../../../modules/core/port';
import { type Traffic, trafficOf } from '../../../../policies/model/network';
import { lostPorts } from '../../../../policies/reachability/explain/lost';
import { packetsOf } from '../../../../policies/reachability/region/protocols';
import { type Region, subtract } from '../../../../policies/reachability/region/region';
import { CLIENT_PORTS } from '../facts';

const all: Traffic = { protocol: 'all' };
const of = (...ports: readonly string[]): Region =>
  ports.flatMap((port) => packetsOf(port === 'all' ? all : trafficOf(parsePort(port)), CLIENT_PORTS, 'v4'));

describe('what is lost of all packets is said by ports:', () => {
  it.each([
    [[], []],
    [['tcp/443'], ['tcp 443']],
    [
      ['tcp/80', 'tcp/81-90', 'udp/53'],
      ['tcp 80-90', 'udp 53'],
    ],
    [['tcp/80', 'tcp/82'], ['tcp 80, 82']],
    [['tcp/0-65535'], ['tcp']],
    [['icmp'], ['icmp']],
    [['icmp/8'], ['icmp 8']],
    [['icmp/3/4'], ['icmp 3/4']],
    [
      ['icmp/8', 'icmp/9', 'icmp/11/0'],
      ['icmp 8-9', 'icmp 11/0'],
    ],
    [['proto/50', 'proto/51', 'proto/60'], ['proto 50-51, 60']],
  ])('%j is %j', (ports, texts) => {
    expect(lostPorts(of(...ports), of('all'), 'v4')).toEqual(texts);
  });

  it('however it is cut: icmp of which 3/4 and 8 are boxes of their own is icmp', () => {
    const cut = [...subtract(of('icmp'), of('icmp/3/4', 'icmp/8')), ...of('icmp/3/4', 'icmp/8')];

    expect(lostPorts(cut, of('all'), 'v4')).toEqual(['icmp']);
  });

  it('messages of all types but for one code of one: icmp without 3/4 is 0-2, 3/0-3, 3/5-255 and 4-255', () => {
    const said = lostPorts(subtract(of('icmp'), of('icmp/3/4')), of('all'), 'v4');

    expect(said).toEqual(['icmp 0-2', 'icmp 3/0-3', 'icmp 3/5-255', 'icmp 4-255']);
  });
});
