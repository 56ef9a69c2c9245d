import type { NetworkFacts } from '../../model/network';
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

/** The network that documents describe, and what answers questions about it. */
export interface Surveyed {
  readonly facts: NetworkFacts;
  readonly prover: Prover;
}

const surveys = new WeakMap<Universe, Surveyed>();
const known = new WeakMap<Universe, Proofs>();

/** The facts of a universe's networks and a prover over them, once for all rules: it keeps what it has compiled. */
export function proverOf(universe: Universe): Surveyed {
  let surveyed = surveys.get(universe);
  if (surveyed === undefined) {
    const facts = networkFactsOf(universe);
    surveyed = { facts, prover: new Prover(facts) };
    surveys.set(universe, surveyed);
  }
  return surveyed;
}

/** What is proven about the networks of a universe, once for all rules. Foreign Terraform states nothing to prove. */
export function proofsOf(universe: Universe): Proofs {
  let proofs = known.get(universe);
  if (proofs === undefined) {
    const { intent } = universe;
    if (intent === undefined) return NOTHING_STATED;
    const { facts, prover } = proverOf(universe);
    proofs = new ProofRun(intent, facts, prover).run();
    known.set(universe, proofs);
  }
  return proofs;
}
