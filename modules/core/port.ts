import { asWritten, InputError } from './input-error';

/** A range of ports, both ends in it. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Messages of a kind. Type and code are dimensions of their own, never a port range. */
export interface IcmpPort {
  readonly protocol: 'icmp' | 'icmpv6';
  /** Left out: all of them. */
  readonly type?: number;
  /** Left out: all of them. */
  readonly code?: number;
}

/** What a flow carries. */
export type Port =
  | { readonly protocol: 'tcp' | 'udp'; readonly ports: PortRange }
  | IcmpPort
  | { readonly protocol: 'other'; readonly number: number }
  | { readonly protocol: 'all' };

/** Protocols with a form of their own in the grammar: `proto/6` would be a second way to write `tcp`. */
const NAMED_PROTOCOLS: ReadonlyMap<number, string> = new Map([
  [1, 'icmp'],
  [6, 'tcp/N'],
  [17, 'udp/N'],
  [58, 'icmpv6'],
]);

const FORM = 'write tcp/443, udp/53, tcp/8000-8100, icmp/8/0, icmpv6/128, proto/50 or all';

function refuse(problem: string, text: string, remedy: string, code: string): never {
  throw InputError.of({ problem, got: asWritten(text), remedy, code });
}

function parseNumber(text: string, digits: string, highest: number, what: string): number {
  if (!/^(0|[1-9]\d{0,9})$/.test(digits)) refuse(`${what} is not a number`, text, FORM, 'LZ-PORT-1');
  if (Number(digits) > highest) refuse(`${what} must be 0 to ${String(highest)}`, text, FORM, 'LZ-PORT-2');
  return Number(digits);
}

/** `443` or `8000-8100`. */
export function parsePortRange(text: string, digits: string = text): PortRange {
  const [low = '', high = low, ...rest] = digits.split('-');
  if (rest.length > 0) refuse('the port range is not two numbers', text, FORM, 'LZ-PORT-1');
  const range = { from: parseNumber(text, low, 65535, 'the port'), to: parseNumber(text, high, 65535, 'the port') };
  if (range.from > range.to) {
    refuse(
      'the port range runs backwards',
      text,
      `write the lower port first: ${String(range.to)}-${String(range.from)}`,
      'LZ-PORT-3',
    );
  }
  return range;
}

function parseIcmp(protocol: 'icmp' | 'icmpv6', text: string, parts: readonly string[]): Port {
  const [type, code, ...rest] = parts;
  if (rest.length > 0) refuse(`${protocol} takes a type and a code`, text, FORM, 'LZ-PORT-1');
  return {
    protocol,
    ...(type === undefined ? {} : { type: parseNumber(text, type, 255, 'the ICMP type') }),
    ...(code === undefined ? {} : { code: parseNumber(text, code, 255, 'the ICMP code') }),
  };
}

/**
 * Reads one port of the flow grammar.
 * @throws InputError LZ-PORT-1 wrong form, LZ-PORT-2 out of range, LZ-PORT-3 range backwards, LZ-PORT-4 a named protocol by number
 */
export function parsePort(text: string): Port {
  const [protocol, ...parts] = text.split('/');
  if (text === 'all') return { protocol: 'all' };
  if (protocol === 'icmp' || protocol === 'icmpv6') return parseIcmp(protocol, text, parts);
  const [value, ...rest] = parts;
  if (value === undefined || rest.length > 0) refuse('the port has no protocol', text, FORM, 'LZ-PORT-1');
  if (protocol === 'tcp' || protocol === 'udp') return { protocol, ports: parsePortRange(text, value) };
  if (protocol !== 'proto') refuse('the protocol is not known', text, FORM, 'LZ-PORT-1');
  const number = parseNumber(text, value, 255, 'the protocol number');
  const named = NAMED_PROTOCOLS.get(number);
  if (named !== undefined) refuse('this protocol has a name', text, `write ${named}`, 'LZ-PORT-4');
  return { protocol: 'other', number };
}

function renderRange({ from, to }: PortRange): string {
  return from === to ? String(from) : `${String(from)}-${String(to)}`;
}

/** The canonical text: the inverse of parsePort. */
export function renderPort(port: Port): string {
  switch (port.protocol) {
    case 'tcp':
    case 'udp':
      return `${port.protocol}/${renderRange(port.ports)}`;
    case 'icmp':
    case 'icmpv6':
      return [port.protocol, port.type, port.code].filter((part) => part !== undefined).join('/');
    case 'other':
      return `proto/${String(port.number)}`;
    case 'all':
      return 'all';
  }
}

/** Whether some packet is of both. */
export function portsOverlap(a: Port, b: Port): boolean {
  if (a.protocol === 'all' || b.protocol === 'all') return true;
  if (a.protocol !== b.protocol) return false;
  if ('ports' in a && 'ports' in b) return a.ports.from <= b.ports.to && b.ports.from <= a.ports.to;
  if ('number' in a && 'number' in b) return a.number === b.number;
  const same = (x?: number, y?: number): boolean => x === undefined || y === undefined || x === y;
  return 'ports' in a || 'ports' in b || 'number' in a || 'number' in b || (same(a.type, b.type) && same(a.code, b.code));
}

/** Requests that have a reply of another type (RFC 792, RFC 4443). Every other message is a message on its own. */
const ICMP_REPLIES = {
  icmp: new Map([
    [8, 0],
    [13, 14],
    [15, 16],
    [17, 18],
  ]),
  icmpv6: new Map([[128, 129]]),
} as const;

/**
 * What a stateless filter must let back for this port: the client's ports for tcp and udp, the answering type for ICMP,
 * the same protocol otherwise. Undefined where nothing answers.
 */
export function replyTo(port: Port, clientPorts: PortRange): Port | undefined {
  if (port.protocol === 'tcp' || port.protocol === 'udp') return { protocol: port.protocol, ports: clientPorts };
  if (port.protocol !== 'icmp' && port.protocol !== 'icmpv6') return port;
  if (port.type === undefined) return port;
  const type = ICMP_REPLIES[port.protocol].get(port.type);
  return type === undefined ? undefined : { protocol: port.protocol, type, code: 0 };
}

/** Ports that clients open connections from: load balancers, NAT and Lambda use all of them (AWS, "Ephemeral ports"). */
export const CLIENT_PORTS: PortRange = { from: 1024, to: 65535 };
