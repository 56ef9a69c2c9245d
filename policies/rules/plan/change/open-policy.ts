import { policyOfTerm } from '../../../model/identity/reading/policy-of-term';
import type { Policy } from '../../../model/policy/policy';
import { type Term, Unknown } from '../../../model/term';
import type { Universe } from '../../../model/universe';
import { publicGrantsOf } from '../../granting/public-grant';
import type { Verdict } from '../../rule';
import { findStated } from '../../argument';

/** The policy in an argument: undefined where nobody wrote one, unknown where it can't be read. */
export function findPolicy(universe: Universe, term: Term | undefined): Policy | 'unknown' | undefined {
  const stated = findStated(term);
  if (stated === undefined) return undefined;
  const policy = policyOfTerm(stated, universe);
  return policy instanceof Unknown || policy.faults.length > 0 ? 'unknown' : policy;
}

/** Whether a policy lets everybody in; undefined where it doesn't. */
export function openedBy(universe: Universe, term: Term | undefined): Verdict | undefined {
  const policy = findPolicy(universe, term);
  if (policy === undefined || policy === 'unknown') return policy;
  const grants = publicGrantsOf(policy);
  if (grants.some(({ doubt }) => doubt === undefined)) return 'violated';
  return grants.length > 0 ? 'unknown' : undefined;
}
