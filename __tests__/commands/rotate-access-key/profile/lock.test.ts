import { mkdirSync, readdirSync, utimesSync } from 'node:fs';

import { alone } from '../../../../commands/rotate-access-key/profile/lock';
import { AwsFolder, OLD, plain } from '../aws-folder';
import { failureOf, place, rotateIn } from '../in-process';

jest.setTimeout(20_000);
afterAll(() => AwsFolder.removeAll());

const TERMS = { staleSeconds: 2, onLost: () => undefined };
const lockOf = (folder: AwsFolder): string => `${folder.files.credentials}.lock`;

test('two works on one file take turns', async () => {
  const folder = new AwsFolder({ credentials: plain(OLD) });
  const told: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    told.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    told.push(`${name} ends`);
  };
  const [first, second] = [alone(folder.files.credentials, TERMS, work('a')), alone(folder.files.credentials, TERMS, work('b'))];
  await Promise.all([first, second]);
  const [one, other] = told[0] === 'a begins' ? ['a', 'b'] : ['b', 'a'];
  expect(told).toEqual([`${one} begins`, `${one} ends`, `${other} begins`, `${other} ends`]);
  expect(readdirSync(folder.path)).toEqual(['credentials']);
});

test('a lock that somebody keeps renewing is respected, with nothing changed', async () => {
  const { folder, aws } = place();
  mkdirSync(lockOf(folder));
  const renewal = setInterval(() => utimesSync(lockOf(folder), new Date(), new Date()), 200);
  const failure = await failureOf(rotateIn(folder, aws));
  clearInterval(renewal);
  expect(failure).toEqual({
    exitCode: 3,
    text: `${folder.files.credentials}: another run is at work on the file, got ${lockOf(folder)} (ELOCKED); wait for the other run to end, then run the command again [LZ-ROTATE-17]`,
  });
  expect([aws.calls, folder.text('credentials')]).toEqual([[], plain(OLD)]);
});

test('a lock that a killed run left is taken over once it is 2 s old', async () => {
  const { folder, aws } = place();
  mkdirSync(lockOf(folder));
  await rotateIn(folder, aws);
  expect([aws.keys.length, readdirSync(folder.path)]).toEqual([1, ['credentials']]);
});

test('a run whose lock another one took stops before its next step', async () => {
  const { folder, aws } = place();
  let isStolen = false;
  aws.onCall = (action) => {
    // Stands still for longer than a lock lasts, as a suspended machine does, while the lock gets another owner.
    if (action !== 'ListAccessKeys' || isStolen) return;
    isStolen = true;
    utimesSync(lockOf(folder), new Date(), new Date(Date.now() + 5000));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
  };
  aws.slow = 200;
  const { exitCode, text } = await failureOf(rotateIn(folder, aws));
  expect([exitCode, text]).toEqual([
    3,
    `rotate-access-key: stopped before this step: note in ${folder.files.credentials}.rotation.default.json that a rotation is under way, got the lock was lost to another run; run the same command again: it goes on from there [LZ-ROTATE-20]`,
  ]);
  expect(aws.listed).toEqual([`${OLD.id} active`]);
});
