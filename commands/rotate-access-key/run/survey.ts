import { asWritten, InputError } from '../../../modules/core/input-error';
import { type Account, type AccountFor, type Caller, userOf } from '../account/account';
import { CallFailure } from '../account/call-failure';
import type { Credential } from '../profile/credential';
import { type Profile, readProfile, subjectOfProfile } from '../profile/profile';
import { writableTarget } from '../profile/safe-file';
import { sdkFinds } from '../profile/sdk-view';
import { repeated } from './calls';
import { Journal, type JournalEntry } from './journal';
import { type Position, positionOf, refuseSecondKey } from './position';
import type { Ground, RotationRequest } from './request';

/** The profile and what lies beside it, before AWS is asked. */
export interface Place {
  readonly profile: Profile;
  /** The file that is written, behind symbolic links. */
  readonly target: string;
  readonly journal: Journal;
  readonly entry: JournalEntry | undefined;
}

/** All that is known before anything is changed. */
export interface Survey extends Place {
  readonly caller: Caller;
  readonly accountFor: AccountFor;
  /** Opened by an MFA code, which can't be used twice: it makes all calls of IAM in this run. */
  readonly session: Credential | undefined;
  readonly position: Position;
}

/**
 * Reads the profile, and whether its files can be written.
 * @throws InputError LZ-ROTATE-4 to 9, LZ-ROTATE-14, LZ-ROTATE-16
 */
export async function placeOf(request: RotationRequest, { files }: Ground): Promise<Place> {
  const profile = readProfile(request.profile, files);
  const target = writableTarget(profile.file);
  const journal = new Journal(target, profile.name);
  const entry = journal.read();
  const expected = request.accessKeyId;
  // The same command line goes on after the profile got its new key.
  if (expected !== undefined && expected !== profile.pair.id && expected !== entry?.oldKey) {
    throw InputError.of({
      subject: '--access-key-id',
      problem: `profile ${asWritten(profile.name)} has the key ${profile.pair.id}`,
      got: asWritten(expected),
      remedy: 'leave the option out to rotate that one, or name another profile',
      code: 'LZ-ROTATE-9',
    });
  }
  if (!(await sdkFinds(profile.pair, profile.name, files))) {
    throw InputError.of({
      subject: subjectOfProfile(profile.name),
      problem: `the SDKs don't find the key ${profile.pair.id} in ${profile.file}, so nobody could use a new one there`,
      remedy: 'look for a section that no SDK reads, such as [__proto__]',
      code: 'LZ-ROTATE-16',
    });
  }
  return { profile, target, journal, entry };
}

function refuseCaller(request: RotationRequest, { name, pair }: Profile, caller: Caller): void {
  const user = userOf(caller);
  if (user === undefined) {
    const isRoot = caller.arn.endsWith(':root');
    throw InputError.of({
      subject: subjectOfProfile(name),
      problem: isRoot ? 'its key belongs to the root user of the account' : 'its key belongs to no IAM user',
      got: asWritten(caller.arn),
      remedy: isRoot ? 'delete it in the console: a root user needs no access key' : 'name the profile of an IAM user',
      code: 'LZ-ROTATE-11',
    });
  }
  if (user !== request.user) {
    throw InputError.of({
      subject: '--user-name',
      problem: `the key ${pair.id} of profile ${asWritten(name)} belongs to user ${asWritten(user)}`,
      got: asWritten(request.user),
      remedy: 'name that user, or the profile of the other',
      code: 'LZ-ROTATE-12',
    });
  }
}

/** Whom the profile's key belongs to. One that a former run wrote may be so new that AWS doesn't know it yet. */
async function identify(request: RotationRequest, ground: Ground, { profile, entry }: Place, by: Account): Promise<Caller> {
  const isNewKey = entry !== undefined && entry.oldKey !== profile.pair.id;
  try {
    const caller = await repeated('ask whose key it is', () => by.whoAmI(), { ...ground, isNewKey });
    refuseCaller(request, profile, caller);
    return caller;
  } catch (error) {
    if (!(error instanceof CallFailure) || !error.isUnknownKey || isNewKey) throw error;
    throw InputError.of({
      subject: subjectOfProfile(profile.name),
      problem: `AWS doesn't accept the key ${profile.pair.id}: it is deleted or inactive, or its secret is wrong`,
      got: error.failure.reason,
      remedy: 'have an administrator give the user a new key, and write it by aws configure',
      code: 'LZ-ROTATE-10',
    });
  }
}

/**
 * Where the rotation is, as the user's keys are now.
 * @throws InputError LZ-ROTATE-13, LZ-ROTATE-15
 */
export async function locate(request: RotationRequest, ground: Ground, survey: Omit<Survey, 'position'>): Promise<Position> {
  const { profile, journal, caller, accountFor, session } = survey;
  const by = accountFor(session ?? profile.pair);
  const entry = journal.read();
  const isNewKey = session === undefined && entry !== undefined && entry.oldKey !== profile.pair.id;
  const terms = { ...ground, isNewKey };
  const keys = await repeated('list the keys', () => by.listKeys(request.user), terms);
  const facts = {
    user: request.user,
    account: caller.account,
    profile: profile.name,
    journalPath: journal.path,
    profileKey: profile.pair.id,
    journal: entry,
    keys,
  };
  const position = positionOf(facts);
  if (position.at === 'orphaned' && !position.ours) {
    // AWS tells of a use hours later, so this alone would prove nothing; the journal and its time come first.
    const { orphan } = position;
    if (await repeated('ask whether it was used', () => by.isUsed(orphan), terms)) refuseSecondKey(facts, orphan);
  }
  return position;
}

/**
 * All checks of a run: only reading, so whatever is refused here left everything as it was.
 * @throws InputError LZ-ROTATE-4 to 16
 * @throws CallFailure LZ-ROTATE-18 AWS didn't answer
 */
export async function surveyOf(request: RotationRequest, ground: Ground): Promise<Survey> {
  const place = await placeOf(request, ground);
  const accountFor = ground.accountFor(place.profile);
  const own = accountFor(place.profile.pair);
  const caller = await identify(request, ground, place, own);
  const { mfa } = request;
  const terms = { ...ground, isNewKey: false };
  const session = mfa === undefined ? undefined : await repeated('open a session', () => own.openSession(mfa), terms);
  const known = { ...place, caller, accountFor, session };
  return { ...known, position: await locate(request, ground, known) };
}
