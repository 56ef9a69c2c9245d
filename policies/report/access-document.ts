import type { Escalation } from '../iam/escalation/escalations';
import { Inquiry } from '../iam/inquiry/inquiry';
import type { AccessProof } from '../iam/inquiry/access-claims';
import type { Ability, WhoCan } from '../iam/inquiry/who-can';
import type { LivedLife } from '../iam/scenarios/live-through';
import { CREDENTIALS } from '../iam/scenarios/scenario';
import type { Universe } from '../model/universe';
import { accessProofsOf } from '../rules/access/proven';

/** A name beside the address, where people call somebody otherwise. */
function named(key: string, name: string): object {
  return name === key ? {} : { name };
}

function claimEntry({ claim, holds, asked, against, astray }: AccessProof): object {
  return {
    ...claim,
    holds,
    asked,
    ...(astray === undefined ? {} : { astray }),
    against: against.map(({ principal, action, decision }) => ({
      principal,
      action,
      decision: decision.decision,
      why: decision.why,
    })),
  };
}

function lifeEntry({ actor, life, calls }: LivedLife): object {
  return {
    principal: actor.key,
    as: life.name,
    calls: calls.map(({ call, decisions, astray }) => ({
      scenario: call.scenario,
      action: call.action,
      on: call.on,
      decisions: Object.fromEntries(CREDENTIALS.map((one) => [one, decisions[one].decision])),
      astray,
    })),
  };
}

function escalationEntry({ actor, chain, certain }: Escalation): object {
  return {
    principal: actor.key,
    ...named(actor.key, actor.name),
    certain,
    chain: chain.map(({ kind, to, holder, decisions }) => ({
      kind: kind.id,
      ...(to === undefined ? {} : { to: to.key }),
      ...(holder === undefined ? {} : { by: holder }),
      calls: decisions.map(({ step, decision }) => ({ action: step.action, decision: decision.decision, why: decision.why })),
    })),
  };
}

/**
 * iam.json: every claim about access, the life of every credential that its owner looks after, and every way to all rights.
 * Equal universes give equal documents.
 */
export function accessDocument(universe: Universe): object {
  const { claims, lives, escalations } = accessProofsOf(universe);
  return {
    version: 1,
    claims: claims.map(claimEntry),
    lives: lives.map(lifeEntry),
    escalations: escalations.map(escalationEntry),
  };
}

function abilityEntry({ who, name, action, on, decision }: Ability): object {
  return { who, ...named(who, name), action, on, decision: decision.decision, by: decision.by, why: decision.why };
}

/** Who can do what few should, for programs. */
export function whoCanEntry({ operation, asked, allowed, unknown }: WhoCan): object {
  const { id, title, actions } = operation;
  return { operation: id, title, actions, asked, allowed: allowed.map(abilityEntry), unknown: unknown.map(abilityEntry) };
}

/** What the summary says of access. */
export interface AccessCounts {
  readonly claims: { readonly hold: number; readonly of: number };
  /** Users, roles and members of groups. */
  readonly actors: number;
  /** Those of them who come, or perhaps come, by all rights. */
  readonly escalating: number;
}

/** How many claims about access hold, and how many of those who are made come by more rights than they were given. */
export function countAccess(universe: Universe): AccessCounts {
  const { claims, escalations } = accessProofsOf(universe);
  return {
    claims: { hold: claims.filter(({ holds }) => holds === true).length, of: claims.length },
    actors: Inquiry.of(universe).actors.length,
    escalating: escalations.length,
  };
}

/** The counts as one line: `6 of 6 claims hold, none of 4 users, roles and groups come by more rights`. */
export function accessText({ claims, actors, escalating }: AccessCounts): string {
  const held = `${String(claims.hold)} of ${String(claims.of)} claims hold`;
  return `${held}, ${escalating === 0 ? 'none' : String(escalating)} of ${String(actors)} users, roles and groups come by more rights`;
}
