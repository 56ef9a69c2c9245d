import { suggestName } from '../../modules/core/text/did-you-mean';
import { asWritten, ProblemList } from '../../modules/core/input-error';
import { callerOf, contextOf, resourceOf } from '../../policies/iam/gather';
import type { PlacedPolicy } from '../../policies/iam/policy-set';
import type { AccessRequest } from '../../policies/iam/request';
import type { IdentityFacts } from '../../policies/model/identity/identity-facts';
import { identityFactsOf } from '../../policies/model/identity/reading';
import { readUniverse } from '../../policies/model/read-universe';
import { checkAction, checkResource } from './check-action';
import { contextFrom } from './context';
import { type Expected, EXPECTATIONS } from './expectation';
import { checkPlace, placedIn } from './place';
import { sessionPoliciesFrom } from './session-policies';

/** The command line as it was written. */
export interface Flags {
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: readonly string[];
  readonly withoutContext?: readonly string[];
  readonly sessionPolicy?: readonly string[];
  readonly account?: string;
  readonly region?: string;
  readonly expect?: string;
  readonly json?: true;
}

/** The command line as it was meant. */
export interface Question {
  readonly facts: IdentityFacts;
  readonly request: AccessRequest;
  /** As the question names them. */
  readonly principal: string;
  readonly resource: string;
  /** Those that the session was made with. */
  readonly sessionPolicies: readonly PlacedPolicy[];
  /** The stacks that were read. */
  readonly stacks: readonly string[];
  /** @default - nothing is expected */
  readonly expected?: Expected;
}

const MISSING: Readonly<Record<'principal' | 'action' | 'resource', string>> = {
  principal: 'write a user, role or assigned permission set by its address or ARN, an account id, a service, or anonymous',
  action: 'write one, like s3:GetObject',
  resource: 'write an address, an ARN, or * for an action without resources',
};
function expectedOf({ expect }: Flags, problems: ProblemList): Expected | undefined {
  const expected = EXPECTATIONS.find((each) => each === expect);
  if (expect !== undefined && expected === undefined) {
    const remedy = suggestName(expect, EXPECTATIONS);
    problems.add({ subject: '--expect', problem: 'there is no such choice', got: asWritten(expect), remedy, code: 'LZ-CAN-11' });
  }
  return expected;
}

/**
 * Reads the documents and finds in them what the command line names.
 * @throws InputError everything that is wrong with either, at once
 */
export function questionOf(path: string, flags: Flags): Question {
  const problems = new ProblemList();
  const { principal, action, resource } = flags;
  for (const [name, remedy] of Object.entries(MISSING)) {
    if (flags[name as keyof typeof MISSING] !== undefined) continue;
    problems.add({ subject: `--${name}`, problem: 'it is missing', remedy, code: 'LZ-CAN-1' });
  }
  const isAction = action !== undefined && checkAction(action, problems);
  checkPlace(flags, problems);
  const expected = expectedOf(flags, problems);
  const read = problems.attempt('', () => readUniverse(path));
  const universe = read && placedIn(read, flags);
  const facts = universe && identityFactsOf(universe);
  const caller = facts && principal !== undefined ? problems.attempt('--principal', () => callerOf(facts, principal)) : undefined;
  const asked =
    universe && resource !== undefined ? problems.attempt('--resource', () => resourceOf(universe, resource)) : undefined;
  if (isAction && asked !== undefined) checkResource(action, resource ?? '', asked.arn, problems);
  const given = universe && contextFrom(universe, flags.context ?? [], flags.withoutContext ?? [], problems);
  const sessionPolicies = sessionPoliciesFrom(flags.sessionPolicy ?? [], principal, caller, problems);
  problems.throwIfAny();
  if (principal === undefined || action === undefined || resource === undefined || universe === undefined) {
    throw new Error('what is missing was not told');
  }
  if (facts === undefined || caller === undefined || asked === undefined || given === undefined) {
    throw new Error('what is wrong was not told');
  }
  // An action that knows no resource is about the caller's own account.
  const owner = asked.arn === '*' ? caller.accountId : asked.accountId;
  const request: AccessRequest = {
    caller,
    action,
    resource: asked.arn,
    ...(owner === undefined ? {} : { resourceAccountId: owner }),
    context: contextOf(facts, caller, given),
  };
  const stacks = universe.stacks.map(({ name }) => name);
  return { facts, request, principal, resource, sessionPolicies, stacks, ...(expected === undefined ? {} : { expected }) };
}
