import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { App } from 'cdktf';

import { resourceName } from '../../../modules/core/resource-name';
import { SecretParameter } from '../../../modules/parameters';
import { AccountStack, define } from '../../../modules/terraform';
import { filesWith } from './find-text';
import { SecretWorld, SHOP } from './secret-world';

const IGNORED = 'marker-5a17c3';
const WRITTEN = 'marker-6d20be';
const STACK = 'out/stacks/shop-eu-west-1-workloads';
const STATE = 'terraform.state/acme/shop-eu-west-1-workloads.tfstate';

let world: SecretWorld;

/** The two ways beside each other: a placeholder whose changes are ignored, and a secret that is only written. */
function write(outdir: string): void {
  const app = new App({ outdir });
  const place = { region: 'eu-west-1', layer: 'workloads', backend: { kind: 'local' } } as const;
  const stack = new AccountStack(app, { organization: 'acme', account: { name: 'shop', id: SHOP }, ...place });
  const key = define(stack, KmsKey, resourceName('secrets'), { description: 'Secrets' });
  define(stack, SsmParameter, resourceName('ignored'), {
    name: '/acme/prod/shop/ignored',
    type: 'SecureString',
    keyId: key.arn,
    value: 'placeholder',
    lifecycle: { ignoreChanges: ['value'] },
  });
  new SecretParameter(stack, 'written', { name: '/acme/prod/shop/written', keyArn: key.arn });
  app.synth();
}

beforeAll(async () => {
  world = await SecretWorld.open();
  write(join(world.directory, 'out'));
  await world.terraform(STACK, ['init']);
  await world.apply(STACK);
  const command = String(await world.valueOf('/acme/prod/shop/written'));
  await world.put(command, WRITTEN);
  await world.put(command.replace('/written', '/ignored'), IGNORED);
  await world.terraform(STACK, ['plan', '-out=plan.tfplan']);
  await world.apply(STACK);
});

afterAll(() => world.close());

test('a placeholder with ignored changes: the next plan and apply bring the value into plan and state', async () => {
  expect(await filesWith(world.directory, [IGNORED], world.python)).toEqual([`${STACK}/plan.tfplan`, STATE]);
  const plan = await world.terraform(STACK, ['show', '-json', 'plan.tfplan']);
  expect(plan.said).toContain(IGNORED);
});

test('a SecretParameter: neither of them has it', async () => {
  expect(await filesWith(world.directory, [WRITTEN], world.python)).toEqual([]);
  expect(world.said).not.toContain(WRITTEN);
  expect(await world.valueOf('/acme/prod/shop/written')).toBe(WRITTEN);
});

test("Terraform's debug log has both: the provider fetches every value decrypted and then drops the one", async () => {
  const log = join(world.directory, 'debug.log');
  await world.terraform(STACK, ['plan'], { TF_LOG: 'DEBUG', TF_LOG_PATH: log });
  const text = await readFile(log, 'utf8');
  expect([text.includes(IGNORED), text.includes(WRITTEN)]).toEqual([true, true]);
});
