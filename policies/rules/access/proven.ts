import { type AccessProof, proveAccess } from '../../iam/inquiry/access-claims';
import { Inquiry } from '../../iam/inquiry/inquiry';
import type { Universe } from '../../model/universe';

const known = new WeakMap<Universe, readonly AccessProof[]>();

/** What became of the claims about access, once for the rule and the report. Foreign Terraform claims nothing. */
export function accessProofsOf(universe: Universe): readonly AccessProof[] {
  if (universe.intent === undefined || universe.intent.accessClaims.length === 0) return [];
  const proofs = known.get(universe) ?? proveAccess(Inquiry.of(universe));
  known.set(universe, proofs);
  return proofs;
}
