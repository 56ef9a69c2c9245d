import { asWritten, InputError } from '../../modules/core/input-error';

/** The last second that a day of four digits' year has. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/**
 * The day on which suppressions are judged, in UTC: that of SOURCE_DATE_EPOCH where it is set, so that a run can be
 * repeated, else of the clock.
 * @source reproducible-builds.org, "SOURCE_DATE_EPOCH": seconds since 1970, ASCII digits
 * @throws InputError LZ-CHECK-1 it is no such number
 */
export function dayOf(epoch: string | undefined, now: () => Date): string {
  if (epoch === undefined || epoch === '') return now().toISOString().slice(0, 10);
  if (/^\d+$/.test(epoch) && Number(epoch) <= LATEST) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  throw InputError.of({
    subject: 'SOURCE_DATE_EPOCH',
    problem: 'this is no number of seconds since 1970',
    got: asWritten(epoch),
    remedy: 'write digits only, or leave it out',
    code: 'LZ-CHECK-1',
  });
}
