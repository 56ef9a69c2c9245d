import fc from 'fast-check';

import { CLIENT_PORTS, parsePort, parsePortRange, type Port, portsOverlap, renderPort, replyTo } from '../../modules/core/port';
import { lineOf } from './line-of';

const FORM = 'write tcp/443, udp/53, tcp/8000-8100, icmp/8/0, icmpv6/128, proto/50 or all';

describe('a port', () => {
  test.each<readonly [string, Port]>([
    ['tcp/443', { protocol: 'tcp', ports: { from: 443, to: 443 } }],
    ['udp/8000-8100', { protocol: 'udp', ports: { from: 8000, to: 8100 } }],
    ['tcp/0-65535', { protocol: 'tcp', ports: { from: 0, to: 65535 } }],
    ['icmp', { protocol: 'icmp' }],
    ['icmp/8', { protocol: 'icmp', type: 8 }],
    ['icmp/3/4', { protocol: 'icmp', type: 3, code: 4 }],
    ['icmpv6/255/255', { protocol: 'icmpv6', type: 255, code: 255 }],
    ['proto/50', { protocol: 'other', number: 50 }],
    ['proto/0', { protocol: 'other', number: 0 }],
    ['all', { protocol: 'all' }],
  ])('%s is read, and written back', (text, port) => {
    expect([parsePort(text), renderPort(port)]).toEqual([port, text]);
  });

  test('a range of one port is written as that port', () => {
    expect(renderPort(parsePort('tcp/443-443'))).toBe('tcp/443');
  });

  test.each([
    ['tcp/65536', `the port must be 0 to 65535, got "tcp/65536"; ${FORM} [LZ-PORT-2]`],
    ['tcp/70000', `the port must be 0 to 65535, got "tcp/70000"; ${FORM} [LZ-PORT-2]`],
    ['tcp/80-70000', `the port must be 0 to 65535, got "tcp/80-70000"; ${FORM} [LZ-PORT-2]`],
    ['tcp/443-80', 'the port range runs backwards, got "tcp/443-80"; write the lower port first: 80-443 [LZ-PORT-3]'],
    ['tcp/1-2-3', `the port range is not two numbers, got "tcp/1-2-3"; ${FORM} [LZ-PORT-1]`],
    ['tcp/', `the port is not a number, got "tcp/"; ${FORM} [LZ-PORT-1]`],
    ['tcp/-1', `the port is not a number, got "tcp/-1"; ${FORM} [LZ-PORT-1]`],
    ['tcp/0443', `the port is not a number, got "tcp/0443"; ${FORM} [LZ-PORT-1]`],
    ['tcp/https', `the port is not a number, got "tcp/https"; ${FORM} [LZ-PORT-1]`],
    ['tcp', `the port has no protocol, got "tcp"; ${FORM} [LZ-PORT-1]`],
    ['443', `the port has no protocol, got "443"; ${FORM} [LZ-PORT-1]`],
    ['tcp/1/2', `the port has no protocol, got "tcp/1/2"; ${FORM} [LZ-PORT-1]`],
    ['TCP/443', `the protocol is not known, got "TCP/443"; ${FORM} [LZ-PORT-1]`],
    ['icmp/256', `the ICMP type must be 0 to 255, got "icmp/256"; ${FORM} [LZ-PORT-2]`],
    ['icmp/8/256', `the ICMP code must be 0 to 255, got "icmp/8/256"; ${FORM} [LZ-PORT-2]`],
    ['icmp/8/0/1', `icmp takes a type and a code, got "icmp/8/0/1"; ${FORM} [LZ-PORT-1]`],
    ['icmp/', `the ICMP type is not a number, got "icmp/"; ${FORM} [LZ-PORT-1]`],
    ['proto/256', `the protocol number must be 0 to 255, got "proto/256"; ${FORM} [LZ-PORT-2]`],
    ['proto/1', 'this protocol has a name, got "proto/1"; write icmp [LZ-PORT-4]'],
    ['proto/6', 'this protocol has a name, got "proto/6"; write tcp/N [LZ-PORT-4]'],
    ['proto/17', 'this protocol has a name, got "proto/17"; write udp/N [LZ-PORT-4]'],
    ['proto/58', 'this protocol has a name, got "proto/58"; write icmpv6 [LZ-PORT-4]'],
    ['', `the port has no protocol, got ""; ${FORM} [LZ-PORT-1]`],
  ])('refuses %j', (text, line) => {
    expect(lineOf(() => parsePort(text))).toBe(line);
  });

  test('a range alone is read for client ports', () => {
    expect(parsePortRange('1024-65535')).toEqual(CLIENT_PORTS);
  });
});

describe('the reply to a port', () => {
  test.each([
    ['tcp/443', 'tcp/1024-65535'],
    ['udp/53', 'udp/1024-65535'],
    ['icmp/8', 'icmp/0/0'],
    ['icmp/13', 'icmp/14/0'],
    ['icmpv6/128/0', 'icmpv6/129/0'],
    ['icmp', 'icmp'],
    ['proto/50', 'proto/50'],
    ['all', 'all'],
  ])('of %s is %s', (text, reply) => {
    const found = replyTo(parsePort(text), CLIENT_PORTS);
    expect(found === undefined ? undefined : renderPort(found)).toBe(reply);
  });

  test.each(['icmp/3/4', 'icmp/0', 'icmpv6/2', 'icmpv6/8'])('of %s is nothing: it is a message on its own', (text) => {
    expect(replyTo(parsePort(text), CLIENT_PORTS)).toBeUndefined();
  });
});

describe('two ranges', () => {
  test.each([
    ['tcp/80-90', 'tcp/90-100', true],
    ['tcp/80-89', 'tcp/90-100', false],
    ['udp/80-100', 'udp/90', true],
    ['udp/80-100', 'tcp/90', false],
  ])('%s and %s overlap: %s, in either order', (a, b, overlap) => {
    expect([portsOverlap(parsePort(a), parsePort(b)), portsOverlap(parsePort(b), parsePort(a))]).toEqual([overlap, overlap]);
  });
});

/** A packet as a filter sees it, in worlds small enough to look at each. */
interface Packet {
  readonly protocol: string;
  readonly numbers: readonly number[];
}

const PACKETS: readonly Packet[] = [
  ...['tcp', 'udp'].flatMap((protocol) => [0, 1, 2, 3].map((port) => ({ protocol, numbers: [port] }))),
  ...['icmp', 'icmpv6'].flatMap((protocol) =>
    [0, 1].flatMap((type) => [0, 1].map((code) => ({ protocol, numbers: [type, code] }))),
  ),
  ...[50, 51].map((number) => ({ protocol: 'other', numbers: [number] })),
];

function matches(port: Port, { protocol, numbers: [first = 0, second = 0] }: Packet): boolean {
  if (port.protocol === 'all') return true;
  if (port.protocol !== protocol) return false;
  if ('ports' in port) return port.ports.from <= first && first <= port.ports.to;
  if (port.protocol === 'other') return port.number === first;
  return (port.type ?? first) === first && (port.code ?? second) === second;
}

const range = fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const port: fc.Arbitrary<Port> = fc.oneof(
  fc.tuple(fc.constantFrom('tcp' as const, 'udp' as const), range).map(([protocol, ports]) => ({ protocol, ports })),
  fc
    .tuple(fc.constantFrom('icmp' as const, 'icmpv6' as const), fc.option(fc.tuple(fc.nat(1), fc.option(fc.nat(1)))))
    .map(([protocol, named]) => ({
      protocol,
      ...(named === null ? {} : { type: named[0], ...(named[1] === null ? {} : { code: named[1] }) }),
    })),
  fc.constantFrom(50, 51).map((number) => ({ protocol: 'other' as const, number })),
  fc.constant({ protocol: 'all' as const }),
);

describe('the laws of ports', () => {
  test('a port reads back from its text', () => {
    fc.assert(
      fc.property(port, (a) => {
        expect(parsePort(renderPort(a))).toEqual(a);
      }),
    );
  });

  test('two ports overlap exactly where some packet is of both', () => {
    fc.assert(
      fc.property(port, port, (a, b) => {
        expect(portsOverlap(a, b)).toBe(PACKETS.some((packet) => matches(a, packet) && matches(b, packet)));
      }),
      { numRuns: 1000 },
    );
  });
});
