import { packetText } from '../../../../policies/reachability/explain/packet-text';
import type { Packet } from '../../../../policies/reachability/query';

const PACKET: Packet = { src: '10.0.1.10', dst: '10.0.2.4', protocol: 6, srcPort: 49152, dstPort: 5432 };

test.each<[Partial<Packet>, string]>([
  [{}, 'tcp 10.0.1.10:49152 to 10.0.2.4:5432'],
  [{ protocol: 17, dstPort: 53, natPort: 1024 }, 'udp 10.0.1.10:49152 to 10.0.2.4:53, from port 1024 of the NAT gateway'],
  [{ protocol: 1, srcPort: 8, dstPort: 0 }, 'icmp 8/0 10.0.1.10 to 10.0.2.4'],
  [{ protocol: 58, srcPort: 128, dstPort: 0, src: '2001:db8::1', dst: '2001:db8::2' }, 'icmpv6 128/0 2001:db8::1 to 2001:db8::2'],
  [{ protocol: 50, srcPort: 0, dstPort: 0 }, 'proto 50 10.0.1.10 to 10.0.2.4'],
  [{ src: '2001:db8::1', dst: '2001:db8::2' }, 'tcp [2001:db8::1]:49152 to [2001:db8::2]:5432'],
])('a packet %j is written %s', (more, text) => {
  expect(packetText({ ...PACKET, ...more })).toBe(text);
});
