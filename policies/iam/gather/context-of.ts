import type { IdentityFacts } from '../../model/identity/identity-facts';
import { Unknown } from '../../model/term';
import type { Caller, RequestContext } from '../request';
import { findPrincipal } from './principals';

/**
 * The condition keys of a request: what was said of it, and the tags of the user who asks. Those of a role aren't sure to be
 * its session's, which may have been given others; and what a document doesn't tag, the provider's default tags may.
 */
export function contextOf(facts: IdentityFacts, caller: Caller, given: RequestContext): RequestContext {
  const tags = caller.kind === 'user' ? (findPrincipal(facts, caller)?.tags ?? {}) : {};
  if (tags instanceof Unknown) return given;
  const told = Object.entries(tags).map(([name, value]) => [`aws:principaltag/${name.toLowerCase()}`, [value]] as const);
  return new Map([...told, ...given]);
}
