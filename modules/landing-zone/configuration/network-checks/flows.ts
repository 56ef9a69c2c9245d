import { type Flow, type FlowInput, parseFlow, type Peer } from '../../../core/flow';
import { asWritten } from '../../../core/input-error';
import { parsePort, parsePortRange } from '../../../core/port';
import { checkRuleDescription } from '../../../core/rule-description';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import { readPeer } from './peers';

/** A flow and where it is written. */
export interface PlacedFlow {
  readonly flow: Flow;
  readonly path: Path;
}

type FlowFamily = 'v4' | 'v6';

function familiesOfPeer(peer: Peer): readonly FlowFamily[] {
  return peer.kind === 'cidr' ? [peer.cidr.family] : ['v4', 'v6'];
}

function familiesOfPort({ port }: Flow): readonly FlowFamily[] {
  return port.protocol === 'icmp' ? ['v4'] : port.protocol === 'icmpv6' ? ['v6'] : ['v4', 'v6'];
}

/** What is demanded must be there, and something must be left after all ends had their say. */
function checkFamilies(inspection: Inspection, path: Path, network: string, flow: Flow): void {
  const hasIpv6 = inspection.read(['networks', network, 'ipv6']) === true;
  const all = (['v4', 'v6'] as const).filter((family) =>
    [familiesOfPeer(flow.from), familiesOfPeer(flow.to), familiesOfPort(flow), flow.families ?? ['v4', 'v6']].every((families) =>
      families.includes(family),
    ),
  );
  const got = asWritten(
    (inspection.read(path) as FlowInput | undefined)?.family ?? (inspection.read(path) as FlowInput | undefined)?.port,
  );
  if (all.length === 0) {
    inspection.refuse(path, {
      problem: 'no address family is left to both ends, the port and family:',
      got,
      remedy: 'make them agree, or leave family out',
      code: 'LZ-CFG-46',
    });
  } else if (!hasIpv6 && (flow.families?.includes('v6') === true || !all.includes('v4'))) {
    inspection.refuse(path, {
      problem: "the flow needs IPv6, which the network hasn't",
      got,
      remedy: 'add ipv6: true to the network',
      code: 'LZ-CFG-46',
    });
  }
}

/** Each part at its own place; the flow as a whole only once its parts are good. */
function readFlow(inspection: Inspection, path: Path, network: string, input: FlowInput, index: number): readonly Flow[] {
  const from = readPeer(inspection, [...path, 'from'], network);
  const to = readPeer(inspection, [...path, 'to'], network);
  const why = inspection.attempt([...path, 'why'], () => {
    checkRuleDescription(input.why);
    return true;
  });
  const ports =
    typeof input.port === 'string'
      ? [{ text: input.port, at: [...path, 'port'] }]
      : input.port.map((text, i) => ({ text, at: [...path, 'port', i] }));
  const read = ports.map(({ text, at }) => inspection.attempt(at, () => parsePort(text)));
  const { clientPorts } = input;
  const clients =
    clientPorts === undefined || inspection.attempt([...path, 'clientPorts'], () => parsePortRange(clientPorts)) !== undefined;
  if (from === undefined || to === undefined || why === undefined || read.includes(undefined) || !clients) return [];
  return inspection.attempt(path, () => parseFlow(input, index)) ?? [];
}

function checkInternetSource(inspection: Inspection, path: Path, network: string, flow: Flow): void {
  if (flow.from.kind !== 'internet' || flow.to.kind !== 'tier') return;
  const kind = inspection.readText(['networks', flow.to.network?.network ?? network, 'tiers', flow.to.tier, 'kind']);
  if (kind === undefined || kind === 'public') return;
  const problem = `the internet can't open connections to the ${kind} tier "${flow.to.tier}"`;
  const got = asWritten((inspection.read(path) as FlowInput | undefined)?.to);
  inspection.refuse([...path, 'to'], {
    problem,
    got,
    remedy: 'put a load balancer into a public tier between them',
    code: 'LZ-CFG-44',
  });
}

/** The flows of a network that could be read, the others noted. */
export function readFlows(inspection: Inspection, network: string): readonly PlacedFlow[] {
  return inspection.entries<FlowInput>(['networks', network, 'flows']).flatMap(({ value, path, name }) => {
    const flows = readFlow(inspection, path, network, value, Number(name));
    for (const flow of flows) checkFamilies(inspection, path, network, flow);
    if (flows[0] !== undefined) checkInternetSource(inspection, path, network, flows[0]);
    return flows.map((flow) => ({ flow, path }));
  });
}
