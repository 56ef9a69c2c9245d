import { type Escalation, escalationsOf } from '../../iam/escalation/escalations';
import { type AccessProof, proveAccess } from '../../iam/inquiry/access-claims';
import { Inquiry } from '../../iam/inquiry/inquiry';
import { type LivedLife, liveThrough } from '../../iam/scenarios/live-through';
import type { Universe } from '../../model/universe';

/** What is proven about access in one universe, once for all rules and reports. */
export interface AccessProofs {
  readonly claims: readonly AccessProof[];
  readonly lives: readonly LivedLife[];
  readonly escalations: readonly Escalation[];
}

const known = new WeakMap<Universe, AccessProofs>();

/** Proves what is to be proven about who may do what. */
export function accessProofsOf(universe: Universe): AccessProofs {
  let proofs = known.get(universe);
  if (proofs === undefined) {
    const inquiry = Inquiry.of(universe);
    proofs = { claims: proveAccess(inquiry), lives: liveThrough(inquiry), escalations: escalationsOf(inquiry) };
    known.set(universe, proofs);
  }
  return proofs;
}
