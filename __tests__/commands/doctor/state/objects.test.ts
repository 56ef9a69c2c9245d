import { objectsCheck, overrideChecks, storedStacks } from '../../../../commands/doctor/state/objects';
import { done, refused } from '../answers';
import { bucketOf } from './bucket-of';

const states = { id: 'state-objects', title: 'states' };
const stacks = ['dev', 'prod'].map((name) => ({ name, stateKey: `acme/${name}.tfstate` }));
const head = (...there: string[]) => ({
  head: (key: string) => Promise.resolve(there.includes(key) ? done(undefined) : refused('NotFound', 'NotFound', 404)),
});

test.each([
  [[], '0 of 2 there, the others come with their first apply'],
  [['acme/dev.tfstate'], '1 of 2 there, the others come with their first apply'],
  [['acme/dev.tfstate', 'acme/prod.tfstate'], '2 of 2 there'],
])('states at %j are well', async (there, found) => {
  expect(await objectsCheck(stacks, bucketOf(head(...there)))).toEqual({ ...states, level: 'ok', found });
});

test('a state that may not be read is a problem that names its stack', async () => {
  const denied = { head: (key: string) => Promise.resolve(key.includes('dev') ? refused('403', 'x', 403) : done(undefined)) };

  expect(await objectsCheck(stacks, bucketOf(denied))).toEqual({
    ...states,
    level: 'problem',
    found: "can't be read: dev (403: x (HTTP 403))",
    remedy: 'grant s3:GetObject and s3:ListBucket there, and kms:Decrypt on the key of the bucket',
  });
});

test('without a synthesised stack there is nothing to look for', async () => {
  expect(await objectsCheck([], bucketOf())).toEqual({
    ...states,
    level: 'not checked',
    found: 'no stack with its state in a bucket is synthesised yet',
    remedy: 'npm start',
  });
});

test('a stack whose state lies elsewhere is none of them', () => {
  expect(storedStacks([{ name: 'dev', stateKey: 'acme/dev.tfstate' }, { name: 'local' }])).toEqual([
    { name: 'dev', stateKey: 'acme/dev.tfstate' },
  ]);
});

test('a bootstrap that was left half way is a warning with its second half, whatever AWS says', () => {
  const override = 'bootstrap_override.tf.json';

  expect(overrideChecks([...stacks, { name: 'state', stateKey: 'k', override }, { name: 'local', override }])).toEqual([
    {
      id: 'state-override-state',
      title: 'state of state',
      level: 'warning',
      found: 'kept where bootstrap_override.tf.json says',
      expected: 'in the bucket',
      remedy: 'once its bucket is there: rm bootstrap_override.tf.json && terraform init -migrate-state, in stacks/state',
    },
  ]);
});
