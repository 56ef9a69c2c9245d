import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PlanAction } from '../../../commands/sandbox/plan-actions';
import { synth } from '../../../main';
import { ledgerFileOf } from '../../../modules/landing-zone';
import { EmulatedAccount } from '../emulated-account';

/** What `npm run release:fixture` kept of the last release, applied archive first. */
const RELEASE = join(__dirname, 'release');
const STACKS = readdirSync(join(RELEASE, 'stacks')).sort();
const NETWORK = 'shop-eu-west-1-network';
/** The management account, whose administrator assumes the roles of the others. */
const HOME_ACCOUNT = '111111111111';

let account: EmulatedAccount;
const output = (): string => join(account.folder, 'cdktf.out');
const fileOf = (stack: string): string => join(output(), 'stacks', stack, 'cdk.tf.json');

beforeAll(async () => {
  account = await EmulatedAccount.open(HOME_ACCOUNT);
  cpSync(join(RELEASE, 'stacks'), join(output(), 'stacks'), { recursive: true });
  for (const stack of STACKS) {
    const terraform = account.terraformIn(join(output(), 'stacks', stack));
    await terraform.init();
    await terraform.apply();
  }
});
afterAll(() => account.close());

/** What a stack's plan would take away; a replacement takes away as well. */
async function destroyedIn(stack: string): Promise<PlanAction[]> {
  const terraform = account.terraformIn(join(output(), 'stacks', stack));
  await terraform.plan();
  return (await terraform.actions()).filter(({ actions }) => actions.includes('delete'));
}

test('nothing that the last release applied is destroyed or replaced by what is synthesised now', async () => {
  const config = join(account.folder, 'landing-zone.yaml');
  cpSync(join(__dirname, 'landing-zone.yaml'), config);
  cpSync(join(RELEASE, 'addresses.lock.json'), ledgerFileOf(config));

  // Only cdk.tf.json is replaced: .terraform, the lock files and the states stay the former release's.
  const { failing } = synth({ config, out: output(), frozen: true });

  expect({ failing, stacks: STACKS }).toEqual({ failing: 0, stacks: ['log-archive-eu-west-1-logging', NETWORK] });
  expect(await Promise.all(STACKS.map(destroyedIn))).toEqual([[], []]);
});

test('a flow log under another address would be told', async () => {
  const text = readFileSync(fileOf(NETWORK), 'utf8');
  writeFileSync(fileOf(NETWORK), text.replace('"web_flow-log_s3": {', '"web_flow-logs_s3": {'));

  const destroyed = await destroyedIn(NETWORK);

  expect(destroyed.map(({ address }) => address)).toEqual(['aws_flow_log.web_flow-log_s3']);
});
