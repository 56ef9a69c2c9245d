import type { Universe } from '../../model/universe';
import type { FlowProof } from '../../reachability/proof/flows/flow-proofs';
import type { Finding, Rule } from '../rule';
import { decidingKey, placeOfKey, stackOf } from './place-of-key';
import { proofsOf } from './proven';
import { packetText } from '../../reachability/explain/packet-text';

const ID = 'reachability/flows';

function findingOf(universe: Universe, { flow, family, answer }: FlowProof): Finding {
  const { verdict = 'unknown', lostPorts = [], why = 'nothing stands for its ends' } = answer ?? {};
  // Of a part that works and a part that doesn't, the packet that is lost.
  const witness = answer?.lost ?? answer?.witness;
  const lost = lostPorts.length === 0 ? '' : `: ${lostPorts.join(', ')} lost`;
  return {
    rule: ID,
    verdict: verdict === 'unknown' ? 'unknown' : 'violated',
    ...placeOfKey(universe, answer === undefined ? undefined : decidingKey(answer, true), stackOf(universe, flow.network)),
    stated: `${flow.network}: ${flow.from} → ${flow.to} ${flow.port}`,
    ...(flow.position === undefined ? {} : { position: flow.position }),
    problem: `IP${family} ${verdict}${lost}. ${why}`,
    ...(witness === undefined ? {} : { witness: packetText(witness) }),
    fix: 'take back what stops it, or give up the flow',
  };
}

/** What the configuration declares works in the Terraform that will run, for every subnet and client port. */
export const flows: Rule = {
  id: ID,
  summary: 'Every declared flow works, its reply included',
  judge: (universe) =>
    proofsOf(universe)
      .flows.filter(({ works }) => !works)
      .map((proof) => findingOf(universe, proof)),
};
