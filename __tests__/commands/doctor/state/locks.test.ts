import { lockChecks } from '../../../../commands/doctor/state/locks';
import type { Attempt } from '../../../../commands/doctor/attempt';
import type { Check } from '../../../../commands/doctor/check';
import { done, refused } from '../answers';
import { bucketOf } from './bucket-of';

const stacks = ['dev', 'prod'].map((name) => ({ name, stateKey: `acme/${name}.tfstate` }));
const expected = 'free, or held by a run that goes on';
const absent = refused('NoSuchKey', 'The specified key does not exist.', 404);

/** The checks where the lock of dev answers so, and prod has none. */
function withLockOfDev(answer: Attempt<string>): Promise<Check[]> {
  return lockChecks(stacks, bucketOf({ lock: (key) => Promise.resolve(key === 'acme/dev.tfstate.tflock' ? answer : absent) }));
}

test('no lock is well', async () => {
  expect(await withLockOfDev(absent)).toEqual([
    { id: 'state-locks', title: 'locks of the states', level: 'ok', found: 'none is held' },
  ]);
});

test('a held lock is a warning: by whom, since when, for what, and how it is broken', async () => {
  const info = {
    ID: '8a0c4f8e-33a1-41b6-b0f5-1f86a3c5c06e',
    Operation: 'OperationTypeApply',
    Info: '',
    Who: 'alice@build-7',
    Version: '1.11.4',
    Created: '2026-01-01T12:34:56.789123456Z',
    Path: 'acme-state/acme/dev.tfstate',
  };

  expect(await withLockOfDev(done(JSON.stringify(info)))).toEqual([
    {
      id: 'state-lock-dev',
      title: 'lock of dev',
      level: 'warning',
      found: 'held by alice@build-7 since 2026-01-01T12:34:56Z, for apply',
      expected,
      remedy: 'wait for that run; if it is dead, terraform force-unlock 8a0c4f8e-33a1-41b6-b0f5-1f86a3c5c06e in stacks/dev',
    },
  ]);
});

test.each(['', 'null', '[]', '{"Who": 3, "Created": "yesterday"}'])('a lock of %j is held all the same', async (text) => {
  expect(await withLockOfDev(done(text))).toEqual([
    {
      id: 'state-lock-dev',
      title: 'lock of dev',
      level: 'warning',
      found: 'held by somebody unknown since an unknown time, for an unknown operation',
      expected,
      remedy: 'wait for that run; if it is dead, terraform force-unlock <id> in stacks/dev',
    },
  ]);
});

test('a lock that may not be read is unknown', async () => {
  expect(await withLockOfDev(refused('AccessDenied', 'Access Denied', 403))).toEqual([
    {
      id: 'state-lock-dev',
      title: 'lock of dev',
      level: 'warning',
      found: 'unknown: AccessDenied: Access Denied (HTTP 403)',
      remedy: 'grant s3:GetObject, s3:PutObject and s3:DeleteObject on acme/dev.tfstate.tflock',
    },
  ]);
});
