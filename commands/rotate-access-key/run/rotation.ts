import { OperationError } from '../../../modules/core/operation-error';
import { CallFailure } from '../account/call-failure';
import { alone } from '../profile/lock';
import { pauseAfter } from './patience';
import { type Step, stepsFrom } from './position';
import type { Ground, RotationRequest } from './request';
import { describeStep, PERFORM, type Work } from './steps';
import { locate, placeOf, type Survey, surveyOf } from './survey';
import { takenBack, undo } from './undo';

/** What a run did, or what it would do. */
export interface RotationResult {
  readonly user: string;
  readonly account: string;
  readonly profile: string;
  /** The file that holds the pair. */
  readonly file: string;
  readonly oldKey: string;
  /** Undefined before there is one. */
  readonly newKey: string | undefined;
  /** Whether it went on from where another run stopped. */
  readonly resumed: boolean;
  readonly steps: readonly { readonly step: Step; readonly text: string }[];
}

function workOf(request: RotationRequest, ground: Ground, survey: Survey): Work {
  const { position, profile, caller, entry } = survey;
  const oldKey = position.at === 'written' ? position.oldKey : profile.pair.id;
  return {
    request,
    ground,
    survey,
    oldKey,
    ...(position.at === 'written' ? { newPair: profile.pair } : { oldPair: profile.pair }),
    ...(position.at === 'orphaned' ? { orphan: position.orphan } : {}),
    entry: entry ?? {
      user: request.user,
      account: caller.account,
      profile: profile.name,
      oldKey,
      keysBefore: [oldKey],
      startedAt: new Date().toISOString(),
    },
  };
}

/** Whether asking for a key again, after a look at which keys there are now, may help. */
function mayCreateAgain(error: unknown): error is CallFailure {
  return error instanceof CallFailure && (error.isPassing || error.isUncertain || error.isFull);
}

/** A rotation with what it did so far. */
class Rotation {
  readonly #work: Work;
  readonly #done: Step[] = [];
  #creations = 0;
  /** Whether AWS may have made a key that this run doesn't know of. */
  #isUncertain: boolean;

  constructor(work: Work) {
    this.#work = work;
    this.#isUncertain = work.survey.entry !== undefined;
  }

  async run(): Promise<RotationResult> {
    const { survey, request } = this.#work;
    let steps: readonly Step[] | undefined = stepsFrom(survey.position, request.deleteOld);
    // Creation that fails leads back to a look at the keys, and on from what is found.
    while (steps !== undefined) steps = await this.#take(steps);
    return resultOf(this.#work, this.#done);
  }

  /** Takes the steps to the end, or answers those that are to be taken instead. */
  async #take(steps: readonly Step[]): Promise<readonly Step[] | undefined> {
    for (const step of steps) {
      const text = describeStep(step, this.#work);
      // The secret of a new key is nowhere but in this process: no stop before it is written.
      if (step !== 'write') this.#work.ground.interruption.throwIfRequested(text);
      this.#work.ground.report.step(text);
      try {
        await PERFORM[step](this.#work);
      } catch (error) {
        if (step === 'create') return this.#lookAgain(error);
        throw await this.#failureOf(step, error);
      }
      this.#done.push(step);
    }
    return undefined;
  }

  async #lookAgain(error: unknown): Promise<readonly Step[]> {
    const { request, ground, survey } = this.#work;
    this.#creations += 1;
    if (!(error instanceof CallFailure) || error.isUncertain || error.isFull) this.#isUncertain = true;
    if (!mayCreateAgain(error) || this.#creations >= ground.patience.attempts) {
      // AWS said no each time, so there is nothing to finish.
      if (!this.#isUncertain) await survey.journal.remove();
      throw error;
    }
    ground.report.step(`look again: ${error.failure.action} failed (${error.failure.reason})`);
    await ground.interruption.sleep(pauseAfter(this.#creations, ground.patience));
    ground.interruption.throwIfRequested('look at the keys again');
    const position = await locate(request, ground, survey);
    if (position.at === 'orphaned') this.#work.orphan = position.orphan;
    return stepsFrom(position, request.deleteOld);
  }

  async #failureOf(step: Step, error: unknown): Promise<unknown> {
    const { newPair, survey } = this.#work;
    if (step === 'write' || (step === 'prove' && error instanceof CallFailure)) {
      if (newPair === undefined) return error;
      return takenBack(this.#work, newPair.id, await undo(this.#work, newPair), error);
    }
    if (error instanceof OperationError) return error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) return error;
    return new OperationError({
      subject: survey.target,
      problem: "the file, or one beside it, can't be written",
      got: code,
      remedy: 'make room and the folder writable, then run the command again: it goes on from here',
      code: 'LZ-ROTATE-21',
    });
  }
}

function resultOf(work: Work, steps: readonly Step[]): RotationResult {
  const { survey, request, oldKey, newPair } = work;
  return {
    user: request.user,
    account: survey.caller.account,
    profile: survey.profile.name,
    file: survey.target,
    oldKey,
    newKey: newPair?.id,
    resumed: survey.entry !== undefined,
    steps: steps.map((step) => ({ step, text: describeStep(step, work) })),
  };
}

/**
 * Gives the profile a new key and takes the old one away, going on where a former run was cut off.
 * @throws InputError LZ-ROTATE-4 to 16, nothing was changed
 * @throws OperationError LZ-ROTATE-17 to 21, a working key is in the profile
 */
export async function rotate(request: RotationRequest, ground: Ground): Promise<RotationResult> {
  const { target } = await placeOf(request, ground);
  const { interruption, patience } = ground;
  const terms = {
    staleSeconds: patience.staleSeconds,
    onLost: () => interruption.request('the lock was lost to another run'),
  };
  return alone(target, terms, async () => {
    // Read again: who held the lock before may have changed it all.
    const survey = await surveyOf(request, ground);
    return new Rotation(workOf(request, ground, survey)).run();
  });
}

/**
 * What `rotate` would do now. It reads only.
 * @throws InputError LZ-ROTATE-4 to 16
 * @throws CallFailure LZ-ROTATE-18
 */
export async function previewRotation(request: RotationRequest, ground: Ground): Promise<RotationResult> {
  const survey = await surveyOf(request, ground);
  return resultOf(workOf(request, ground, survey), stepsFrom(survey.position, request.deleteOld));
}
