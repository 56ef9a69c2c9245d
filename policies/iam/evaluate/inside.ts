import type { Decider, Decision } from '../decision';
import type { PlacedPolicy, PolicySet } from '../policy-set';
import { hasIdentity, isOneAccount } from './accounts';
import { type Answer, either, ofIdentity } from './answer';
import type { Asked } from './asked';
import { isPerhapsAnothers } from './bucket/acl';
import { resourceAllows, whyNotAllowed } from './bucket/bucket-side';
import { allowedBy, denied, openBy } from './told';

/** All must allow: one that surely doesn't decides; else one that isn't known. Undefined: all do. */
export function firstRefusal(limits: readonly (Decision | undefined)[]): Decision | undefined {
  return limits.find((limit) => limit?.decision === 'denied') ?? limits.find((limit) => limit !== undefined);
}

/** What stands in the way where an allowance is needed; undefined where there is one. */
export function refusal(by: Decider, answer: Answer, why: string): Decision | undefined {
  if (answer.is === 'yes') return undefined;
  return answer.is === 'no' ? denied(by, why) : openBy(by, answer);
}

const namesOf = (policies: readonly PlacedPolicy[]): string => policies.map(({ name }) => name).join(' or ');

/** What limits the caller's own policies, and what is given to its role. */
export function innerLimit({ boundary, session }: PolicySet, asked: Asked): Decision | undefined {
  return firstRefusal([
    boundary && refusal('boundary', ofIdentity([boundary], 'Allow', asked), `the boundary ${boundary.name} doesn't allow it`),
    session && refusal('session', ofIdentity(session, 'Allow', asked), `the session policy ${namesOf(session)} doesn't allow it`),
  ]);
}

/** What the caller's own policies come to, boundary and session included. The root user needs none. */
function ownDecision(set: PolicySet, asked: Asked): Decision {
  if (asked.request.caller.kind === 'root') {
    return { decision: 'allowed', by: 'root user', why: 'the root user may do everything that nobody denies' };
  }
  const granted = ofIdentity(set.identity, 'Allow', asked);
  const refused = firstRefusal([refusal('identity', granted, "no policy of the caller's allows it"), innerLimit(set, asked)]);
  if (refused !== undefined) return refused;
  return granted.is === 'yes' ? allowedBy('identity', granted) : denied('identity', "no policy of the caller's allows it");
}

/** The first that allows; else the first that isn't known; else the last. */
function firstWay(ways: readonly [Decision, ...Decision[]]): Decision {
  const last = ways.at(-1) ?? ways[0];
  return ways.find(({ decision }) => decision === 'allowed') ?? ways.find(({ decision }) => decision === 'unknown') ?? last;
}

/**
 * "If a resource-based policy grants permission directly to the IAM user or the session principal, then an implicit deny in
 * an identity-based policy, a permissions boundary, or a session policy does not impact the final decision." What is granted
 * to a role is limited by both.
 */
function withinOneAccount(set: PolicySet, asked: Asked): Decision {
  const direct = resourceAllows(set, asked, ['itself']);
  if (direct.is === 'yes') return allowedBy('resource', direct);
  const toRole = resourceAllows(set, asked, ['role']);
  const unnamed = whyNotAllowed(set, asked);
  const ways: [Decision, ...Decision[]] = [refusal('resource', direct, unnamed) ?? denied('resource', unnamed)];
  // What limits the role limits its own policies too.
  if (toRole.is === 'yes') return firstWay([...ways, innerLimit(set, asked) ?? allowedBy('resource', toRole)]);
  if (toRole.is === 'maybe') {
    const limit = innerLimit(set, asked);
    ways.push(limit?.decision === 'denied' ? limit : openBy('resource', toRole));
  }
  // An account that is named gives nothing by itself; it lets the account's own policies decide, where they couldn't.
  const named = either([direct, toRole, resourceAllows(set, asked, ['account'])]);
  const opened = set.resourceKind === 'other' ? undefined : refusal('resource', named, unnamed);
  if (opened?.decision === 'denied') return firstWay([...ways, opened]);
  const own = ownDecision(set, asked);
  ways.push(own.decision === 'denied' ? own : (opened ?? own));
  return firstWay(ways);
}

function acrossAccounts(set: PolicySet, asked: Asked): Decision {
  const granted = resourceAllows(set, asked);
  const own = ownDecision(set, asked);
  const refused = firstRefusal([
    refusal('resource', granted, whyNotAllowed(set, asked)),
    own.decision === 'allowed' ? undefined : own,
  ]);
  if (refused !== undefined) return refused;
  const statement = own.statement ?? (granted.is === 'yes' ? granted.statement : undefined);
  return {
    decision: 'allowed',
    by: 'identity and resource',
    ...(statement === undefined ? {} : { statement }),
    why: `both accounts allow it: ${own.why}, and a policy of the resource does`,
  };
}

function bothSides(set: PolicySet, asked: Asked): Decision {
  if (!hasIdentity(asked)) {
    const granted = resourceAllows(set, asked, ['itself']);
    const unnamed = whyNotAllowed(set, asked);
    return granted.is === 'yes'
      ? allowedBy('resource', granted)
      : (refusal('resource', granted, unnamed) ?? denied('resource', unnamed));
  }
  const one = isOneAccount(asked);
  if (one === true) return withinOneAccount(set, asked);
  const across = acrossAccounts(set, asked);
  if (one === false) return across;
  const within = withinOneAccount(set, asked);
  return within.decision === across.decision ? within : { decision: 'unknown', by: 'resource', why: one.why };
}

/** What the policies of caller and resource come to, where nobody denies and no guardrail limits. */
export function insideDecision(set: PolicySet, asked: Asked): Decision {
  const decision = bothSides(set, asked);
  if (decision.decision !== 'allowed' || !isPerhapsAnothers(set, asked)) return decision;
  const why = "who owns the object isn't told: another account may have written it, and decides then";
  return { decision: 'unknown', by: 'resource', why };
}
