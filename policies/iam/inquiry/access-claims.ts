import { asWritten, InputError } from '../../../modules/core/input-error';
import type { IntentAccessClaim } from '../../../modules/core/intent';
import type { Decision } from '../decision';
import type { AskedResource } from '../gather';
import type { Caller, ContextValue, RequestContext } from '../request';
import { actionsNamed } from '../services/actions';
import type { Inquiry } from './inquiry';

/** One decision that a claim is about. */
export interface ClaimedDecision {
  /** As the claim names it, or what people call one of `any`. */
  readonly principal: string;
  readonly action: string;
  readonly decision: Decision;
}

/** What became of a claim. */
export interface AccessProof {
  readonly claim: IntentAccessClaim;
  readonly holds: boolean | 'unknown';
  /** How many decisions it is about. */
  readonly asked: number;
  /** Those that contradict it, or leave it open; of a claim that holds, none. */
  readonly against: readonly ClaimedDecision[];
  /** What it names and nothing stands for. @default - everything that it names is there */
  readonly astray?: string;
}

/** What a claim names and nothing stands for. */
class Astray extends Error {}

/** `any` is all that the documents make: users, roles, whoever is assigned a permission set, and a member of each group. */
function callersOf(inquiry: Inquiry, principal: string): readonly (readonly [string, Caller])[] {
  if (principal !== 'any') return [[principal, inquiry.callerOf(principal)]];
  if (inquiry.actors.length === 0) throw new Astray('the documents make no user, role or group');
  return inquiry.actors.map(({ name, caller }) => [name, caller]);
}

/** The actions that a text stands for, as AWS writes them. */
function actionsOf(text: string): readonly string[] {
  const named = actionsNamed(text);
  if (named === 'everything') throw new Astray('it is about every action of AWS, and has to name a service');
  if (named.length === 0) throw new Astray(`AWS has no action ${asWritten(text)}`);
  return named.map(({ name }) => name);
}

function contextOf({ context, withoutContext }: IntentAccessClaim): RequestContext {
  const given = new Map<string, ContextValue>(Object.entries(context).map(([key, values]) => [key.toLowerCase(), values]));
  for (const key of withoutContext) given.set(key.toLowerCase(), 'absent');
  return given;
}

function decisionsOf(inquiry: Inquiry, claim: IntentAccessClaim, resource: AskedResource): readonly ClaimedDecision[] {
  const context = contextOf(claim);
  const callers = callersOf(inquiry, claim.principal);
  return claim.actions.flatMap(actionsOf).flatMap((action) =>
    callers.map(([principal, caller]): ClaimedDecision => {
      return { principal, action, decision: inquiry.ask({ caller, action, resource, context }) };
    }),
  );
}

function proofOf(inquiry: Inquiry, claim: IntentAccessClaim): AccessProof {
  try {
    const decisions = decisionsOf(inquiry, claim, inquiry.resourceOf(claim.resource));
    const against = decisions.filter(({ decision }) => decision.decision !== claim.kind);
    const certain = against.filter(({ decision }) => decision.decision !== 'unknown');
    const holds = against.length === 0 ? true : certain.length > 0 ? false : 'unknown';
    return { claim, holds, asked: decisions.length, against: certain.length > 0 ? certain : against };
  } catch (error) {
    if (!(error instanceof InputError || error instanceof Astray)) throw error;
    // A claim about nothing is no claim: it doesn't hold.
    return { claim, holds: false, asked: 0, against: [], astray: error.message };
  }
}

/** Proves every claim about access: for each principal and action that it names, whatever of the request isn't said. */
export function proveAccess(inquiry: Inquiry): readonly AccessProof[] {
  return (inquiry.universe.intent?.accessClaims ?? []).map((claim) => proofOf(inquiry, claim));
}
