import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';

import { InputError } from '../../../modules/core/input-error';
import type { LandingZoneInput } from '../../../modules/landing-zone';
import { attempt } from '../attempt';
import type { Check } from '../check';
import { type AccountCalls, accountCalls, type CallOptions } from './aws';
import { clockCheck, clockUnchecked, readSkew } from './clock';
import { credentialsCheck, credentialsUnchecked } from './credentials';
import { accountCheck, accountUnchecked } from './identity';
import { roleChecks, rolesUnchecked } from './roles';

/** What the checks of the account came to. */
export interface AccountChecks {
  readonly checks: readonly Check[];
  /** What else AWS is asked by, or why it can't be. */
  readonly access: AccountCalls | string;
}

const NO_CREDENTIALS = 'there are no credentials';

function callsOf(options: CallOptions): AccountCalls | string {
  try {
    return accountCalls(options);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ subject, problem }) => `${subject}: ${problem}`).join('; ');
  }
}

/** The profiles of the shared files, by the loader that the SDK has. */
async function profileNames(): Promise<string[]> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  return [...new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)])].sort();
}

function unchecked(why: string): Check[] {
  return [accountUnchecked(why), rolesUnchecked(why)];
}

async function rolesOf(input: LandingZoneInput | undefined, asked: boolean, calls: AccountCalls): Promise<Check[]> {
  if (!asked) return [rolesUnchecked('only with --accounts')];
  if (input === undefined) return [rolesUnchecked("the configuration can't be read")];
  return roleChecks(input, calls.assume);
}

/** Credentials, the account that they act in, the clock, and the roles where that is asked for. */
export async function accountChecks(
  options: CallOptions,
  input: LandingZoneInput | undefined,
  accounts: boolean,
): Promise<AccountChecks> {
  const { region, env, timeLimitSeconds } = options;
  const calls = callsOf(options);
  if (typeof calls === 'string') {
    return { checks: [credentialsUnchecked(calls), clockUnchecked(calls), ...unchecked(calls)], access: calls };
  }
  const [credentials, profiles, skew] = await Promise.all([
    calls.credentials(),
    profileNames(),
    attempt(timeLimitSeconds, (signal) => readSkew(region, env, signal)),
  ]);
  const first = [credentialsCheck(credentials, { env, profiles, now: new Date() }), clockCheck(skew)];
  if (!credentials.done) return { checks: [...first, ...unchecked(NO_CREDENTIALS)], access: NO_CREDENTIALS };
  const identity = await calls.identity();
  const account = accountCheck(identity, input?.organization.managementAccount);
  if (!identity.done) {
    const obstacle = 'AWS takes these credentials for nobody';
    return { checks: [...first, account, rolesUnchecked(obstacle)], access: obstacle };
  }
  return { checks: [...first, account, ...(await rolesOf(input, accounts, calls))], access: calls };
}
