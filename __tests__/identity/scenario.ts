import { type Caller, evaluate, type PolicyJson } from '../iam';

/** What AWS knows of the caller's MFA: nothing with access keys, else whether the session has it. */
export type Mfa = 'keys' | 'session without' | 'session with';

/** One call in the life of a credential, and how it must end. */
export interface Scenario {
  readonly what: string;
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly mfa: Mfa;
  readonly expected: 'allowed' | 'denied';
}

const CONTEXT: Readonly<Record<Mfa, Readonly<Record<string, string>>>> = {
  keys: {},
  'session without': { 'aws:MultiFactorAuthPresent': 'false' },
  'session with': { 'aws:MultiFactorAuthPresent': 'true' },
};

/** How a call ends for somebody with these policies. */
export function endOf(
  policies: readonly PolicyJson[],
  { caller, action, resource, mfa }: Omit<Scenario, 'what' | 'expected'>,
): string {
  return evaluate({ identity: policies }, { principal: caller, action, resource, context: CONTEXT[mfa] }).decision;
}

/** What doesn't end as it must: `first login: iam:ChangePassword by keys is denied`. */
export function astray(policies: readonly PolicyJson[], scenarios: readonly Scenario[]): string[] {
  return scenarios.flatMap((scenario) => {
    const end = endOf(policies, scenario);
    return end === scenario.expected ? [] : [`${scenario.what}: ${scenario.action} by ${scenario.mfa} is ${end}`];
  });
}

/** The same call in several ways of having MFA or not. */
export function scenarios(
  what: string,
  caller: Caller,
  calls: readonly (readonly [action: string, resource: string])[],
  expected: Readonly<Partial<Record<Mfa, 'allowed' | 'denied'>>>,
): Scenario[] {
  return calls.flatMap(([action, resource]) =>
    (Object.entries(expected) as [Mfa, 'allowed' | 'denied'][]).map(([mfa, end]) => ({
      what,
      caller,
      action,
      resource,
      mfa,
      expected: end,
    })),
  );
}
