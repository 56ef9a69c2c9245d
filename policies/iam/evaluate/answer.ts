import type { Policy } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { DecidingStatement } from '../decision';
import type { PlacedPolicy } from '../policy-set';
import type { Asked } from './asked';
import { isNamed, type Naming, NAMINGS } from './naming';
import { type ReadyStatement, readyStatements } from './ready-policy';
import { Doubt, some, type Truth } from './truth';

/** Whether one of several policies says Allow, or Deny: surely and by which statement, surely not, or it isn't known. */
export type Answer =
  | { readonly is: 'yes'; readonly statement: DecidingStatement }
  | { readonly is: 'no' }
  | { readonly is: 'maybe'; readonly statement: DecidingStatement; readonly why: string };

/** Surely none. */
export const NO: Answer = { is: 'no' };

type Effect = 'Allow' | 'Deny';

/** Whether a policy stands where principals are named. */
export type Place = 'identity' | 'resource';

function decided(policy: PlacedPolicy, { statement: { index, sid } }: ReadyStatement): DecidingStatement {
  return { policy, index, ...(sid === undefined ? {} : { sid }) };
}

/** Why AWS wouldn't take a policy that names nobody; undefined where it would. */
export function findIdentityFault({ faults: [fault], statements }: Policy): string | undefined {
  if (fault !== undefined) return fault;
  const astray = statements.find(({ principals, resources }) => principals !== undefined || resources === undefined);
  if (astray === undefined) return undefined;
  return `statement ${String(astray.index + 1)} ${astray.principals === undefined ? 'names no resource' : 'names principals'}`;
}

/** What AWS wouldn't take, or what nobody knows: nothing in it can be relied on. */
function findFlaw({ name, policy }: PlacedPolicy, place: Place): string | undefined {
  if (policy instanceof Unknown) return `${name} isn't known: ${policy.why}`;
  const [fault] = policy.faults;
  if (fault !== undefined) return `${name} is no valid policy: ${fault}`;
  const astray = place === 'resource' ? undefined : findIdentityFault(policy);
  return astray && `${name} is no valid policy of an identity: ${astray}`;
}

function first(
  policies: readonly PlacedPolicy[],
  effect: Effect,
  place: Place,
  applies: (statement: ReadyStatement) => Truth,
): Answer {
  let doubt: Answer = NO;
  for (const placed of policies) {
    const flaw = findFlaw(placed, place);
    if (flaw !== undefined || placed.policy instanceof Unknown) {
      if (doubt.is === 'no') doubt = { is: 'maybe', statement: { policy: placed }, why: flaw ?? '' };
      continue;
    }
    for (const statement of readyStatements(placed.policy)) {
      if (statement.statement.effect !== effect) continue;
      const truth = applies(statement);
      if (truth === true) return { is: 'yes', statement: decided(placed, statement) };
      if (truth instanceof Doubt && doubt.is === 'no') {
        doubt = { is: 'maybe', statement: decided(placed, statement), why: truth.why };
      }
    }
  }
  return doubt;
}

/** What policies say that name nobody: of identities, boundaries, sessions, and service control policies. */
export function ofIdentity(policies: readonly PlacedPolicy[], effect: Effect, asked: Asked): Answer {
  return first(policies, effect, 'identity', ({ applies }) => applies(asked));
}

/** What policies say of the caller that name principals: named in one of these ways. */
export function ofResource(
  policies: readonly PlacedPolicy[],
  effect: Effect,
  asked: Asked,
  namings: readonly Naming[] = NAMINGS,
): Answer {
  return first(policies, effect, 'resource', ({ statement, applies }) => {
    const named = some(namings, (naming) => isNamed(statement, asked.request.caller, naming));
    if (named === false) return false;
    const about = applies(asked);
    return about === true ? named : about;
  });
}

/** The first that is sure; else the first that isn't known. */
export function either(answers: readonly Answer[]): Answer {
  return answers.find(({ is }) => is === 'yes') ?? answers.find(({ is }) => is === 'maybe') ?? NO;
}

/** What holds only if something else does that isn't known. */
export function onlyIf(truth: Truth, answer: Answer): Answer {
  if (truth === true || answer.is === 'no') return answer;
  if (truth === false) return NO;
  return answer.is === 'maybe' ? answer : { ...answer, is: 'maybe', why: truth.why };
}
