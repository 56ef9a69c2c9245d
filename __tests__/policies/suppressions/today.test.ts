import { dayOf } from '../../../policies/suppressions/today';
import { refusalOf } from '../../refusal';

const clock = (): Date => new Date('2026-11-29T23:59:59Z');

describe('the day on which suppressions are judged', () => {
  it.each([
    [undefined, '2026-11-29'],
    ['', '2026-11-29'],
    ['0', '1970-01-01'],
    ['86399', '1970-01-01'],
    ['86400', '1970-01-02'],
    ['253402300799', '9999-12-31'],
  ])('with SOURCE_DATE_EPOCH %j at 2026-11-29 is %s', (epoch, day) => {
    expect(dayOf(epoch, clock)).toBe(day);
  });

  it.each(['-1', '1.5', '1e3', 'today', '253402300800'])('is refused with SOURCE_DATE_EPOCH %j', (epoch) => {
    expect(refusalOf(() => dayOf(epoch, clock))).toBe(
      `SOURCE_DATE_EPOCH: this is no number of seconds since 1970, got "${epoch}"; write digits only, or leave it out [LZ-CHECK-1]`,
    );
  });
});
