import { CallFailure } from '../account/call-failure';
import { type Account } from '../account/account';
import type { Credential } from '../profile/credential';
import { readProfile } from '../profile/profile';
import { replaceFile, sweepBeside } from '../profile/safe-file';
import { sdkFinds } from '../profile/sdk-view';
import { repeated } from './calls';
import type { JournalEntry } from './journal';
import { pauseAfter } from './patience';
import type { Step } from './position';
import type { Ground, RotationRequest } from './request';
import type { Survey } from './survey';

/** A rotation under way. */
export interface Work {
  readonly request: RotationRequest;
  readonly ground: Ground;
  readonly survey: Survey;
  /** The key that goes. */
  readonly oldKey: string;
  /** The pair that was in the profile; left out where a former run has replaced it, so that nobody knows its secret. */
  readonly oldPair?: Credential;
  /** The pair that the profile gets; left out until AWS gave it. */
  newPair?: Credential;
  /** A key of a former run whose secret nobody has; left out where there is none. */
  orphan?: string;
  entry: JournalEntry;
}

/** The profile's pair isn't the one that this run knows. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super('somebody else changed its key pair meanwhile');
  }
}

/** Writes a pair in place of another, in the file as it is now: other profiles may have changed meanwhile. */
export async function exchange(work: Work, from: Credential, to: Credential): Promise<void> {
  const { request, ground, survey } = work;
  const now = readProfile(request.profile, ground.files);
  if (!now.pair.isSameAs(from) || now.file !== survey.profile.file) throw new ChangedMeanwhile();
  await replaceFile(survey.target, now.withPair(to));
  if (!(await sdkFinds(to, request.profile, ground.files))) throw new ChangedMeanwhile();
}

function newPairOf({ newPair }: Work): Credential {
  if (newPair === undefined) throw new Error('there is no new pair yet');
  return newPair;
}

/** Who makes calls of IAM before the new key is proven, and after. */
export function oldAccount({ survey }: Work): Account {
  return survey.accountFor(survey.session ?? survey.profile.pair);
}

function newAccount(work: Work): Account {
  return work.survey.accountFor(work.survey.session ?? newPairOf(work));
}

/** What is gone already needn't be changed: the answer to a former attempt was lost. */
export async function unlessGone(what: string, change: () => Promise<void>, { ground }: Work, isNewKey: boolean): Promise<void> {
  try {
    await repeated(what, change, { ...ground, isNewKey });
  } catch (error) {
    if (!(error instanceof CallFailure) || !error.isGone) throw error;
  }
}

/** Tries the new key until it works or the time is over. */
async function prove(work: Work): Promise<void> {
  const { request, ground, survey } = work;
  const { patience, interruption } = ground;
  const pair = newPairOf(work);
  const by = survey.accountFor(pair);
  const until = Date.now() + patience.proofSeconds * 1000;
  for (let attempt = 1; ; attempt++) {
    try {
      await by.whoAmI();
      // A key alone may make no call of IAM where MFA is asked for.
      if (survey.session === undefined) await by.listKeys(request.user);
      return;
    } catch (error) {
      if (!(error instanceof CallFailure) || Date.now() >= until) throw error;
      await interruption.sleep(pauseAfter(attempt, patience));
      interruption.throwIfRequested(describeStep('prove', work));
    }
  }
}

/** What each step does. Every one may be done again by a run that doesn't know whether it was done. */
export const PERFORM: Readonly<Record<Step, (work: Work) => Promise<void>>> = {
  discard: async (work) => {
    const { request, survey, orphan } = work;
    if (orphan === undefined) throw new Error('there is no orphan');
    await unlessGone('delete it', () => oldAccount(work).deleteKey(request.user, orphan), work, false);
    await sweepBeside(survey.target, [orphan]);
  },
  announce: async (work) => {
    const { newKey: former, ...entry } = work.entry;
    if (former !== undefined) await sweepBeside(work.survey.target, [former]);
    work.entry = { ...entry, startedAt: new Date().toISOString() };
    await work.survey.journal.write(work.entry);
  },
  // One attempt: who asks again without looking may get a second key.
  create: async (work) => {
    work.newPair = await oldAccount(work).createKey(work.request.user);
  },
  write: async (work) => {
    const pair = newPairOf(work);
    work.entry = { ...work.entry, newKey: pair.id };
    await work.survey.journal.write(work.entry);
    await exchange(work, work.survey.profile.pair, pair);
  },
  prove,
  disable: (work) =>
    unlessGone(
      'disable it',
      () => newAccount(work).disableKey(work.request.user, work.oldKey),
      work,
      work.survey.session === undefined,
    ),
  delete: (work) =>
    unlessGone(
      'delete it',
      () => newAccount(work).deleteKey(work.request.user, work.oldKey),
      work,
      work.survey.session === undefined,
    ),
  close: async ({ survey, entry }) => {
    await sweepBeside(survey.target, entry.newKey === undefined ? [] : [entry.newKey]);
    await survey.journal.remove();
  },
};

/** A step in words, for whoever watches or asks what would be done. */
export function describeStep(step: Step, { request, survey, oldKey, newPair, orphan }: Omit<Work, 'entry'>): string {
  const fresh = newPair?.id ?? 'the new key';
  const texts: Readonly<Record<Step, string>> = {
    discard: `delete ${orphan ?? 'the key'} of a run that was cut off: nobody has its secret`,
    announce: `note in ${survey.journal.path} that a rotation is under way`,
    create: `create a new key for ${request.user}`,
    write: `write ${fresh} into ${survey.target}`,
    prove: `prove that ${fresh} works`,
    disable: `disable ${oldKey} with ${fresh}`,
    delete: `delete ${oldKey} with ${fresh}`,
    close: `remove ${survey.journal.path}`,
  };
  return texts[step];
}
