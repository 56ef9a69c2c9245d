import type { Family } from '../../../../modules/core/cidr';
import type { IntentFlow } from '../../../../modules/core/intent';
import type { Prover } from '../../prover';
import type { Answer, End } from '../../query';
import type { Connections } from '../../explain/passage';
import { covers, isEmpty, type Region } from '../../region/region';
import type { DeclaredFlow } from '../names/declared-flows';

/** Whether a declared flow works in one family, for every pair of its subnets. */
export interface FlowProof {
  readonly flow: IntentFlow;
  readonly family: Family;
  /** What its names stand for: every one with every one. */
  readonly from: readonly End[];
  readonly to: readonly End[];
  readonly works: boolean;
  /** Pairs of subnets that were asked about. */
  readonly pairs: number;
  /** The first pair for which it doesn't. @default - it works */
  readonly failed?: readonly [End, End];
  /** Of that pair. @default - it works */
  readonly answer?: Answer;
}

/** What a rule does for the flows. `covered`: a wider one serves the same packets too. */
export type Use = 'needed' | 'covered';

/** Proves that flows work, and learns on the way which rules they use. */
export class FlowProofs {
  /** By the key of the resource that states the rule, entry or route. */
  readonly uses = new Map<string, Use>();
  /** Stacks of networks in which a flow doesn't work. */
  readonly broken = new Set<string>();

  constructor(private readonly prover: Prover) {}

  /** One flow in one family. */
  prove({ stated, family, from, to, traffic, clientPorts }: DeclaredFlow): FlowProof {
    let failed: readonly [End, End] | undefined;
    for (const source of from) {
      for (const target of to) {
        const found = this.prover.connections(source, target, family, 'strict', traffic, clientPorts);
        this.#learn(found);
        if (isEmpty(found.asked) || !covers(found.works, found.asked)) failed ??= [source, target];
      }
    }
    const proof = { flow: stated, family, from, to, pairs: from.length * to.length };
    if (failed === undefined) return { ...proof, works: true };
    const [source, target] = failed;
    for (const end of failed) if (end.kind === 'interface') this.broken.add(stackOf(end.subnet));
    const answer = this.prover.answer({ from: source, to: target, family, traffic, clientPorts });
    return { ...proof, works: false, failed, answer };
  }

  #learn({ passages, works }: Connections): void {
    if (isEmpty(works)) return;
    for (const { rules } of passages) {
      for (const rule of rules(({ key }) => this.uses.get(key) !== 'needed')) {
        const key = rule.origin?.key;
        if (key === undefined || this.uses.get(key) === 'needed') continue;
        if (this.#isNeeded(rule.alone, works)) this.uses.set(key, 'needed');
        else if (rule.meets(works)) this.uses.set(key, 'covered');
      }
    }
  }

  #isNeeded(alone: (within: Region) => Region, works: Region): boolean {
    return !isEmpty(alone(works));
  }
}

function stackOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
