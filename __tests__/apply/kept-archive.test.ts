import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { S3Client } from '@aws-sdk/client-s3';

import { Emulator } from '../../commands/sandbox/emulator';
import { ensureEnvironment, projectRoot } from '../../commands/sandbox/environment';
import { findProviderSource, writeCliConfiguration } from '../../commands/sandbox/plugin-mirror';
import { Terraform } from '../../commands/sandbox/terraform';
import { synth } from '../../main';
import { clientOf } from './aws-clients';
import { bucketsOf } from './logging-life';

jest.setTimeout(400_000);

const root = projectRoot();
const BUCKETS = ['access', 'config', 'elb', 'flow', 'trail'].map((use) => `acme-222222222222-eu-west-1-${use}`);
let folder: string;
let emulator: Emulator;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-kept-'));
  emulator = await Emulator.start({ root, python: await ensureEnvironment({ root, report: () => undefined }) });
}, 600_000);
afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Synthesises the archive at a stage of its life into the same place. */
function write(lifecycle: 'living' | 'closing' | 'closed'): void {
  const config = join(folder, 'landing-zone.yaml');
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
  expect(synth({ config, out: join(folder, 'cdktf.out'), frozen: false }).findings).toEqual([]);
}

test('an archive whose logs are kept: closing changes nothing, closed lets Terraform forget all and destroys nothing', async () => {
  write('living');
  const cache = join(root, '.emulator', 'plugins');
  mkdirSync(cache, { recursive: true });
  const terraform = new Terraform({
    directory: join(folder, 'cdktf.out', 'stacks', 'logs-eu-west-1-logging'),
    cliConfiguration: await writeCliConfiguration(findProviderSource(process.env), folder, cache),
    clientEnvironment: emulator.clientEnvironment(await emulator.homeCredentials('111111111111')),
  });
  const s3 = new S3Client(clientOf(emulator, await emulator.homeCredentials('222222222222')));
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
