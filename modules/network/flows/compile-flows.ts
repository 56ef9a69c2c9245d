import type { Family } from '../../core/cidr';
import { type Flow, renderFlow } from '../../core/flow';
import { ProblemList } from '../../core/input-error';
import { CLIENT_PORTS, type Port, replyTo } from '../../core/port';
import type { AclPeer, CompiledNetwork, RulePeer } from './compiled-network';
import { type OuterEnd, type OwnEnd, resolveEnd, type Universe } from './flow-end';
import { refuseFlow } from './flow-faults';
import { FlowSink, type WantedEntry } from './flow-sink';
import { addPathMtu, addTierRoutes } from './implied-needs';
import { NAT_TIER, type NetworkView } from './network-view';

type Leg = Pick<WantedEntry, 'tier' | 'peer'>;

/**
 * The families in which a flow exists: those of both ends that it asks for and its protocol has. Between networks it's
 * IPv4 only: the other one's block comes from Amazon and isn't known before it is applied.
 */
function familiesOf(flow: Flow, ...ends: readonly OwnEnd[]): Family[] {
  const dual = ends.every(({ view, ipv4Only }) => view.dualStack && !ipv4Only && view === ends[0]?.view);
  const possible: readonly Family[] = dual ? ['v4', 'v6'] : ['v4'];
  const families = possible.filter((family) => flow.port.protocol !== (family === 'v4' ? 'icmpv6' : 'icmp'));
  const missing = (flow.families ?? []).find((family) => !possible.includes(family));
  const meant = families.filter((family) => flow.families?.includes(family) ?? true);
  if (missing === undefined && meant.length > 0) {
    return meant;
  }
  const remedy = 'set ipv6: true on the network (flows to endpoints and other networks are IPv4 only), or take IPv4';
  return refuseFlow(flow, 'the flow asks for IPv6, which one of its ends has not', remedy, 'LZ-FLOW-12');
}

/** The side that opens: the request out, its replies in. */
function opens(sink: FlowSink, leg: Leg, flow: Flow, reply: Port | undefined, wide: boolean): void {
  const text = renderFlow(flow);
  sink.entry({ ...leg, direction: 'out', port: flow.port, purpose: 'flow', flow: text, residue: wide });
  if (reply !== undefined) sink.entry({ ...leg, direction: 'in', port: reply, purpose: 'reply', flow: text, residue: true });
}

/** The side that answers: the request in, its replies out. */
function answers(sink: FlowSink, leg: Leg, flow: Flow, reply: Port | undefined, wide: boolean): void {
  const text = renderFlow(flow);
  sink.entry({ ...leg, direction: 'in', port: flow.port, purpose: 'flow', flow: text, residue: wide });
  if (reply !== undefined) sink.entry({ ...leg, direction: 'out', port: reply, purpose: 'reply', flow: text, residue: true });
}

/** Both ends ours: rules by group, ACL entries by the tiers' blocks. */
function compileInside(flow: Flow, from: OwnEnd, to: OwnEnd): void {
  const { port, why } = flow;
  from.sink.rule({
    group: from.group,
    direction: 'egress',
    peer: { kind: 'group', group: to.group, network: to.view.key },
    port,
    why,
  });
  to.sink.rule({
    group: to.group,
    direction: 'ingress',
    peer: { kind: 'group', group: from.group, network: from.view.key },
    port,
    why,
  });
  const reply = replyTo(port, flow.clientPorts);
  for (const family of familiesOf(flow, from, to)) {
    const block = (end: OwnEnd): AclPeer => ({ kind: 'tier', network: end.view.key, tier: end.tier, family });
    opens(from.sink, { tier: from.tier, peer: block(to) }, flow, reply, false);
    answers(to.sink, { tier: to.tier, peer: block(from) }, flow, reply, false);
  }
  if (from.view.key !== to.view.key) {
    from.sink.route({ kind: 'peering', tier: from.tier, network: to.view.key, peerTier: to.tier });
    to.sink.route({ kind: 'peering', tier: to.tier, network: from.view.key, peerTier: from.tier });
  }
}

function compileInbound(flow: Flow, from: OuterEnd, to: OwnEnd): void {
  if (from.way.kind === 'internet' && to.view.tiers.get(to.tier) !== 'public') {
    refuseFlow(
      flow,
      `tier "${to.tier}" is not public, so nothing from the internet reaches it`,
      'let a public tier answer, such as a load balancer',
      'LZ-FLOW-13',
    );
  }
  const families = familiesOf(flow, to);
  const reply = replyTo(flow.port, flow.clientPorts);
  ruleEach(to, 'ingress', flow, from, families);
  for (const { peer, family } of from.acl) {
    if (families.includes(family)) answers(to.sink, { tier: to.tier, peer }, flow, reply, from.wide);
  }
  routeOnPremises(to, from, families);
}

/** Of a network outside AWS only the ranges that the flow is about. */
function routeOnPremises({ sink, tier }: OwnEnd, { way }: OuterEnd, families: readonly Family[]): void {
  if (way.kind !== 'on-premises') return;
  for (const range of way.ranges) {
    const { family } = range;
    if (families.includes(family)) sink.route({ kind: way.kind, tier, name: way.name, range: range.toString(), family });
  }
}

function ruleEach(end: OwnEnd, direction: 'ingress' | 'egress', flow: Flow, outer: OuterEnd, families: readonly Family[]): void {
  for (const { peer, family } of outer.rules) {
    if (families.includes(family)) {
      end.sink.rule({ group: end.group, direction, peer: peer satisfies RulePeer, port: flow.port, why: flow.why });
    }
  }
}

/** NAT hears the request from the tier and repeats it from ports of its own, so its ACL needs both legs. */
function compileNatLegs(flow: Flow, from: OwnEnd, peer: AclPeer, wide: boolean): void {
  if (from.view.nat === 'none') {
    refuseFlow(
      flow,
      'the way to the internet needs NAT and the network has none',
      'set nat: single or one-per-zone',
      'LZ-FLOW-14',
    );
  }
  const { protocol } = flow.port;
  if (protocol === 'other' || protocol === 'all') {
    refuseFlow(flow, 'NAT gateways carry tcp, udp and icmp only', 'name the ports as tcp, udp or icmp', 'LZ-FLOW-15');
  }
  const tier: AclPeer = { kind: 'tier', network: from.view.key, tier: from.tier, family: 'v4' };
  answers(from.sink, { tier: NAT_TIER, peer: tier }, flow, replyTo(flow.port, flow.clientPorts), false);
  opens(from.sink, { tier: NAT_TIER, peer }, flow, replyTo(flow.port, CLIENT_PORTS), wide);
  from.sink.route({ kind: 'nat', tier: from.tier });
}

function compileOutbound(flow: Flow, from: OwnEnd, to: OuterEnd): void {
  const families = familiesOf(flow, from);
  const kind = from.view.tiers.get(from.tier);
  if (to.way.kind === 'internet' && kind === 'isolated') {
    refuseFlow(
      flow,
      `tier "${from.tier}" is isolated, so it has no way to the internet`,
      'make it private, or use an endpoint',
      'LZ-FLOW-16',
    );
  }
  ruleEach(from, 'egress', flow, to, families);
  for (const { peer, family } of to.acl) {
    if (!families.includes(family)) continue;
    opens(from.sink, { tier: from.tier, peer }, flow, replyTo(flow.port, flow.clientPorts), to.wide);
    if (to.way.kind !== 'internet' || kind === 'public') continue;
    if (family === 'v4') compileNatLegs(flow, from, peer, to.wide);
    else from.sink.route({ kind: 'egress-only', tier: from.tier });
  }
  routeOnPremises(from, to, families);
  if (to.way.kind === 'service') from.sink.route({ kind: 'gateway-endpoint', tier: from.tier, service: to.way.service });
}

function compileFlow(flow: Flow, home: NetworkView, universe: Universe): void {
  const from = resolveEnd(flow, flow.from, home, universe);
  const to = resolveEnd(flow, flow.to, home, universe);
  if (![from, to].some((end) => end.kind === 'own' && end.view === home)) {
    refuseFlow(flow, 'neither end is a tier of this network', 'move the flow to the network of one of its tiers', 'LZ-FLOW-3');
  }
  if (from.kind === 'own') {
    if (to.kind === 'own') compileInside(flow, from, to);
    else compileOutbound(flow, from, to);
  } else if (to.kind === 'own') {
    compileInbound(flow, from, to);
  }
}

/**
 * What the flows of these networks come to: security-group rules, network ACL entries both ways with the reply ports,
 * and the need for routes. Nothing else is open.
 * @throws InputError LZ-FLOW-7 to LZ-FLOW-16, every flow that can't be
 */
export function compileFlows(views: readonly NetworkView[]): ReadonlyMap<string, CompiledNetwork> {
  const universe: Universe = {
    views: new Map(views.map((view) => [view.key, view])),
    sinks: new Map(views.map((view) => [view.key, new FlowSink(view.key)])),
  };
  const problems = new ProblemList();
  for (const view of views) {
    const sink = universe.sinks.get(view.key);
    if (sink === undefined) continue;
    addPathMtu(sink, view);
    addTierRoutes(sink, view);
    for (const tier of view.tiers.keys()) sink.group(tier);
    for (const [service, endpoint] of view.endpoints) if (endpoint.type === 'interface') sink.group(`endpoint:${service}`);
    for (const flow of view.flows) {
      problems.attempt(`network ${view.key}, flow ${renderFlow(flow)}`, () => compileFlow(flow, view, universe));
    }
  }
  problems.throwIfAny();
  return new Map([...universe.sinks].map(([key, sink]) => [key, sink.result()]));
}
