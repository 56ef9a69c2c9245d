import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { S3Client } from '@aws-sdk/client-s3';

import { synth } from '../../main';
import { clientOf } from './aws-clients';
import { EmulatedAccount } from './emulated-account';
import { bucketsOf } from './logging-life';

const BUCKETS = ['access', 'config', 'elb', 'flow', 'trail'].map((use) => `acme-222222222222-eu-west-1-${use}`);
let account: EmulatedAccount;
beforeAll(async () => {
  account = await EmulatedAccount.open('111111111111');
}, 600_000);
afterAll(() => account.close());

/** Synthesises the archive at a stage of its life into the same place. */
function write(lifecycle: 'living' | 'closing' | 'closed'): void {
  const config = join(account.folder, 'landing-zone.yaml');
  writeFileSync(
    config,
    `organization: { name: acme, management_account: "111111111111", home_region: eu-west-1, regions: [eu-west-1] }
backend: { kind: local }
log_archive: { when_closed: keep }
accounts:
  management: { id: "111111111111", unit: management }
  logs: { id: "222222222222", unit: security, baseline: archive, lifecycle: ${lifecycle} }
`,
  );
  expect(synth({ config, out: join(account.folder, 'cdktf.out'), frozen: false }).failing).toBe(0);
}

test('an archive whose logs are kept: closing changes nothing, closed lets Terraform forget all and destroys nothing', async () => {
  write('living');
  const terraform = account.terraformIn(join(account.folder, 'cdktf.out', 'stacks', 'logs-eu-west-1-logging'));
  const s3 = new S3Client(clientOf(account.emulator, await account.emulator.homeCredentials('222222222222')));
  await terraform.init();
  const { added } = await terraform.apply();

  write('closing');
  expect(await terraform.plan()).toBe(true);
  write('closed');
  await terraform.plan();
  const actions = await terraform.actions();
  expect(new Set(actions.map(({ actions: verbs }) => verbs.join()))).toEqual(new Set(['forget']));
  expect(actions).toHaveLength(added);
  expect(await terraform.apply()).toEqual({ added: 0, changed: 0, destroyed: 0 });
  expect(await terraform.plan()).toBe(true);
  expect((await bucketsOf(s3)).sort()).toEqual(BUCKETS);
  s3.destroy();
});
