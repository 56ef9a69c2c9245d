import type { Answer, Disturbance, PassingCall } from './forwarder';
import type { Kill, Trouble } from './scenario';

/** How a call goes wrong the nth time, given a way to kill the process that makes it. */
export interface Fault {
  readonly name: string;
  readonly disturb: (time: number, kill: Kill) => Disturbance | undefined;
}

const error = (status: number, code: string, message: string): Answer => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`,
});

const throttled = error(400, 'Throttling', 'Rate exceeded');
const tooMany = error(429, 'TooManyRequestsException', 'Too many requests');
const broken = error(500, 'ServiceFailure', 'Internal failure');
const half: Answer = { status: 200, body: '<AnyResponse><Any' };

type Disturb = Fault['disturb'];
const upTo =
  (most: number, disturbance: Disturbance): Disturb =>
  (time) =>
    time <= most ? disturbance : undefined;
const forEver =
  (disturbance: Disturbance): Disturb =>
  () =>
    disturbance;
const killed =
  (reaches: boolean): Disturb =>
  (_time, kill) => ({ reaches, answer: undefined, meanwhile: () => kill() });

/** Everything that a network, a service or a machine does to a call. */
export const FAULTS: readonly Fault[] = [
  { name: 'kill -9 before AWS gets it', disturb: killed(false) },
  { name: 'kill -9 after AWS did it', disturb: killed(true) },
  { name: 'throttled twice', disturb: upTo(2, { reaches: false, answer: throttled }) },
  { name: 'throttled for ever', disturb: forEver({ reaches: false, answer: tooMany }) },
  { name: 'an error once though AWS did it', disturb: upTo(1, { reaches: true, answer: broken }) },
  { name: 'an error each time though AWS did it', disturb: forEver({ reaches: true, answer: broken }) },
  { name: 'cut off once before AWS gets it', disturb: upTo(1, { reaches: false, answer: undefined }) },
  { name: 'cut off each time after AWS did it', disturb: forEver({ reaches: true, answer: undefined }) },
  { name: 'half an answer once', disturb: upTo(1, { reaches: true, answer: half }) },
  { name: 'no answer once, and AWS did not do it', disturb: upTo(1, { reaches: false, answer: 'none' }) },
  { name: 'no answer each time, though AWS did it', disturb: forEver({ reaches: true, answer: 'none' }) },
];

/** A call of a run, by what it is and which of its kind. */
export type Place = Pick<PassingCall, 'action' | 'nth'>;

/** The fault from this call on, in calls of its kind. */
export function troubleAt(place: Place, { disturb }: Fault): Trouble {
  return {
    disturb: ({ action, nth }, kill) =>
      action === place.action && nth >= place.nth ? disturb(nth - place.nth + 1, kill) : undefined,
  };
}

/** What stops a run right after AWS made a key: nobody has its secret. */
export const ORPHANED: Trouble = troubleAt({ action: 'CreateAccessKey', nth: 1 }, { name: '', disturb: killed(true) });
/** What stops a run before its new key is proven. */
export const UNPROVEN: Trouble = { env: { KILL_AT: 'prove that' } };
/** A new key that no proof accepts, and besides a fault of the call that takes it back. */
export function refusedAnd(fault: Fault): Trouble {
  const undoing = troubleAt({ action: 'DeleteAccessKey', nth: 1 }, fault).disturb;
  return {
    disturb: (call, kill) =>
      call.action === 'GetCallerIdentity' && call.nth > 1 ? { reaches: false, answer: broken } : undoing?.(call, kill),
  };
}
