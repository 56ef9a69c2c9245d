import { suggestName } from '../../../modules/core/text/did-you-mean';
import { asWritten } from '../../../modules/core/input-error';
import { type Attempt, Overdue } from '../attempt';
import { type Check, notChecked, ok, problem, type Subject, warning } from '../check';
import { nameOf, reasonOf } from '../reason';
import type { CredentialFacts } from './aws';

const CREDENTIALS: Subject = { id: 'credentials', title: 'AWS credentials' };
/** An apply of all stacks takes minutes; credentials that end before it leave it half done. */
const SHORT_SECONDS = 15 * 60;
const NONE = 'Could not load credentials from any providers';

/** Where credentials come from as far as the environment says, without a value of it. */
function sourceOf({ AWS_PROFILE, AWS_ACCESS_KEY_ID }: NodeJS.ProcessEnv): string {
  if ((AWS_PROFILE ?? '') !== '') return `of profile ${AWS_PROFILE ?? ''}`;
  return (AWS_ACCESS_KEY_ID ?? '') === '' ? 'of the default chain' : 'of the environment';
}

function absence(error: unknown, env: NodeJS.ProcessEnv, profiles: readonly string[]): Check {
  const { AWS_PROFILE: profile = '' } = env;
  if (profile !== '' && !profiles.includes(profile)) {
    const found = `none: AWS_PROFILE names a profile that is in no file, got ${asWritten(profile)}`;
    return warning(CREDENTIALS, { found, remedy: `name one that is there: ${suggestName(profile, profiles)}` });
  }
  const none = nameOf(error) === 'CredentialsProviderError' && (error as Error).message === NONE;
  const said = none ? 'none' : error instanceof Overdue ? `none: ${error.message}` : `none: ${reasonOf(error)}`;
  const found = profile === '' ? said : `${said}, with AWS_PROFILE=${profile}`;
  const remedy = 'sign in (aws sso login, aws configure), or set AWS_PROFILE; npm start and the sandbox need none, an apply does';
  return warning(CREDENTIALS, { found, remedy });
}

/** The age of a session in words: minutes, or hours where it lasts long. */
function lasting(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

/** Why credentials weren't looked for. */
export function credentialsUnchecked(why: string): Check {
  return notChecked(CREDENTIALS, why);
}

/** What a check of credentials is told. */
export interface CredentialSurroundings {
  readonly env: NodeJS.ProcessEnv;
  /** The names in the files of profiles. */
  readonly profiles: readonly string[];
  readonly now: Date;
}

/** Whether there are credentials, from one source only, and whether they last. None is a warning: synth needs none. */
export function credentialsCheck(asked: Attempt<CredentialFacts>, { env, profiles, now }: CredentialSurroundings): Check {
  if (!asked.done) return absence(asked.error, env, profiles);
  const { expiration } = asked.value;
  const left = expiration === undefined ? Infinity : Math.floor((expiration.getTime() - now.getTime()) / 1000);
  const source = sourceOf(env);
  if (left <= 0) return problem(CREDENTIALS, { found: `those ${source} have expired`, remedy: 'sign in again' });
  if (left < SHORT_SECONDS) {
    const expected = `${SHORT_SECONDS / 60} min at least`;
    return warning(CREDENTIALS, {
      found: `those ${source} end in ${lasting(left)}`,
      expected,
      remedy: 'sign in again before an apply',
    });
  }
  if ((env.AWS_PROFILE ?? '') !== '' && (env.AWS_ACCESS_KEY_ID ?? '') !== '') {
    return warning(CREDENTIALS, {
      found: 'AWS_PROFILE and AWS_ACCESS_KEY_ID are both set: Terraform takes the key, other programs the profile',
      remedy: 'unset one of them',
    });
  }
  return ok(CREDENTIALS, left === Infinity ? source : `${source}, for ${lasting(left)}`);
}
