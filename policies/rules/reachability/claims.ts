import type { Universe } from '../../model/universe';
import type { ClaimProof } from '../../reachability/proof/claims';
import type { Finding, Rule } from '../rule';
import { decidingKey, placeOfKey } from './place-of-key';
import { proofsOf } from './proven';
import { witnessText } from './witness-text';

const ID = 'reachability/claims';

function findingOf(universe: Universe, { claim, kind, from, to, port, holds, reply }: ClaimProof): Finding {
  const stack = universe.intent?.networks.find(({ network }) => network === claim.network)?.stack ?? claim.network;
  const place = placeOfKey(universe, reply === undefined ? undefined : decidingKey(reply, kind === 'reaches'), stack);
  const lost = reply?.lostPorts ?? [];
  const what = kind === 'reaches' && lost.length > 0 ? `${reply?.verdict ?? ''}: ${lost.join(', ')} lost. ` : '';
  return {
    rule: ID,
    verdict: holds === 'unknown' ? 'unknown' : 'violated',
    ...place,
    stated: `${claim.network}: ${kind} ${from} → ${to}${port === undefined ? '' : ` ${port}`}`,
    ...(claim.position === undefined ? {} : { position: claim.position }),
    problem: `${what}${reply?.why ?? 'nothing stands for its ends'}`,
    ...(reply?.witness === undefined ? {} : { witness: witnessText(reply.witness) }),
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
