import { counted } from '../../modules/core/text/counted';
import type { Universe } from '../model/universe';
import type { ClaimProof } from '../reachability/proof/claims';
import type { FlowProof } from '../reachability/proof/flows/flow-proofs';
import { proofsOf } from '../rules/reachability/proven';

/** What reachability.json says of a claim. */
function claimEntry({ claim, kind, from, to, port, holds, pairs, reply }: ClaimProof): object {
  return {
    network: claim.network,
    [kind]: { from, to, ...(port === undefined ? {} : { port }) },
    ...(claim.position === undefined ? {} : { position: claim.position }),
    holds,
    pairs,
    ...(reply === undefined
      ? {}
      : {
          verdict: reply.verdict,
          lostPorts: reply.lostPorts,
          path: reply.path,
          blockers: reply.blockers,
          witness: reply.witness,
          why: reply.why,
        }),
  };
}

function flowEntry({ flow, family, works, pairs, answer }: FlowProof): object {
  const { network, from, to, port, why, position } = flow;
  return {
    network,
    from,
    to,
    port,
    family,
    why,
    ...(position === undefined ? {} : { position }),
    verdict: works ? 'proven' : (answer?.verdict ?? 'unknown'),
    pairs,
    ...(answer === undefined ? {} : { lostPorts: answer.lostPorts, blockers: answer.blockers, witness: answer.witness }),
  };
}

/**
 * reachability.json: every claim and flow with its verdict, what passes between the groups of each network, what of the
 * internet arrives where, what network ACLs leave open for replies, and rules that a wider one covers. Equal universes give
 * equal documents.
 */
export function reachabilityDocument(universe: Universe): object {
  const { claims, flows, matrices, exposures, uses } = proofsOf(universe);
  return {
    version: 1,
    claims: claims.map(claimEntry),
    flows: flows.map(flowEntry),
    networks: matrices,
    exposure: exposures,
    residue: universe.intent?.residue ?? [],
    rules: { needed: uses.needed.length, covered: uses.covered.map(({ key }) => key) },
  };
}

/** What the summary says of the proofs. */
export interface ProofCounts {
  readonly claims: { readonly hold: number; readonly of: number };
  readonly flows: { readonly work: number; readonly of: number };
  /** Pairs of groups between which something passes that no flow declares. */
  readonly undeclared: number;
  /** Groups of which it isn't known what passes there. */
  readonly untold: number;
}

/** How many claims hold and how many flows work, a flow counted once for each family. */
export function countProven(universe: Universe): ProofCounts {
  const { claims, flows, undeclared, matrices } = proofsOf(universe);
  return {
    claims: { hold: claims.filter(({ holds }) => holds === true).length, of: claims.length },
    flows: { work: flows.filter(({ works }) => works).length, of: flows.length },
    undeclared: undeclared.length,
    untold: matrices.reduce((sum, { untold = [] }) => sum + untold.length, 0),
  };
}

/** The counts as one line: `13 of 13 claims hold, 18 of 18 flows work, nothing else passes`. */
export function proofsText({ claims, flows, ...beyond }: ProofCounts): string {
  return `${String(claims.hold)} of ${String(claims.of)} claims hold, ${String(flows.work)} of ${String(flows.of)} flows work, ${beyondText(beyond)}`;
}

function beyondText({ undeclared, untold }: Pick<ProofCounts, 'undeclared' | 'untold'>): string {
  if (undeclared > 0) return `${counted(undeclared, 'pair')} of groups pass more`;
  return untold === 0 ? 'nothing else passes' : `what else passes at ${counted(untold, 'group')} isn't known`;
}
