import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DescribeKeyCommand, KMSClient, ListAliasesCommand } from '@aws-sdk/client-kms';

import type { Counts, Terraform } from '../../commands/sandbox/terraform';
import { clientOf } from './aws-clients';
import { EmulatedAccount } from './emulated-account';
import { ACCOUNT, backward, forward, STACK, writeKeys } from './encryption-keys';

let account: EmulatedAccount;
let output: string;
let directory: string;
let terraform: Terraform;
let born: Counts;

/** The stack as Terraform reads it. */
function synthesised(): string {
  return readFileSync(join(directory, 'cdk.tf.json'), 'utf8');
}

beforeAll(async () => {
  account = await EmulatedAccount.open(ACCOUNT);
  output = join(account.folder, 'cdktf.out');
  directory = join(output, 'stacks', STACK);
  writeKeys(output, forward, false);
  terraform = account.terraformIn(directory);
  await terraform.init();
  born = await terraform.apply();
});

afterAll(() => account.close());

test('a key of every use with its grants, and one with a replica in another Region, are planned empty once they are there', async () => {
  expect(born).toEqual({ added: 10, changed: 0, destroyed: 0 });
  expect(await terraform.plan()).toBe(true);
});

test('whatever list of the source is turned round, nothing is to be changed', async () => {
  const before = synthesised();
  writeKeys(output, backward, false);

  // Users whom only Terraform knows can't be sorted: the text is another one, and means the same.
  expect(synthesised() === before).toBe(false);
  expect(await terraform.plan()).toBe(true);
});

test('a living key refuses to be destroyed', async () => {
  await expect(terraform.destroy()).rejects.toThrow('Instance cannot be destroyed');
});

test('closing keys are destroyed, and can be had back for 7 days', async () => {
  writeKeys(output, forward, true);
  await terraform.apply();
  const kms = new KMSClient(clientOf(account.emulator, account.credentials));
  const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
  const KeyId = Aliases.find(({ AliasName }) => AliasName === 'alias/acme/shop')?.TargetKeyId;
  const asked = Date.now();

  expect(await terraform.destroy()).toEqual({ added: 0, changed: 0, destroyed: 10 });
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  kms.destroy();
  expect(KeyMetadata?.KeyState).toBe('PendingDeletion');
  expect(Math.round(((KeyMetadata?.DeletionDate?.getTime() ?? 0) - asked) / 86_400_000)).toBe(7);
});
