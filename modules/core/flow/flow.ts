import { asWritten, InputError } from '../input-error';
import { CLIENT_PORTS, parsePort, parsePortRange, type Port, type PortRange, portsOverlap, renderPort } from '../port';
import { checkRuleDescription } from '../rule-description';
import { parsePeer, type Peer, renderPeer } from './peer';

/** A flow as it is written: who opens, who answers, on what, and why. */
export interface FlowInput {
  /** The end that opens the connection. */
  readonly from: string;
  /** The end that answers. */
  readonly to: string;
  /** One port or several: tcp|udp/N[-M], icmp[/type[/code]], icmpv6[/…], proto/N or all. */
  readonly port: string | readonly string[];
  /** The reason, which becomes the description of every group rule: at most 255 of AWS's characters. */
  readonly why: string;
  /** The address families meant. @default - those that both ends have */
  readonly family?: 'v4' | 'v6' | 'both';
  /** The ports that clients open from, let back by network ACLs. @default 1024-65535 */
  readonly clientPorts?: string;
  /** Why port all is acceptable. @default - none, and then port all is refused */
  readonly accept?: string;
}

/** A flow of one port, read and checked. */
export interface Flow {
  readonly from: Peer;
  readonly to: Peer;
  readonly port: Port;
  readonly why: string;
  readonly families: readonly ('v4' | 'v6')[] | undefined;
  readonly clientPorts: PortRange;
  /** Position of the input among its network's flows, for errors and intent.json only; nothing is keyed by it. */
  readonly index: number;
}

/** What a flow is called in messages. */
export function renderFlow(flow: Pick<Flow, 'from' | 'to' | 'port'>): string {
  return `${renderPeer(flow.from)} → ${renderPeer(flow.to)} ${renderPort(flow.port)}`;
}

function checkEnds(from: Peer, to: Peer, input: FlowInput): void {
  const got = asWritten(`${input.from} → ${input.to}`);
  if (from.kind === 'endpoint') {
    throw InputError.of({
      problem: 'an endpoint never opens a connection',
      got,
      remedy: 'name it as the "to" of the flow',
      code: 'LZ-FLOW-2',
    });
  }
  if (from.kind !== 'tier' && to.kind !== 'tier') {
    throw InputError.of({
      problem: 'neither end is a tier',
      got,
      remedy: 'let one end be a tier of this network',
      code: 'LZ-FLOW-3',
    });
  }
}

function checkIcmpFamily(port: Port, family: FlowInput['family'], text: string): void {
  const wrong = (port.protocol === 'icmp' && family === 'v6') || (port.protocol === 'icmpv6' && family === 'v4');
  if (!wrong) return;
  const remedy = `use ${port.protocol === 'icmp' ? 'icmpv6' : 'icmp'} or leave family out`;
  throw InputError.of({
    problem: `${port.protocol} doesn't exist in family ${family}`,
    got: asWritten(text),
    remedy,
    code: 'LZ-FLOW-4',
  });
}

/**
 * Reads one flow entry: one Flow for each of its ports.
 * @throws InputError LZ-FLOW-n, LZ-PORT-n, LZ-CIDR-n, LZ-TEXT-n
 */
export function parseFlow(input: FlowInput, index: number): Flow[] {
  const from = parsePeer(input.from);
  const to = parsePeer(input.to);
  checkEnds(from, to, input);
  checkRuleDescription(input.why);
  const clientPorts = input.clientPorts === undefined ? CLIENT_PORTS : parsePortRange(input.clientPorts);
  const families = input.family === undefined ? undefined : input.family === 'both' ? (['v4', 'v6'] as const) : [input.family];
  const texts = typeof input.port === 'string' ? [input.port] : input.port;
  if (texts.length === 0) {
    throw InputError.of({ problem: 'the flow has no port', got: '[]', remedy: 'name at least one', code: 'LZ-FLOW-5' });
  }
  return texts.map((text) => {
    const port = parsePort(text);
    checkIcmpFamily(port, input.family, text);
    if (port.protocol === 'all' && (input.accept ?? '').trim() === '') {
      throw InputError.of({
        problem: 'port all opens everything',
        got: '"all"',
        remedy: 'name the ports, or add accept: with the reason',
        code: 'LZ-FLOW-6',
      });
    }
    return { from, to, port, why: input.why, families, clientPorts, index };
  });
}

function familiesMeet(a: Flow['families'], b: Flow['families']): boolean {
  return a === undefined || b === undefined || a.some((family) => b.includes(family));
}

/** Whether two flows say the same thing for some packet: the same ends and overlapping ports. */
export function flowsOverlap(a: Flow, b: Flow): boolean {
  const sameEnds = renderPeer(a.from) === renderPeer(b.from) && renderPeer(a.to) === renderPeer(b.to);
  return sameEnds && portsOverlap(a.port, b.port) && familiesMeet(a.families, b.families);
}
