import type { AccountCalls } from '../../../../commands/doctor/account/aws';
import { stateChecks } from '../../../../commands/doctor/state/state-checks';
import { refused } from '../answers';

const ROLE = 'arn:aws:iam::222222222222:role/OrganizationAccountAccessRole';
const state = { id: 'state', title: 'state' };
const unasked: Pick<AccountCalls, 'assume'> = { assume: () => Promise.reject(new Error('was asked')) };
const facts = { out: 'cdktf.out', synthesised: { stacks: [], unreadable: [] }, calls: { env: {}, timeLimitSeconds: 0.2 } };
const s3 = { kind: 's3', bucket: 'acme-state', region: 'eu-west-1', roleArn: ROLE } as const;

test('nothing is said about states of a configuration that cannot be read', async () => {
  expect(await stateChecks({ ...facts, access: unasked })).toEqual([
    { ...state, level: 'not checked', found: "the configuration can't be read" },
  ]);
});

test('states on this machine need no AWS', async () => {
  const [check] = await stateChecks({ ...facts, backend: { kind: 'local' }, access: 'there are no credentials' });

  expect(check).toMatchObject({ ...state, level: 'ok' });
});

test('states in a bucket are not looked for where AWS cannot be asked, and the reason is told', async () => {
  expect(await stateChecks({ ...facts, backend: s3, access: 'there are no credentials' })).toEqual([
    { ...state, level: 'not checked', found: 'there are no credentials' },
  ]);
});

test('a bootstrap that was left half way is told before anything that AWS says', async () => {
  const stacks = [{ name: 'dev', stateKey: 'k', override: 'bootstrap_override.tf.json' }];
  const checks = await stateChecks({
    ...facts,
    synthesised: { stacks, unreadable: [] },
    backend: s3,
    access: 'there are no credentials',
  });

  expect(checks.map(({ id }) => id)).toEqual(['state-override-dev', 'state']);
});

test('the role by which Terraform gets at the states is a problem where it cannot be assumed', async () => {
  const asked: string[] = [];
  const assume = (arn: string) => {
    asked.push(arn);
    return Promise.resolve(refused('AccessDenied', 'User is not authorized', 403));
  };

  expect(await stateChecks({ ...facts, backend: s3, access: { assume } })).toEqual([
    {
      id: 'state-bucket',
      title: 'state bucket',
      level: 'problem',
      found: `${ROLE}, by which Terraform gets at the states, can't be assumed: AccessDenied: User is not authorized (HTTP 403)`,
      remedy: 'let that role trust the management account, and these credentials call sts:AssumeRole on it',
    },
  ]);
  expect(asked).toEqual([ROLE]);
});
