import { clockCheck } from '../../../../commands/doctor/account/clock';
import { done, unreached } from '../answers';

const clock = { id: 'clock', title: 'clock' };

test.each([
  [0.4, "with AWS's"],
  [-1.4, "with AWS's"],
  [2, "2 s ahead of AWS's"],
  [-300.4, "300 s behind AWS's"],
  [300.4, "300 s ahead of AWS's"],
])('a clock that is %d s ahead is well', (skew, found) => {
  expect(clockCheck(done(skew))).toEqual({ ...clock, level: 'ok', found });
});

test.each([
  [301, "301 s ahead of AWS's"],
  [-301, "301 s behind AWS's"],
])('a clock that is %d s ahead is a problem', (skew, found) => {
  expect(clockCheck(done(skew))).toEqual({
    ...clock,
    level: 'problem',
    found,
    expected: 'at most 300 s apart, or AWS refuses what is signed',
    remedy: 'set the clock: let the machine take its time from the network (NTP)',
  });
});

test('without an answer of AWS nothing is said about it', () => {
  expect(clockCheck(unreached('ENOTFOUND'))).toEqual({
    ...clock,
    level: 'not checked',
    found: "AWS's clock can't be read: its name is not known here (ENOTFOUND)",
  });
});
