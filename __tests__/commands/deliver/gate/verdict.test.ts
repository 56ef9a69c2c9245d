import type { Place } from '../../../../commands/deliver/gate/places';
import type { Alarm, Reading, Violation } from '../../../../commands/deliver/gate/reading';
import { judge, stops, type Yardstick } from '../../../../commands/deliver/gate/verdict';

const PLACE: Place = { account: '222222222222', region: 'eu-west-1', role: 'arn:aws:iam::222222222222:role/plinth/plan-hub' };
const APPLY = new Date('2026-11-29T18:00:00.000Z');
const EARLIER = new Date('2026-11-29T17:59:59.999Z');

const alarm = (since?: Date): Alarm => ({ name: 'errors', reason: 'too many', ...(since === undefined ? {} : { since }) });
const violation = (since?: Date): Violation => ({
  rule: 'bucket-ssl',
  resourceType: 'AWS::S3::Bucket',
  resourceId: 'logs',
  ...(since === undefined ? {} : { since }),
});
const nobody = (): boolean => false;

function stopsAt(reading: Partial<Reading>, yardstick: Partial<Yardstick> = {}): boolean {
  const full = { ringing: [], alarmsWithoutData: [], violations: [], rulesWithoutResult: [], ...reading };
  return stops(judge(PLACE, full, { isKnown: nobody, ...yardstick }));
}

describe('a verdict', () => {
  it.each([
    ['in the millisecond of the apply', APPLY, true],
    ['a millisecond before', EARLIER, false],
    ['at a time that AWS does not say', undefined, true],
  ])('stops at what came %s: %s', (_, since, stopped) => {
    expect(stopsAt({ ringing: [alarm(since)] }, { since: APPLY })).toBe(stopped);
    expect(stopsAt({ violations: [violation(since)] }, { since: APPLY })).toBe(stopped);
  });

  it('stops at whatever rings where nobody says when the apply began', () => {
    expect(stopsAt({ ringing: [alarm(EARLIER)] })).toBe(true);
    expect(stopsAt({ violations: [violation(EARLIER)] })).toBe(true);
  });

  it('does not stop at a violation that is known, though it was found again', () => {
    expect(stopsAt({ violations: [violation(APPLY)] }, { since: APPLY, isKnown: () => true })).toBe(false);
  });

  it('stops at an alarm, whatever violations are known', () => {
    expect(stopsAt({ ringing: [alarm(APPLY)] }, { since: APPLY, isKnown: () => true })).toBe(true);
  });

  it('stops at nothing where alarms have no data, rules no result, and nothing is recorded', () => {
    const unknown = { alarmsWithoutData: ['silent'], rulesWithoutResult: ['new'], notRecorded: 'AWS Config has no recorder' };

    expect(stopsAt(unknown)).toBe(false);
  });
});
