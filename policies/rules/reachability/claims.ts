import type { Universe } from '../../model/universe';
import type { ClaimProof } from '../../reachability/proof/claims';
import type { Finding, Rule } from '../rule';
import { decidingKey, placeOfKey, stackOf } from './place-of-key';
import { proofsOf } from './proven';
import { packetText } from '../../reachability/explain/packet-text';

const ID = 'reachability/claims';

/** Why it doesn't hold: what isn't reached and is lost, or what arrives and which rules let it. */
function problemOf({ kind, holds, reply, arrives = [] }: ClaimProof): string {
  if (reply === undefined) return 'nothing stands for its ends';
  if (kind === 'reaches') {
    return `${reply.verdict}${reply.lostPorts.length === 0 ? '' : `, ${reply.lostPorts.join(', ')} lost`}. ${reply.why}`;
  }
  if (holds === 'unknown') return `${arrives.join(', ')} may arrive. ${reply.why}`;
  const passed = reply.path.filter(({ filter, reply: back }) => back !== true && filter.startsWith('security-group'));
  const by = passed.map(({ filter, rule }) => `, let ${filter === 'security-group-out' ? 'out' : 'in'} by ${rule}`);
  return `${arrives.join(', ')} arrives${by.join('')}`;
}

function findingOf(universe: Universe, proof: ClaimProof): Finding {
  const { claim, kind, from, to, port, holds, reply } = proof;
  // Of a part that works and a part that doesn't, the packet that contradicts the claim.
  const witness = kind === 'reaches' ? (reply?.lost ?? reply?.witness) : reply?.witness;
  const place = placeOfKey(
    universe,
    reply === undefined ? undefined : decidingKey(reply, kind === 'reaches'),
    stackOf(universe, claim.network),
  );
  return {
    rule: ID,
    verdict: holds === 'unknown' ? 'unknown' : 'violated',
    ...place,
    stated: `${claim.network}: ${kind} ${from} → ${to}${port === undefined ? '' : ` ${port}`}`,
    ...(claim.position === undefined ? {} : { position: claim.position }),
    problem: problemOf(proof),
    ...(witness === undefined ? {} : { witness: packetText(witness) }),
    fix:
      kind === 'reaches'
        ? 'declare the flow, or take back what stops it'
        : 'take back what lets it through, or give up the claim',
  };
}

/** What the configuration claims holds in the Terraform that will run. */
export const claims: Rule = {
  id: ID,
  summary: 'Every claim of the configuration holds',
  judge: (universe) =>
    proofsOf(universe)
      .claims.filter(({ holds }) => holds !== true)
      .map((proof) => findingOf(universe, proof)),
};
