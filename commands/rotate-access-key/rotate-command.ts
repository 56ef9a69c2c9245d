import { Command } from 'commander';

import { asWritten, ProblemList } from '../../modules/core/input-error';
import type { Terminal } from '../terminal/outcome';
import { PROCESS_TERMINAL } from '../terminal/surroundings';
import type { MfaCode } from './account/account';
import { sdkAccountFor } from './account/sdk-account';
import { outcomeOfRotation, outcomeOfRun } from './outcome';
import { profileNameOf, refuseKeysInEnvironment } from './profile/environment';
import { sharedFilesOf } from './profile/shared-files';
import { interruptible } from './run/interruption';
import { type Patience, PATIENCE } from './run/patience';
import { reportOn, type Screen } from './run/report';
import type { Ground, RotationRequest } from './run/request';
import { previewRotation, rotate } from './run/rotation';

interface Flags {
  readonly userName: string;
  readonly accessKeyId?: string;
  readonly profile?: string;
  readonly delete: boolean;
  readonly mfaSerial?: string;
  readonly mfaCode?: string;
  readonly dryRun?: true;
  readonly json?: true;
  readonly verbose?: true;
}

/** What the command has of the process that runs it. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly screen: Screen;
  readonly patience: Patience;
}

const PROCESS: Surroundings = {
  env: process.env,
  terminal: PROCESS_TERMINAL,
  screen: process.stderr,
  patience: PATIENCE,
};

/** Where a profile names no region, IAM is asked where most accounts have it. */
const ANYWHERE = 'us-east-1';

function mfaOf({ mfaSerial: serial, mfaCode: code }: Flags): MfaCode | undefined {
  const problems = new ProblemList();
  if (code !== undefined && !/^\d{6}$/.test(code)) {
    const remedy = 'write the six digits that the device shows now';
    problems.add({
      subject: '--mfa-code',
      problem: 'this is no code of a device',
      got: asWritten(code),
      remedy,
      code: 'LZ-ROTATE-2',
    });
  }
  if ((serial === undefined) !== (code === undefined)) {
    problems.add({
      subject: serial === undefined ? '--mfa-serial' : '--mfa-code',
      problem: `it is missing beside ${serial === undefined ? '--mfa-code' : '--mfa-serial'}`,
      remedy: 'give both, or neither',
      code: 'LZ-ROTATE-1',
    });
  }
  problems.throwIfAny();
  return serial === undefined || code === undefined ? undefined : { serial, code };
}

function requestOf(flags: Flags, env: NodeJS.ProcessEnv): RotationRequest {
  const mfa = mfaOf(flags);
  refuseKeysInEnvironment(flags.profile, env);
  return {
    user: flags.userName,
    profile: profileNameOf(flags.profile, env),
    deleteOld: flags.delete,
    ...(flags.accessKeyId === undefined ? {} : { accessKeyId: flags.accessKeyId }),
    ...(mfa === undefined ? {} : { mfa }),
  };
}

async function execute(flags: Flags, surroundings: Surroundings): Promise<void> {
  const { env, patience, screen, terminal } = surroundings;
  const [json, dryRun] = [flags.json === true, flags.dryRun === true];
  const report = reportOn(screen, { json, verbose: flags.verbose === true });
  const outcome = await outcomeOfRun(() =>
    interruptible(async (interruption) => {
      const request = requestOf(flags, env);
      const ground: Ground = {
        files: sharedFilesOf(env),
        accountFor: ({ name, region }) =>
          sdkAccountFor({
            profile: name,
            // The profile's own comes first: its key belongs to that partition, whatever the shell says.
            region: [region, env.AWS_REGION, env.AWS_DEFAULT_REGION].find((it) => it !== undefined && it !== '') ?? ANYWHERE,
            env,
            timeLimitSeconds: patience.callSeconds,
            onCall: report.detail,
          }),
        patience,
        interruption,
        report,
      };
      const work = dryRun ? previewRotation : rotate;
      return outcomeOfRotation(await work(request, ground), { dryRun });
    }),
  );
  if (json) terminal.out(`${JSON.stringify(outcome.document)}\n`);
  else (outcome.exitCode === 0 ? terminal.out : terminal.err)(outcome.lines.map((line) => `${line}\n`).join(''));
  terminal.exit(outcome.exitCode);
}

/** `plinth rotate-access-key`: gives an IAM user's profile a new access key and takes the old one away. */
export function rotateAccessKeyCommand(surroundings: Surroundings = PROCESS): Command {
  return new Command('rotate-access-key')
    .description("Gives a profile a new access key, proves it, and deletes the old one with the new one's rights.")
    .requiredOption('--user-name <name>', 'the IAM user whose key it is')
    .option('--access-key-id <id>', 'the key that is to be replaced; refused if the profile has another')
    .option('--profile <name>', 'the profile that has the key (AWS_PROFILE, else "default")')
    .option('--delete', 'delete the old key after disabling it', true)
    .option('--no-delete', 'leave the old key disabled')
    .option('--mfa-serial <arn>', 'the device whose code opens a session for the calls of IAM')
    .option('--mfa-code <digits>', 'the code that it shows now')
    .option('--dry-run', 'say what would be done, after all checks that only read')
    .option('--verbose', 'tell every call of AWS')
    .option('--json', 'print one JSON document on standard output')
    .allowExcessArguments(false)
    .exitOverride()
    .action((flags: Flags) => execute(flags, surroundings));
}
