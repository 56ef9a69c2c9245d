import { arnOf, canonical, fillIn } from '../../model/arns';
import type { AttachedPolicy } from '../../model/identity/identity-facts';
import type { PolicyText } from '../../model/policy/policy';
import type { Decision } from '../decision';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import type { PlacedPolicy } from '../policy-set';
import { ownRights } from './administrator';
import type { Calls, DecidedStep, Objects } from './calls';
import { chosenResources } from './chosen-resources';
import type { Step } from './kinds';

/** What stays in the way of somebody who is given all rights: their boundary, and what their own policies deny. */
export interface Room {
  readonly everything: Decision['decision'];
  /** The calls that get round it. @default - nothing is in the way, or nothing gets round it */
  readonly opened?: readonly DecidedStep[];
}

/** Room without end. */
export const WIDE: Room = { everything: 'allowed' };

/** What somebody comes by. */
const ALL: PlacedPolicy = {
  name: 'a policy that allows everything',
  policy: {
    version: '2012-10-17',
    statements: [
      {
        index: 0,
        effect: 'Allow',
        actions: { except: false, items: ['*'] },
        resources: { except: false, items: ['*'] },
        conditions: [],
      },
    ],
    faults: [],
  },
};

/** Whoever may make a role, and give it a policy, needs no other identity without limits. */
const MAKING: readonly (readonly Step[])[] = ['iam:AttachRolePolicy', 'iam:PutRolePolicy'].map((action) => [
  { action: 'iam:CreateRole', on: 'new' },
  { action, on: 'new' },
  { action: 'sts:AssumeRole', on: 'opened new' },
]);

/** Calls by which one may get round a limit. */
interface Attempt {
  readonly steps: readonly DecidedStep[];
  /** How far the rights go, once the calls are made. */
  readonly leaves: Decision['decision'];
}

/** Whoever has limits, with all other rights that they come by, and who gives these. */
interface Parties {
  readonly inquiry: Inquiry;
  readonly calls: Calls;
  readonly whose: Actor;
  readonly giver: Actor;
}

/** Boundaries that limit nothing: AWS's own, one that somebody writes, and those of the documents. */
function* wideLimits({ inquiry, whose }: Parties): Generator<{ readonly first: readonly Step[]; readonly arn: PolicyText }> {
  const { fact, accountId } = whose.principal;
  yield { first: [], arn: fillIn('arn:{partition}:iam::aws:policy/AdministratorAccess', fact) };
  const create: Step = { action: 'iam:CreatePolicy', on: 'new' };
  for (const { arn } of chosenResources(create, whose)) yield { first: [create], arn };
  for (const { kind, fact: other, policy } of inquiry.facts.policies) {
    const isNear = other.accountId === undefined || accountId === undefined || other.accountId === accountId;
    if (kind !== 'managed' || !isNear) continue;
    const boundary = { name: other.address, form: 'managed', key: other.key, policy } as const;
    const limited = { ...whose, principal: { ...whose.principal, boundary } };
    if (ownRights(inquiry, limited, [ALL]) === 'allowed') yield { first: [], arn: canonical(arnOf(other), inquiry.universe) };
  }
}

/** Takes a boundary away, puts another one in its place, or rewrites it. */
function* removals(parties: Parties, boundary: AttachedPolicy): Generator<readonly DecidedStep[]> {
  const { calls, whose, giver } = parties;
  const noun = whose.kind === 'role' ? 'Role' : 'User';
  const others = giver === whose ? [] : [giver];
  const ask = (by: Actor, step: Step, objects: Objects = {}): DecidedStep => ({
    step,
    decision: calls.ask(by, by === whose ? step : { ...step, on: step.on === 'itself' ? 'target' : step.on }, {
      ...objects,
      ...(by === whose ? { gained: [ALL] } : { to: whose }),
    }),
  });
  for (const by of [whose, ...others]) yield [ask(by, { action: `iam:Delete${noun}PermissionsBoundary`, on: 'itself' })];
  for (const { first, arn } of wideLimits(parties)) {
    const put: Step = { action: `iam:Put${noun}PermissionsBoundary`, on: 'itself' };
    for (const by of [whose, ...others]) yield [...first.map((step) => ask(by, step)), ask(by, put, { limit: [arn] })];
  }
  if (boundary.form !== 'managed' || boundary.key === undefined) return;
  const own = calls.resource(boundary.key);
  for (const by of [whose, ...others]) yield [ask(by, { action: 'iam:CreatePolicyVersion', on: 'own policy' }, { own })];
}

function attempts(parties: Parties): readonly Attempt[] {
  const { inquiry, calls, whose } = parties;
  const { boundary } = whose.principal;
  const made = MAKING.map((steps): Attempt => {
    const asked = steps.map((step) => ({ step, decision: calls.ask(whose, step, { gained: [ALL] }) }));
    return { steps: asked, leaves: 'allowed' };
  });
  if (boundary === undefined) return made;
  const leaves = ownRights(inquiry, whose, [ALL], false);
  return [...Array.from(removals(parties, boundary), (steps): Attempt => ({ steps, leaves })), ...made];
}

/** What somebody can do with all rights that are given to them by another, or by themselves. */
export function roomOf(inquiry: Inquiry, calls: Calls, whose: Actor, giver: Actor): Room {
  const everything = ownRights(inquiry, whose, [ALL]);
  if (everything === 'allowed') return WIDE;
  const all = attempts({ inquiry, calls, whose, giver }).map(({ steps, leaves }) => ({
    steps,
    everything: worst([leaves, ...steps.map(({ decision }) => decision.decision)]),
  }));
  const sure = all.find((each) => each.everything === 'allowed');
  if (sure !== undefined) return { everything: 'allowed', opened: sure.steps };
  if (everything === 'unknown') return { everything };
  const maybe = all.find((each) => each.everything === 'unknown');
  return maybe === undefined ? { everything } : { everything: 'unknown', opened: maybe.steps };
}

function worst(all: readonly Decision['decision'][]): Decision['decision'] {
  if (all.includes('denied')) return 'denied';
  return all.includes('unknown') ? 'unknown' : 'allowed';
}
