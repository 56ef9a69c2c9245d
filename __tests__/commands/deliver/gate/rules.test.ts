import { RecorderStatus } from '@aws-sdk/client-config-service';

import { notRecordedBy } from '../../../../commands/deliver/gate/rules';

describe('what AWS Config records', () => {
  it.each([
    ['without a recorder', [], 'AWS Config has no recorder'],
    [
      'by one that is stopped',
      [{ recording: false, lastStatus: RecorderStatus.Success }],
      'the recorder of AWS Config is stopped',
    ],
    [
      'by one that fails',
      [{ recording: true, lastStatus: RecorderStatus.Failure, lastErrorMessage: 'the bucket denies it' }],
      'the recorder of AWS Config fails: the bucket denies it',
    ],
    [
      'by one that fails and says no more',
      [{ recording: true, lastStatus: RecorderStatus.Failure }],
      'the recorder of AWS Config fails: it says no more',
    ],
    ['by one that was started just now', [{ recording: true, lastStatus: RecorderStatus.Pending }], undefined],
    ['by one that works', [{ recording: true, lastStatus: RecorderStatus.Success }], undefined],
  ])('%s is told', (_, recorders, why) => {
    expect(notRecordedBy(recorders)).toBe(why);
  });
});
