import type { Family } from '../../../../modules/core/cidr';
import { parsePort } from '../../../../modules/core/port';
import { trafficOf } from '../../../model/network';
import type { FlowProof } from '../../../reachability/proof/flows/flow-proofs';
import { ANY_CLIENT_PORT } from '../../../reachability/proof/flows/coverage';
import { regionPorts } from '../../../reachability/proof/matrix/region-ports';
import { identityOf } from '../../../reachability/proof/names/stations';
import type { End } from '../../../reachability/query';
import { packetsOf } from '../../../reachability/region/protocols';

function endText(end: End | undefined): string {
  if (end === undefined) return '';
  return end.kind === 'outside' ? `outside ${end.name}` : `${end.kind} ${identityOf(end)}`;
}

function keyOf(from: readonly End[], to: readonly End[], family: Family): string {
  return JSON.stringify([endText(from[0]), endText(to[0]), family]);
}

/** Flows by what they are about, whichever network states them and whatever it calls the ends. */
export class StatedFlows {
  readonly #flows = new Map<string, FlowProof[]>();

  constructor(flows: readonly FlowProof[]) {
    for (const proof of flows) {
      const key = keyOf(proof.from, proof.to, proof.family);
      this.#flows.set(key, [...(this.#flows.get(key) ?? []), proof]);
    }
  }

  /** Those of just these two. */
  between(from: readonly End[], to: readonly End[], family: Family): readonly FlowProof[] {
    return this.#flows.get(keyOf(from, to, family)) ?? [];
  }
}

/** What flows carry together, as a cell writes it: ports that touch are joined. */
export function portsOf(flows: readonly FlowProof[], family: Family): readonly string[] {
  const boxes = flows.flatMap(({ flow }) => packetsOf(trafficOf(parsePort(flow.port)), ANY_CLIENT_PORT, family));
  return regionPorts(boxes, family);
}
