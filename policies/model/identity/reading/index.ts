import type { Universe } from '../../universe';
import type { IdentityFacts } from '../identity-facts';
import { documentsOf } from './documents';
import { organizationOf } from './organization/guardrails';
import { Principals } from './principals';
import { endpointsOf } from './resources/endpoints';
import { grantsOf } from './resources/grants';
import { guardedResources } from './resources/guarded-resources';
import { statedPolicies } from './stated-policies';

const read = new WeakMap<Universe, IdentityFacts>();

/**
 * Who is there, what is attached to them, which resources have policies of their own, and what limits all of them. What the
 * documents don't tell is a doubt where it may matter. Read once for each universe.
 */
export function identityFactsOf(universe: Universe): IdentityFacts {
  const known = read.get(universe);
  if (known !== undefined) return known;
  const documents = documentsOf(universe);
  const { nodes, managementAccount } = organizationOf(documents);
  const facts: IdentityFacts = {
    principals: new Principals(documents).all(),
    resources: guardedResources(documents),
    endpoints: endpointsOf(documents),
    grants: grantsOf(documents),
    organization: nodes,
    ...(managementAccount === undefined ? {} : { managementAccount }),
    policies: statedPolicies(documents),
  };
  read.set(universe, facts);
  return facts;
}
