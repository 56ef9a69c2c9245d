import { parsePeer, type Peer } from '../../../../../modules/core/flow';
import type { Intent, IntentFlow } from '../../../../../modules/core/intent';
import { positionText } from '../../../../../modules/core/text/position-text';
import type { FlowProof } from '../../../../reachability/proof/flows/flow-proofs';
import type { FlowView } from './network-view';

/** One end of a flow, seen from one of its networks. */
export interface FlowEnd {
  readonly place: 'internet' | 'group' | 'endpoint' | 'elsewhere';
  /** A group or service of this network by its own name; what lies elsewhere as flows write it. */
  readonly name: string;
}

/** A flow as one of its networks sees it. */
export interface SeenFlow extends Pick<FlowView, 'why' | 'verdict' | 'families' | 'problem' | 'position'> {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly port: string;
}

const FAMILY = { v4: 'IPv4', v6: 'IPv6' } as const;
/** From bad to good. */
const VERDICTS = ['unreachable', 'unknown', 'partial', 'proven'] as const;

function verdictOf({ works, answer }: FlowProof): FlowView['verdict'] {
  return works ? 'proven' : (answer?.verdict ?? 'unknown');
}

function judged(proofs: readonly FlowProof[]): Pick<FlowView, 'verdict' | 'families' | 'problem'> {
  const found = new Set(proofs.map(verdictOf));
  const verdict = VERDICTS.find((each) => found.has(each));
  if (verdict === undefined) return { verdict: 'not judged', families: 'no family' };
  const families =
    found.size === 1
      ? proofs.map(({ family }) => FAMILY[family]).join(' and ')
      : proofs.map((proof) => `${FAMILY[proof.family]} ${verdictOf(proof)}`).join(', ');
  const problem = proofs.find((proof) => verdictOf(proof) === verdict)?.answer?.why;
  return { verdict, families, ...(problem === undefined ? {} : { problem }) };
}

function networkOf(home: string, peer: Peer): string | undefined {
  if (peer.kind !== 'tier' || peer.network === undefined) return undefined;
  const { account, network } = peer.network;
  return `${account}/${home.split('/')[1] ?? ''}/${network}`;
}

/** An end that stands in the configuration of `home`, seen from `network`. */
function endOf(text: string, home: string, network: string): FlowEnd {
  const peer = parsePeer(text);
  if (peer.kind === 'internet') return { place: 'internet', name: text };
  if (peer.kind === 'tier' && (networkOf(home, peer) ?? home) === network) {
    return { place: 'group', name: peer.group === undefined ? peer.tier : `${peer.tier}/${peer.group}` };
  }
  if (peer.kind === 'endpoint' && home === network) return { place: 'endpoint', name: peer.service };
  if (home === network) return { place: 'elsewhere', name: text };
  const [account = '', , name = ''] = home.split('/');
  return { place: 'elsewhere', name: `${account}/${name}/${text}` };
}

/** The flows of each network: its own, and those of others that begin or end in it. */
export class FlowBook {
  readonly #flows = new Map<string, SeenFlow[]>();

  constructor({ flows }: Pick<Intent, 'flows'>, proofs: readonly FlowProof[]) {
    const proven = new Map<IntentFlow, FlowProof[]>();
    for (const proof of proofs) proven.set(proof.flow, [...(proven.get(proof.flow) ?? []), proof]);
    for (const flow of flows) this.#add(flow, judged(proven.get(flow) ?? []));
  }

  #add({ network: home, from, to, port, why, position }: IntentFlow, verdict: ReturnType<typeof judged>): void {
    const others = [from, to].flatMap((text) => networkOf(home, parsePeer(text)) ?? []);
    for (const network of new Set([home, ...others])) {
      const seen: SeenFlow = {
        from: endOf(from, home, network),
        to: endOf(to, home, network),
        port,
        why,
        ...verdict,
        ...(position === undefined ? {} : { position: positionText(position) }),
      };
      const list = this.#flows.get(network);
      if (list === undefined) this.#flows.set(network, [seen]);
      else list.push(seen);
    }
  }

  of(network: string): readonly SeenFlow[] {
    return this.#flows.get(network) ?? [];
  }
}
