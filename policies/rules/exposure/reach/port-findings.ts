import { firstFew } from '../../../../modules/core/text/first-few';
import type { ResourceFact, Universe } from '../../../model/universe';
import { type Finding, findingOn, type Verdict } from '../../rule';
import { packetText } from '../../../reachability/explain/packet-text';
import { peerText } from './openings';
import { type ExposedPort, exposedPorts } from './port-exposure';
import { type PortOfConcern, portText } from './port-of-concern';
import { nameOf } from './posts';

const FIX = 'name the addresses that need it, or take the rule away and come in by Session Manager or a VPN';
/** So many names are enough, and so many ports. */
const NAMES = 2;
const PORTS = 4;

/** What one rule, or one host without groups, is found with. */
interface Blame {
  readonly fact: ResourceFact;
  readonly exposed: ExposedPort[];
}

/** The resource to change: that of the rule which lets it in, else the host. */
function blamedFor({ rules, together, post }: ExposedPort): readonly ResourceFact[] {
  const origins = [...new Set(rules.map(({ origin }) => origin))].sort(({ key: a }, { key: b }) => (a < b ? -1 : 1));
  const shown = together ? origins.slice(0, 1) : origins;
  return shown.length > 0 || post.host === undefined ? shown : [post.host.origin];
}

/** The first names, and how many more there are. */
export function listed(names: Iterable<string>, most = NAMES): string {
  return firstFew([...new Set(names)], most);
}

/** `tcp/22, tcp/3389`. */
export function portsText(ports: Iterable<PortOfConcern>): string {
  return listed([...ports].map(portText), PORTS);
}

/** Whom the blamed resource lets in, as it is written there. */
function peersOf({ fact, exposed }: Blame): string {
  const [first] = exposed;
  if (first?.together === true) return `${listed(first.rules.map(peerText))} together`;
  const own = exposed.flatMap(({ rules }) => rules.filter(({ origin }) => origin.key === fact.key));
  return listed(own.map(peerText));
}

function findingOf(ruleId: string, blame: Blame): Finding {
  const { fact } = blame;
  const sure = blame.exposed.filter(({ verdict }) => verdict === 'violated');
  const verdict: Verdict = sure.length > 0 ? 'violated' : 'unknown';
  const told = { fact, exposed: sure.length > 0 ? sure : blame.exposed };
  const ports = portsText(told.exposed.map(({ asked }) => asked));
  const hosts = listed(told.exposed.map(({ post }) => nameOf(post.name, fact)));
  const peers = peersOf(told);
  const by = peers === '' ? '' : ` (${peers})`;
  const why = told.exposed.find((one) => one.why !== undefined)?.why;
  const doubt = verdict === 'violated' || why === undefined ? '' : `: ${why}`;
  const problem = `${verdict === 'violated' ? 'lets' : 'may let'} the internet${by} reach ${ports} of ${hosts}${doubt}`;
  const witness = told.exposed.find((one) => one.witness !== undefined)?.witness;
  const finding = findingOn(ruleId, fact, problem, FIX, verdict);
  return witness === undefined ? finding : { ...finding, witness: packetText(witness) };
}

/** What the internet reaches at some ports, a finding for each rule that lets it. */
export function portFindings(ruleId: string, universe: Universe, ports: readonly PortOfConcern[]): readonly Finding[] {
  const blames = new Map<string, Blame>();
  for (const exposed of exposedPorts(universe, ports)) {
    for (const fact of blamedFor(exposed)) {
      const blame = blames.get(fact.key) ?? { fact, exposed: [] };
      blame.exposed.push(exposed);
      blames.set(fact.key, blame);
    }
  }
  return [...blames.values()].map((blame) => findingOf(ruleId, blame));
}
