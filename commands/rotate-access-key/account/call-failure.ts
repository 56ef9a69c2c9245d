import { OperationError } from '../../../modules/core/operation-error';

/** What is known of a call that failed. */
export interface Failure {
  /** As AWS's policies write it: `iam:CreateAccessKey`. */
  readonly action: string;
  /** AWS's code, or the network's. */
  readonly reason: string;
  /** AWS's words, if it said no; they hold no secret. Left out where there was no proper answer. */
  readonly words?: string;
  /** Of the answer; left out where there was none. */
  readonly status?: number;
}

const THROTTLED = new Set([
  'BandwidthLimitExceeded',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);
/** Signed at another time than AWS's: the SDK has set its clock by that answer. */
const SKEWED = new Set(['RequestExpired', 'RequestTimeTooSkewed', 'RequestInTheFuture']);
/** IAM asks to come again. */
const BUSY = new Set(['ConcurrentModification', 'EntityTemporarilyUnmodifiable']);
/** A key that AWS doesn't know, or doesn't know yet. */
const UNKNOWN_KEY = new Set([
  'AuthFailure',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);
/** The profile's key is good, only its clock or rights aren't. */
const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation']);

function remedyFor(reason: string): string {
  return DENIED.has(reason)
    ? 'attach the self-rotation policy to the user; where it asks for MFA, pass --mfa-serial and --mfa-code; then run the command again'
    : 'run the same command again: it goes on from where this one stopped';
}

/** A call that AWS refused or didn't answer. */
export class CallFailure extends OperationError {
  readonly failure: Failure;

  constructor(failure: Failure) {
    const { action, reason, words } = failure;
    super({
      subject: action,
      problem: words === undefined ? 'AWS gave no answer that counts' : `AWS answered with an error (${words})`,
      got: reason,
      remedy: remedyFor(reason),
      code: 'LZ-ROTATE-18',
    });
    this.failure = failure;
  }

  /** Whether the same call may succeed later. */
  get isPassing(): boolean {
    const { reason, status } = this.failure;
    const told = THROTTLED.has(reason) || SKEWED.has(reason) || BUSY.has(reason);
    return told || status === undefined || status === 429 || status >= 500;
  }

  /** Whether AWS may have done it nevertheless: it did not where it said what is wrong with the request. */
  get isUncertain(): boolean {
    const { status } = this.failure;
    return status === undefined || status < 400 || status >= 500;
  }

  get isUnknownKey(): boolean {
    return UNKNOWN_KEY.has(this.failure.reason);
  }

  /** Whether what was to be changed is gone already. */
  get isGone(): boolean {
    return this.failure.reason === 'NoSuchEntity' || this.failure.reason === 'NoSuchEntityException';
  }

  /** Whether the user has as many keys as a user may have. */
  get isFull(): boolean {
    return this.failure.reason === 'LimitExceeded' || this.failure.reason === 'LimitExceededException';
  }
}
