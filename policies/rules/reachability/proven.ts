import { networkFactsOf } from '../../model/network/reading';
import type { Universe } from '../../model/universe';
import { ProofRun, type Proofs } from '../../reachability/proof/prove';
import { Prover } from '../../reachability/prover';

const NOTHING_STATED: Proofs = {
  claims: [],
  flows: [],
  undeclared: [],
  wide: [],
  uses: { needed: [], covered: [], needless: [] },
  matrices: [],
  exposures: [],
};

const known = new WeakMap<Universe, Proofs>();

/** What is proven about the networks of a universe, once for all rules. Foreign Terraform states nothing to prove. */
export function proofsOf(universe: Universe): Proofs {
  let proofs = known.get(universe);
  if (proofs === undefined) {
    const { intent } = universe;
    if (intent === undefined) return NOTHING_STATED;
    const facts = networkFactsOf(universe);
    proofs = new ProofRun(intent, facts, new Prover(facts)).run();
    known.set(universe, proofs);
  }
  return proofs;
}
