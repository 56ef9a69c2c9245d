import { livesOf, liveAndDie } from './applied';
import { ARCHIVE_STACK, SOURCE_STACK, writeArchive } from './logging-archive';

jest.setTimeout(600_000);

test('an archive for every kind of log, and an account whose requests are copied into it, live and die', async () => {
  const result = await liveAndDie((output, lifecycle) => {
    writeArchive(output, lifecycle === 'closing');
    return Promise.resolve();
  });

  expect(livesOf(result)).toEqual([
    { name: ARCHIVE_STACK, secondPlanChanges: 0, leftOver: 0 },
    { name: SOURCE_STACK, secondPlanChanges: 0, leftOver: 0 },
  ]);
});
