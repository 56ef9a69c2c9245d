import { join } from 'node:path';

import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  GetPolicyVersionCommand,
  type IAMClient,
  ListAccessKeysCommand,
  ListAttachedUserPoliciesCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
  PutUserPolicyCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';

import type { Emulator } from '../../commands/sandbox/emulator';
import type { Terraform } from '../../commands/sandbox/terraform';
import type { PolicyJson } from '../iam';
import { meaningOf, rendered } from '../identity/meaning';
import { SEED_POLICY } from '../identity/seed-policy';
import { iamOf, type Keys } from './aws-clients';
import { EmulatedAccount } from './emulated-account';
import { USERS, writeIdentityStack } from './identity-stack';

const ACCOUNT = '111111111111';
let account: EmulatedAccount;
let emulator: Emulator;
let terraform: Terraform;
let admin: IAMClient;
let added: number;

beforeAll(async () => {
  account = await EmulatedAccount.open(ACCOUNT);
  ({ emulator } = account);
  admin = iamOf(emulator, account.credentials);
  const stack = writeIdentityStack(account.folder, 'forth');
  terraform = account.terraformIn(join(account.folder, 'stacks', stack));
  await terraform.init();
  ({ added } = await terraform.apply());
});
afterAll(() => account.close());

async function keyOf(client: IAMClient, user: string): Promise<Keys> {
  const { AccessKey: key } = await client.send(new CreateAccessKeyCommand({ UserName: user }));
  return { accessKeyId: key?.AccessKeyId ?? '', secretAccessKey: key?.SecretAccessKey ?? '' };
}
const allowed = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'allowed',
    (error: unknown) => (error as Error).name,
  );
async function enforced<T>(work: () => Promise<T>): Promise<T> {
  await emulator.enforceIam(true);
  try {
    return await work();
  } finally {
    await emulator.enforceIam(false);
  }
}

/** The policy as the emulator's IAM has it. */
async function policyInIam(path: string): Promise<PolicyJson> {
  const { PolicyVersion: version } = await admin.send(
    new GetPolicyVersionCommand({ PolicyArn: `arn:aws:iam::${ACCOUNT}:policy${path}`, VersionId: 'v1' }),
  );
  return JSON.parse(decodeURIComponent(version?.Document ?? '')) as PolicyJson;
}

test('the policy arrives in IAM as the first page has it, its variable unchanged', async () => {
  const policy = await policyInIam('/self-rotation');

  expect(JSON.stringify(policy)).toContain('"arn:aws:iam::*:user/${aws:username}"');
  expect(meaningOf(policy)).toEqual(meaningOf(SEED_POLICY));
});

test('so do its variants, for users with a path and with MFA', async () => {
  expect(await policyInIam('/ops/rotation-ops')).toEqual(rendered({ userPaths: true }));
  expect(await policyInIam('/rotation-mfa')).toEqual(rendered({ userPaths: true, mfa: true }));
  expect(await policyInIam('/rotation-mfa-machines')).toEqual(rendered({ userPaths: true }));
});

test('nothing hangs on a user', async () => {
  for (const UserName of Object.keys(USERS)) {
    const attached = await admin.send(new ListAttachedUserPoliciesCommand({ UserName }));
    const inline = await admin.send(new ListUserPoliciesCommand({ UserName }));
    expect([attached.AttachedPolicies, inline.PolicyNames]).toEqual([[], []]);
  }
});

test.each(['alice', 'carol@example.com', 'dave'])(
  'with IAM enforced and this policy alone, %s rotates the own key, step by step',
  async (own) => {
    const old = await keyOf(admin, own);
    const client = iamOf(emulator, old);
    const answers = await enforced(async () => {
      const fresh = await keyOf(client, own);
      const renewed = iamOf(emulator, fresh);
      const about = { UserName: own, AccessKeyId: old.accessKeyId };
      const listed = await renewed.send(new ListAccessKeysCommand({}));
      const disabled = await allowed(renewed.send(new UpdateAccessKeyCommand({ ...about, Status: 'Inactive' })));
      const afterwards = await allowed(client.send(new ListUsersCommand({})));
      const deleted = await allowed(renewed.send(new DeleteAccessKeyCommand(about)));
      const left = await renewed.send(new ListAccessKeysCommand({ UserName: own }));
      return {
        listed: listed.AccessKeyMetadata?.map(({ AccessKeyId: id }) => id).sort(),
        expected: [old.accessKeyId, fresh.accessKeyId].sort(),
        disabled,
        afterwards,
        deleted,
        isFreshLeft: left.AccessKeyMetadata?.map(({ AccessKeyId: id }) => id).join() === fresh.accessKeyId,
      };
    });

    expect(answers.listed).toEqual(answers.expected);
    expect(answers).toMatchObject({
      disabled: 'allowed',
      afterwards: 'InvalidClientTokenId',
      deleted: 'allowed',
      isFreshLeft: true,
    });
  },
);

test.each([
  ['alice', 'bob'],
  ['alice', 'carol@example.com'],
  ['dave', 'carol@example.com'],
  ['carol@example.com', 'bob'],
])("%s is refused everything about %s's keys, and every way up", async (own, other) => {
  const key = await keyOf(admin, own);
  const client = iamOf(emulator, key);
  const target = await keyOf(admin, other);
  const about = { UserName: other, AccessKeyId: target.accessKeyId };
  const answers = await enforced(async () => [
    await allowed(client.send(new CreateAccessKeyCommand({ UserName: other }))),
    await allowed(client.send(new ListAccessKeysCommand({ UserName: other }))),
    await allowed(client.send(new UpdateAccessKeyCommand({ ...about, Status: 'Inactive' }))),
    await allowed(client.send(new DeleteAccessKeyCommand(about))),
    await allowed(client.send(new CreateUserCommand({ UserName: 'eve' }))),
    await allowed(client.send(new PutUserPolicyCommand({ UserName: own, PolicyName: 'all', PolicyDocument: '{}' }))),
    await allowed(
      client.send(new AttachUserPolicyCommand({ UserName: own, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' })),
    ),
  ]);
  await admin.send(new DeleteAccessKeyCommand(about));
  await admin.send(new DeleteAccessKeyCommand({ UserName: own, AccessKeyId: key.accessKeyId }));

  expect(answers).toEqual(Array<string>(7).fill('AccessDenied'));
});

test('the second plan is empty, and so is one after users, statements and actions changed places', async () => {
  expect(await terraform.plan()).toBe(true);
  writeIdentityStack(account.folder, 'back');
  expect(await terraform.plan()).toBe(true);
});

test('everything is destroyed, keys that users made themselves with it', async () => {
  expect((await terraform.destroy()).destroyed).toBe(added);
  expect(added).toBeGreaterThan(20);
});
