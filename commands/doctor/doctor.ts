import { backendOf, ledgerFileOf } from '../../modules/landing-zone';
import { accountChecks } from './account/account-checks';
import { machineChecks } from './machine/machine-checks';
import { outputCheck } from './machine/terraform';
import { configurationCheck } from './project/configuration';
import { ledgerCheck } from './project/ledger';
import { type Report, reportOf } from './report';
import { Secrets } from './secrets';
import { stateChecks } from './state/state-checks';
import { readSynthesisedStacks } from './synthesised-stacks';

/** What is looked at, and from where. */
export interface DoctorOptions {
  /** The directory of the package: package.json, and in the repository emulator/. */
  readonly root: string;
  readonly config: string;
  readonly out: string;
  readonly env: NodeJS.ProcessEnv;
  /** Whether the emulator is started. */
  readonly emulator: boolean;
  /** Whether the role in each account is assumed. */
  readonly accounts: boolean;
  /** Of each call. @default 5 @unit seconds */
  readonly timeLimitSeconds?: number;
}

/** Where STS is asked while no configuration names a Region. */
const ANY_REGION = 'us-east-1';

/** Looks at the machine, the project, the account and the states. Whatever fails is a finding: nothing is thrown, nothing hangs. */
export async function examine(options: DoctorOptions): Promise<Report> {
  const { root, config, out, env, emulator, accounts, timeLimitSeconds = 5 } = options;
  const secrets = Secrets.of(env);
  const synthesised = readSynthesisedStacks(out);
  const { check: configuration, input } = configurationCheck(config);
  const calls = { env, timeLimitSeconds, secrets };
  const [machine, account] = await Promise.all([
    machineChecks({ root, env, synthesised, emulator, timeLimitSeconds }),
    accountChecks({ ...calls, region: input?.organization.homeRegion ?? ANY_REGION }, input, accounts),
  ]);
  const state = await stateChecks({
    out,
    synthesised,
    calls,
    access: account.access,
    ...(input === undefined ? {} : { backend: backendOf(input) }),
  });
  const project = [configuration, ledgerCheck(ledgerFileOf(config)), outputCheck(synthesised, out)];
  return reportOf([...machine, ...project, ...account.checks, ...state], secrets);
}
