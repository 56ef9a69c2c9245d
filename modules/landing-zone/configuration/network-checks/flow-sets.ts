import { type Flow, flowsOverlap, type Peer, renderFlow, renderPeer } from '../../../core/flow';
import { asWritten } from '../../../core/input-error';
import { refuseUnknown } from '../checks/names';
import { peeringKey } from '../account-checks/peerings';
import type { Inspection } from '../inspection/inspection';
import type { PeeringInput } from '../landing-zone';
import { networkUses, type NetworkUse } from '../network-uses';
import { type PlacedFlow, readFlows } from './flows';
import { checkInternetWay } from './internet-way';

/** A flow as one account has it: tiers are named from outside, so that both sides of a peering say the same. */
interface AbsoluteFlow extends PlacedFlow {
  readonly written: Flow;
  readonly order: number;
}

type Home = Pick<NetworkUse, 'account' | 'network'>;

function absolute(peer: Peer, { account, network }: Home): Peer {
  return peer.kind === 'tier' ? { ...peer, network: peer.network ?? { account, network } } : peer;
}

const networkOf = (peer: Peer): string | undefined =>
  peer.kind === 'tier' && peer.network !== undefined ? `${peer.network.account}/${peer.network.network}` : undefined;

interface Peerings {
  readonly connected: ReadonlySet<string>;
  /** Networks whose peering names another end than was meant: its own mistake is enough. */
  readonly doubtful: ReadonlySet<string>;
}

function readPeerings(inspection: Inspection, uses: readonly NetworkUse[]): Peerings {
  const all = uses.map(({ account, network }) => `${account}/${network}`);
  const pairs = inspection.entries<PeeringInput>(['peerings']).map(({ value }) => value.between);
  const isBroken = inspection.isBroken(['peerings']);
  const half = pairs.filter((pair) => !pair.every((end) => all.includes(end))).flat();
  return { connected: new Set(pairs.map(([a, b]) => peeringKey(a, b))), doubtful: new Set(isBroken ? all : half) };
}

/** A flow between two networks needs a peering in every account that has it. */
function checkPeered(inspection: Inspection, { flow, path }: PlacedFlow, home: Home, peerings: Peerings): void {
  const here = `${home.account}/${home.network}`;
  const others = [flow.from, flow.to].map(networkOf).filter((other) => other !== undefined && other !== here);
  const [other, second] = others;
  if (other === undefined) return;
  const isOurs =
    [flow.from, flow.to].some((peer) => peer.kind === 'tier' && peer.network === undefined) ||
    (second === undefined && [flow.from, flow.to].some((peer) => networkOf(peer) === here));
  if (!isOurs) {
    const problem = 'neither end lies in this network';
    inspection.refuse(path, {
      problem,
      got: asWritten(renderFlow(flow)),
      remedy: `state the flow in the network of one of its ends`,
      code: 'LZ-CFG-48',
    });
  } else if (!peerings.connected.has(peeringKey(here, other)) && !peerings.doubtful.has(here) && !peerings.doubtful.has(other)) {
    const problem = `${here} and ${other} are not connected`;
    const remedy = `add {between: [${here}, ${other}], why: …} to peerings:`;
    inspection.refuse(path, { problem, got: asWritten(renderFlow(flow)), remedy, code: 'LZ-CFG-49' });
  }
}

function refuseOverlaps(inspection: Inspection, flows: readonly AbsoluteFlow[], told: Set<string>): void {
  flows.forEach((later, i) => {
    for (const earlier of flows.slice(0, i)) {
      const [first, second] = earlier.order < later.order ? [earlier, later] : [later, earlier];
      const pair = `${String(first.order)} ${String(second.order)}`;
      if (told.has(pair) || !flowsOverlap(first.flow, second.flow)) continue;
      told.add(pair);
      const where = first.path === second.path ? 'another port of the same flow' : inspection.places.name(first.path);
      const problem = `the flow overlaps "${renderFlow(first.written)}" of ${where}`;
      inspection.refuse(second.path, {
        problem,
        got: asWritten(renderFlow(second.written)),
        remedy: 'keep one, or give them ports apart',
        code: 'LZ-CFG-47',
      });
    }
  });
}

/** Renamed groups that no flow names. */
function checkGroups(inspection: Inspection, flows: readonly (readonly [network: string, flows: readonly PlacedFlow[]])[]): void {
  const used = new Set(
    flows.flatMap(([network, placed]) =>
      placed.flatMap(({ flow }) =>
        [flow.from, flow.to].flatMap((peer) =>
          peer.kind === 'tier' ? [`${peer.network?.network ?? network}/${peer.tier}/${peer.group ?? ''}`] : [],
        ),
      ),
    ),
  );
  for (const [network] of flows) {
    for (const tier of inspection.names(['networks', network, 'tiers'])) {
      const path = ['networks', network, 'tiers', tier, 'groups'];
      const known = [...used]
        .filter((key) => key.startsWith(`${network}/${tier}/`))
        .map((key) => key.split('/')[2] ?? '')
        .filter((group) => group !== '');
      for (const group of inspection.names(path).filter((name) => !known.includes(name))) {
        refuseUnknown(inspection, [...path, group], `group of tier "${tier}"`, group, known, 'name it in a flow');
      }
    }
  }
}

/** The flows of all networks together. */
export function checkFlowSets(inspection: Inspection): void {
  const flows = inspection.names(['networks']).map((network) => [network, readFlows(inspection, network)] as const);
  checkGroups(inspection, flows);
  const uses = networkUses(inspection);
  const peerings = readPeerings(inspection, uses);
  const orders = new Map<Flow, number>(flows.flatMap(([, placed]) => placed.map(({ flow }) => flow)).map((flow, i) => [flow, i]));
  const sets = new Map<string, AbsoluteFlow[]>();
  for (const [network, placed] of flows) {
    const homes: readonly Home[] = uses.filter((use) => use.network === network);
    for (const home of homes.length === 0 ? [{ account: 'any', network }] : homes) {
      for (const { flow, path } of placed) {
        if (homes.length > 0) checkPeered(inspection, { flow, path }, home, peerings);
        const ends = { from: absolute(flow.from, home), to: absolute(flow.to, home) };
        const key = `${renderPeer(ends.from)} ${renderPeer(ends.to)}`;
        // Endpoints, blocks and names outside AWS are another thing from every network; with a tier at one end they are apart.
        sets.set(key, [
          ...(sets.get(key) ?? []),
          { flow: { ...flow, ...ends }, written: flow, path, order: orders.get(flow) ?? 0 },
        ]);
      }
    }
    checkInternetWay(
      inspection,
      network,
      placed,
      uses.filter((use) => use.network === network),
    );
  }
  const told = new Set<string>();
  for (const set of sets.values()) refuseOverlaps(inspection, set, told);
}
