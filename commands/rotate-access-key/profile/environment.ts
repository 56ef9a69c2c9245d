import { asWritten, InputError } from '../../../modules/core/input-error';

/** These give keys to the AWS CLI and the SDKs before any profile does. */
const GIVERS = ['AWS_ACCESS_KEY_ID', 'AWS_WEB_IDENTITY_TOKEN_FILE'] as const;

/** The name of the profile that is meant: the flag, AWS_PROFILE, "default". */
export function profileNameOf(flag: string | undefined, env: NodeJS.ProcessEnv): string {
  const named = flag ?? env.AWS_PROFILE;
  return named === undefined || named === '' ? 'default' : named;
}

/**
 * Without --profile, keys in the environment are the ones in use, and there is no file to write new ones to.
 * @throws InputError LZ-ROTATE-3
 */
export function refuseKeysInEnvironment(flag: string | undefined, env: NodeJS.ProcessEnv): void {
  const giver = GIVERS.find((name) => env[name] !== undefined && env[name] !== '');
  if (flag !== undefined || giver === undefined) return;
  // Which key it is may be said; the variable's neighbour not.
  throw InputError.of({
    subject: giver,
    problem: 'the keys in use come from the environment, where no new one can be put',
    got: asWritten(env[giver]),
    remedy: 'name the profile to rotate by --profile, or unset the variable',
    code: 'LZ-ROTATE-3',
  });
}
