import { CallFailure } from '../account/call-failure';
import type { Interruption } from './interruption';
import { pauseAfter, type Patience } from './patience';

/** How a call is repeated. */
export interface CallTerms {
  readonly patience: Patience;
  readonly interruption: Interruption;
  /** Whether the key is so new that parts of IAM may not know it. */
  readonly isNewKey: boolean;
}

/**
 * Makes a call that may be made twice. Throttling, no answer and AWS's own errors are tried some times; a key that was
 * made moments ago is given the time that IAM needs to know it.
 * @throws CallFailure of the last attempt
 * @throws OperationError LZ-ROTATE-20 when the run is to end meanwhile
 */
export async function repeated<T>(what: string, call: () => Promise<T>, terms: CallTerms): Promise<T> {
  const { patience, interruption, isNewKey } = terms;
  const until = Date.now() + patience.proofSeconds * 1000;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      const again = isNewKey && error.isUnknownKey ? Date.now() < until : error.isPassing && attempt < patience.attempts;
      if (!again) throw error;
      await interruption.sleep(pauseAfter(attempt, patience));
      interruption.throwIfRequested(what);
    }
  }
}
