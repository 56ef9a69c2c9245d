import { blockText, listText } from '../../../../policies/reachability/filter/address-text';
import { protocolName, rangeText, trafficText } from '../../../../policies/reachability/filter/traffic-text';
import { Unknown } from '../../../../policies/model/term';
import { ALL, amazon, block, tcp, udp } from '../facts';

describe('traffic is called', () => {
  test.each([
    [ALL, 'all traffic'],
    [tcp(443), 'tcp 443'],
    [tcp(0), 'tcp 0'],
    [tcp(0, 65534), 'tcp 0-65534'],
    [tcp(1, 65535), 'tcp 1-65535'],
    [tcp(0, 65535), 'tcp'],
    [udp(8000, 8100), 'udp 8000-8100'],
    [{ protocol: 1 }, 'icmp'],
    [{ protocol: 1, type: 8 }, 'icmp 8'],
    [{ protocol: 1, type: 3, code: 4 }, 'icmp 3/4'],
    [{ protocol: 58, type: 128 }, 'icmpv6 128'],
    [{ protocol: 'other', number: 50 }, 'proto 50'],
    [new Unknown('a variable'), 'unknown traffic'],
  ] as const)('%j: %s', (traffic, text) => {
    expect(trafficText(traffic)).toBe(text);
  });

  test.each([
    [1, 'icmp'],
    [6, 'tcp'],
    [17, 'udp'],
    [58, 'icmpv6'],
    [50, 'proto 50'],
  ])('protocol %i: %s', (protocol, name) => {
    expect(protocolName(protocol)).toBe(name);
  });

  test('a range of one port: that port', () => {
    expect([rangeText({ from: 443, to: 443 }), rangeText({ from: 443, to: 444 })]).toEqual(['443', '443-444']);
  });
});

describe('addresses are called', () => {
  test.each([
    [block('10.0.0.0/8'), '10.0.0.0/8'],
    [amazon('v'), 'the IPv6 block of v'],
    [amazon('v', 8, 3), 'part 3 of 256 of the IPv6 block of v'],
    [new Unknown('a variable'), 'an unknown block'],
  ])('by their block, %#: %s', (of, text) => {
    expect(blockText(of)).toBe(text);
  });

  test('by their prefix list', () => {
    expect(listText({ key: 's:list', family: 'v4', blocks: [] })).toBe('prefix list s:list');
    expect(listText(new Unknown('a variable'))).toBe('an unknown prefix list');
  });
});
